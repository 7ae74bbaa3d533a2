"""Rules that several ledgers of house building have alike."""

from django.db.models import F, Q

from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard

ONE_HOMESTEAD = "土地管理法第62条：农村村民一户只能拥有一处宅基地"


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
