"""Accusations (检举控告) never reach whom they are about. What a post may see is in the database's own policy."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from taizhang.ledgers.rules import Rule
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.models.petitions import IS_ACCUSATION
from taizhang.people.models import Office, Place

KEPT = "信访工作条例第三十条、第四十六条第（五）项"
PURPOSE, KIND = Petition.Purpose, Petition.Kind


def names(text: str, sought: str) -> Q:
    """A text that names what another field holds."""
    return ~Q(**{sought: ""}) & Q(GreaterThan(StrIndex(F(text), F(sought)), 0))


def goes_to(text: str) -> Q:
    """It is sent to the unit, the person or the village that it is about."""
    village = Subquery(Place.objects.filter(pk=OuterRef("accused_place")).values("name"))
    of_the_village = GreaterThan(StrIndex(F(text), village), 0)
    return names(text, "accused_unit") | names(text, "accused") | Q(of_the_village)


accusation_is_one = Rule(
    "揭发控告归入检举控告类",
    Petition,
    (Q(purpose=PURPOSE.ACCUSATION) & ~Q(kind__in=("", KIND.ACCUSATION)))
    | (Q(kind=KIND.ACCUSATION) & ~Q(purpose=PURPOSE.ACCUSATION)),
    "信访目的是“{purpose}”，信访事项类别却是“{kind}”；揭发控告都归检举控告类，请改成一致。",
    basis=KEPT,
)
accusation_names_somebody = Rule(
    "检举控告写明被反映的人或单位",
    Petition,
    IS_ACCUSATION & Q(accused="", accused_unit="", accused_place__isnull=True),
    "没有写被反映的人、单位或村；写明了，数据库才能让他们回避。",
    basis=KEPT,
    ask=True,
)
accused_unit_is_known = Rule(
    "被反映单位写全称",
    Petition,
    IS_ACCUSATION
    & ~Q(accused_unit="")
    & ~Exists(Office.objects.filter(name=OuterRef("accused_unit"))),
    "被反映单位“{accused_unit}”不在本镇的单位表里；是镇里的单位请写单位表里的全称，是外单位的不用改。",
    basis=KEPT,
    ask=True,
)
not_to_the_accused = Rule(
    "检举控告不转给被反映的单位和人",
    Petition,
    IS_ACCUSATION & (goes_to("forwarded_to") | goes_to("handling_unit") | goes_to("co_units")),
    "转送去向 {forwarded_to}、承办单位 {handling_unit} 或协办单位 {co_units} 就是被反映的单位、人或村；"
    "检举控告不能转给被反映的人和单位，请转给有权处理的纪检监察等机关。",
    basis=KEPT,
)
not_to_a_village = Rule(
    "检举控告不交办到村",
    Petition,
    IS_ACCUSATION & Q(handed_to__isnull=False),
    "检举控告交办到了{handed_to}；检举控告按权限交纪检监察机关或有权处理的上级，不交办到村，请清空“交办到村（社区）”。",
    basis=KEPT,
)
handler_is_not_accused = Rule(
    "承办人不是被反映人",
    Petition,
    names("accused", "handler") | names("accused", "registered_by"),
    "被反映人里有承办人 {handler} 或登记人 {registered_by}；请换人办理。",
    basis="信访工作条例第二十八条",
)
