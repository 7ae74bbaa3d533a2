"""The ledgers of hollow houses and of the land they gave back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fiction import TOWN, Row, choose, draw, parts, person, working_day
from sites import SITES, SitePlan

PROJECT = "ZJGG-2016-01"


@dataclass(frozen=True)
class VillagePlan:
    """A village: houses taken down by the cut-off, houses not (yet), 亩 reclaimed and in how many lots."""

    name: str
    demolished: int
    standing: int
    reclaimed: int
    lots: int


VILLAGES = (
    VillagePlan("广坪村", 96, 10, 92, 4),
    VillagePlan("合兴村", 74, 7, 72, 3),
    VillagePlan("黄盖湖村", 118, 9, 116, 5),
    VillagePlan("团山社区", 22, 4, 20, 1),
)
# The office multiplied 亩 by 666; that is how 300 亩 became 199,800 ㎡.
OFFICE_FACTOR = 666


def hollow_houses() -> Iterator[Row]:
    n = 0
    for village in VILLAGES:
        plots = parts(
            Decimal(village.reclaimed * OFFICE_FACTOR), village.demolished, 35, "plot", village.name
        )
        plots += parts(
            Decimal(village.standing * 640), village.standing, 35, "standing plot", village.name
        )
        for place, plot in enumerate(plots):
            n += 1
            yield house(n, village, plot) | (
                taken_down(n, plot)
                if place < village.demolished
                else not_taken_down(n, plot, place - village.demolished)
            )


def house(n: int, village: VillagePlan, plot: Decimal) -> Row:
    """The survey of one house."""
    owner, storeys, floor = person(n * 4 // 5), draw(1, 2, "storeys", n), floor_area(n)
    group = draw(1, 9, "group", n)
    return {
        "编号": f"KX{n:03d}",
        "村（社区）": village.name,
        "户主姓名": owner.name,
        "户主身份证号": owner.id_number,
        "村民小组": f"{group}组",
        "坐落": f"{village.name}{group}组{n}号",
        "类别": choose(("一户多宅", "闲置", "闲置", "危旧", "零散"), "category", n),
        "结构": choose(("砖混", "砖木", "砖木", "土木（土坯）"), "structure", n),
        "层数": storeys,
        "建筑面积（㎡）": floor,
        "房基占地面积（㎡）": (floor / storeys).quantize(Decimal("0.01")),
        "宅基地面积（㎡）": plot,
        "建成年份": draw(1968, 1999, "year", n),
        "有保护价值": "否",
        "摸底日期": working_day(date(2017, 9, 4), date(2017, 12, 22), "surveyed", n),
    }


def floor_area(n: int) -> Decimal:
    """A plausible floor area that no number of hundredths of a 亩 gives, as measured ones do not."""
    cents = draw(6500, 23500, "floor", n)
    while cents % 100 == 0 or any(
        looks_converted(cents, factor) for factor in (66600, 66667, 66700)
    ):
        cents += 1
    return Decimal(cents) / 100


def looks_converted(cents: int, factor: int) -> bool:
    hundredths = round(cents * 100 / factor)
    return (hundredths * factor + 50) // 100 == cents


def taken_down(n: int, plot: Decimal) -> Row:
    demolished = working_day(date(2018, 1, 8), date(2018, 3, 23), "demolished", n)
    return {
        "距大堤距离（m）": Decimal(draw(30, 499, "dyke", n)) / 10,
        "协议编号": f"XY{n:03d}",
        "协议日期": working_day(date(2017, 12, 25), demolished - timedelta(days=3), "agreed", n),
        "拆除日期": demolished,
    } | remeasured(n, plot, demolished)


def remeasured(n: int, plot: Decimal, demolished: date) -> Row:
    """The cleared plot, measured again: a little less than the survey had it."""
    return {
        "复测日期": working_day(
            demolished + timedelta(days=2), demolished + timedelta(days=12), "remeasured", n
        ),
        "复测面积（㎡）": (plot * draw(980, 998, "remeasured area", n) / 1000).quantize(
            Decimal("0.01")
        ),
        "土地去向": choose(("复垦耕地",) * 9 + ("复绿",), "reclaimed", n),
    }


def not_taken_down(n: int, plot: Decimal, turn: int) -> Row:
    """Of the houses standing at the cut-off some came down in April, some are agreed on, one in ten is worth keeping."""
    away = {"距大堤距离（m）": Decimal(draw(501, 1800, "dyke", n)) / 10}
    if turn == 3:
        return away | {"有保护价值": "是", "备注": "老屋修缮保留"}
    if turn > 5:
        return away
    agreed = {
        "协议编号": f"XY{n:03d}",
        "协议日期": working_day(date(2018, 3, 5), date(2018, 3, 23), "agreed", n),
    }
    if turn > 1:
        return away | agreed
    demolished = working_day(date(2018, 4, 9), date(2018, 4, 13), "demolished", n)
    return away | agreed | {"拆除日期": demolished} | remeasured(n, plot, demolished)


def projects() -> Iterator[Row]:
    yield {
        "编号": PROJECT,
        "村（社区）": TOWN,
        "项目名称": "黄盖镇2016年第一批增减挂钩项目",
        "批准文号": "临增减挂〔2016〕示例1号",
        "批准规模（亩）": Decimal(300),
        "批准日期": date(2016, 10, 18),
        "到期日期": date(2019, 10, 18),
        "实施方案名称": "黄盖镇2016年增减挂钩项目区实施方案",
        "方案编号": "示例方案1号",
        "方案编制日期": date(2016, 8, 22),
        "批准部门": "省级",
        "拆旧区面积（亩）": Decimal(307),
        "规划复垦面积（亩）": Decimal(300),
        "规划复垦耕地面积（亩）": Decimal(300),
        "规划建新面积（亩）": Decimal(230),
        "规划建新占用耕地（亩）": Decimal(230),
    }


def reclaimed_lots() -> Iterator[Row]:
    n = 0
    for village in VILLAGES:
        reported = parts(Decimal(village.reclaimed), village.lots, 30, "lot", village.name)
        # Measured in April one per cent less: 297 亩, as was published a year later.
        surveyed = parts(
            Decimal(village.reclaimed) * 99 / 100, village.lots, 30, "lot", village.name
        )
        for lot, (area, measured) in enumerate(zip(reported, surveyed, strict=True), 1):
            n += 1
            yield {
                "编号": f"FK{n:02d}",
                "村（社区）": village.name,
                "增减挂钩项目": PROJECT,
                "地块名称": f"{village.name}{lot}号地块",
                "地块编号": f"TB{n:02d}",
                "复垦地类": "旱地" if lot == 3 else "水田",
                "拆旧面积（亩）": (area * 102 / 100).quantize(Decimal("0.01")),
                "平整日期": working_day(date(2018, 2, 22), date(2018, 2, 24), "cleared", n),
                "平整面积（亩）": area,
                "复垦完成日期": working_day(date(2018, 2, 26), date(2018, 3, 23), "levelled", n),
                "上报面积（亩）": area,
                "测量日期": working_day(date(2018, 4, 9), date(2018, 4, 18), "measured", n),
                "测量面积（亩）": measured,
                "测绘面积（㎡）": (measured * 2000 / 3).quantize(Decimal("0.01")),
            }


def quota_movements() -> Iterator[Row]:
    first, second = SITES
    moves: list[tuple[str, int, date, SitePlan | None]] = [
        ("下达", 300, date(2016, 10, 18), None),
        ("规划", first.planned, date(2016, 11, 7), first),
        ("规划", second.planned, date(2016, 11, 7), second),
        ("预留", first.phase, date(2016, 12, 5), first),
        ("预留", second.phase, date(2016, 12, 20), second),
        ("使用", first.phase, date(2017, 3, 1), first),
        ("使用", second.phase, date(2017, 3, 15), second),
    ]
    for n, (kind, area, moved_on, plan) in enumerate(moves, 1):
        yield {
            "编号": f"ZB{n:02d}",
            "村（社区）": plan.name if plan else TOWN,
            "增减挂钩项目": PROJECT,
            "变动": kind,
            "面积（亩）": Decimal(area),
            "变动日期": moved_on,
            "建房点编号": plan.number if plan else None,
            "其中占用耕地（亩）": Decimal(area) if kind == "使用" else None,
            "依据文号": f"临增减挂〔{moved_on.year}〕示例{n}号",
        }


def county_statements() -> Iterator[Row]:
    """What the county bureau wrote a week before the cut-off: the ledger must say the same, or the quarter stays open."""
    stated = (("累计下达", 300), ("可用", 70), ("已规划", 110), ("已预留", 0), ("已使用", 120))
    for n, (subject, area) in enumerate(stated, 1):
        yield {
            "编号": f"DZ{n:02d}",
            "村（社区）": TOWN,
            "增减挂钩项目": PROJECT,
            "对账科目": subject,
            "对账日期": date(2018, 3, 20),
            "县局数（亩）": Decimal(area),
            "对账单文号": "临国土对账〔2018〕示例1号",
        }


def project_money() -> Iterator[Row]:
    """Money of the project: invented, since none was published."""
    moves = (
        ("筹集", 620, date(2017, 11, 6), "临湘市财政局", None),
        ("支付", 310, date(2018, 2, 5), "示例拆除工程公司", "拆除和清运"),
        ("支付", 150, date(2018, 3, 19), "示例土地整理公司", "平整复垦"),
    )
    for n, (kind, amount, day, party, purpose) in enumerate(moves, 1):
        yield {
            "编号": f"ZJ{n:02d}",
            "村（社区）": TOWN,
            "增减挂钩项目": PROJECT,
            "收支": kind,
            "金额（万元）": Decimal(amount),
            "收支日期": day,
            "来源或收款方": party,
            "用途": purpose,
            "公示日期": day + timedelta(days=3) if kind == "支付" else None,
            "凭证号": f"示例{n}号",
        }
