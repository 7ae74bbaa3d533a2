"""Patrols against illegal building, the one that was found, and the visits to the two plots applied for in March."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fiction import Row, draw, person, working_day
from sites import SITES

VILLAGES = ("广坪村", "合兴村", "黄盖湖村", "团山社区")
MONTHS = (
    (date(2018, 1, 8), date(2018, 1, 26)),
    (date(2018, 2, 1), date(2018, 2, 12)),
    (date(2018, 3, 1), date(2018, 3, 23)),
)
FOUND_IN, FOUND_AT = "合兴村", 2  # the village and the month, from 0


def patrols() -> Iterator[Row]:
    """Each village once a month; a patrol that finds nothing is a record too."""
    for village_at, village in enumerate(VILLAGES, 1):
        for month, (first, last) in enumerate(MONTHS):
            yield {
                "编号": f"XC{village_at}{month + 1}",
                "村（社区）": village,
                "巡查日期": working_day(first, last, "patrol", village, month),
                "巡查路线": f"{village}各组和沿堤一线",
                "巡查人员": f"{person(700 + village_at).name}（国土所）；{person(710 + village_at).name}（{village}）",
                "发现处数": int((village, month) == (FOUND_IN, FOUND_AT)),
            }


def violations() -> Iterator[Row]:
    """One foundation without leave, stopped the same day, handed to the county's land department, taken down."""
    found = working_day(*MONTHS[FOUND_AT], "patrol", FOUND_IN, FOUND_AT)
    builder = person(720)
    yield {
        "编号": "WJ01",
        "村（社区）": FOUND_IN,
        "发现日期": found,
        "哪次巡查发现": f"XC{VILLAGES.index(FOUND_IN) + 1}{FOUND_AT + 1}",
        "具体位置": f"{FOUND_IN}3组路边",
        "建房人": builder.name,
        "建房人身份证号": builder.id_number,
        "违法类型": "未批先建",
        "建设阶段": "基础",
        "土地权属": "集体",
        "地类": "建设用地",
        "违法占地面积（㎡）": Decimal(draw(9000, 13000, "illegal plot")) / 100,
        "责令停工通知书文号": "黄停〔2018〕示例1号",
        "责令停工日期": found,
        "移交给": "县级国土资源部门",
        "移交日期": found,
    }


def visits() -> Iterator[Row]:
    """The plots of the two applications that were accepted in March and decided after the cut-off."""
    for n in (175, 176):
        yield {
            "编号": f"DC{n}-1",
            "村（社区）": SITES[0].name,
            "建房审批": f"JF{n}",
            "到场环节": "选址（申请审查）",
            "到场日期": date(2018, 3, 21),
            "到场人员": f"{person(701).name}（国土所）；{person(711).name}（广坪村）",
            "实测用地面积（㎡）": Decimal("104.00"),
            "到场结论": "符合",
        }
