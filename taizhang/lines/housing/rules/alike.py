"""Rules that several ledgers of house building have alike, and the conditions that many rules begin with."""

from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Substr
from django.db.models.lookups import In

from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.housing.models.approvals import Approval

ONE_HOMESTEAD = "土地管理法第62条：农村村民一户只能拥有一处宅基地"
NATIONAL_FORMS = "农经发〔2019〕6号：规范农村宅基地审批管理，申请、审批、批准书和验收用全国统一的表"
PROMISED = (
    NATIONAL_FORMS + "；使用承诺书：按批准建设、限期建成，新房建成后限期拆除旧房、退还旧宅基地"
)
TOWNSHIPS_DECIDE = date(2020, 1, 1)  # the day the Land Law of 2019 came into force

COLLECTIVE = Q(land_owner=Approval.LandOwner.COLLECTIVE)
STATE = Q(land_owner=Approval.LandOwner.STATE)
APPROVED = Q(approved_on__isnull=False)
UNDECIDED = Q(
    approved_on__isnull=True,
    refused_on__isnull=True,
    withdrawn_on__isnull=True,
    declined_on__isnull=True,
)


def stands_with(model: type[Record], path: str, title: str) -> Rule:
    """A part is counted where its whole stands, or the figures by village would not agree."""
    return Rule(
        f"与{title}同在一地",
        model,
        ~Q(place=F(f"{path}__place")),
        f"填的地点是{{place}}，与所属{title}的地点不同；请改成同一个地点。",
    )


def in_square_metres(model: type[Record], dated_by: str) -> Rule:
    """A house of less than a few square metres was written in another unit."""
    return Rule(
        "建筑面积按㎡填",
        model,
        Q(floor_area__lt=standard("housing.floor_area_least", on=dated_by)),
        "建筑面积 {floor_area} ㎡ 太小，多半是按亩或万㎡填的；请换算成㎡再填（1 亩＝2000/3 ㎡）。",
    )


def in_order(model: type[Record], earlier: str, later: str, basis: str = "") -> Rule:
    """Two dates of a record that its workflow does not put in order."""
    first, second = (title_of(model, name) for name in (earlier, later))
    return Rule(
        f"{second}不早于{first}",
        model,
        Q(**{f"{later}__lt": F(earlier)}),
        f"{second}日期 {{{later}}} 早于{first}日期 {{{earlier}}}，请核对这两个日期。",
        basis=basis,
    )


def title_of(model: type[Record], name: str) -> str:
    return str(model._meta.get_field(name).verbose_name).removesuffix("日期")


def sex_agrees(model: type[Record]) -> Rule:
    """The last digit but one of a number is odd for men and even for women (GB 11643)."""
    order = Substr("id_number", 17, 1)
    return Rule(
        "性别与身份证号一致",
        model,
        (Q(sex="male") & Q(In(order, list("02468"))))
        | (Q(sex="female") & Q(In(order, list("13579")))),
        "性别填的是{sex}，与身份证号 {id_number} 的第 17 位不符；请对照证件核对这两项。",
        basis="GB 11643：顺序码奇数为男，偶数为女",
        ask=True,
    )
