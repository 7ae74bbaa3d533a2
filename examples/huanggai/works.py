"""The ledgers behind the two sites: the land they stand on, the money, the contracts, and what was built beside the houses."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fiction import TOWN, Row, draw
from sites import SITES, SitePlan

BUILDERS = ("示例甲建筑有限公司", "示例乙建筑有限公司")
CREDIT_CODE = "91430682MA4L2D3E4B"  # made up, with a valid check digit
CONTRACTS = (Decimal(18600000), Decimal(17200000))
FACILITIES = (
    ("道路", "入户水泥路", "米", 1450, 620000),
    ("供水", "自来水主管", "米", 1100, 180000),
    ("供电", "变压器", "台", 1, 160000),
    ("排污", "污水处理池", "个", 2, 240000),
)


def plans() -> Iterator[Row]:
    """The town plan that the sites and all approvals rest on."""
    yield {
        "编号": "GH1",
        "村（社区）": TOWN,
        "规划名称": "黄盖镇总体规划（2015—2030年）",
        "规划类别": "总体规划",
        "版本": "2015年版",
        "规划范围": "全镇",
        "规划面积（亩）": Decimal(51000),
        "规划期起": 2015,
        "规划期止": 2030,
        "批准机关": "临湘市人民政府",
        "批准日期": date(2015, 8, 3),
        "起用日期": date(2015, 8, 10),
    }


def site_land() -> Iterator[Row]:
    for plan, settled in zip(SITES, (date(2016, 12, 5), date(2016, 12, 20)), strict=True):
        yield {
            "编号": f"YD-{plan.number}-1",
            "村（社区）": plan.name,
            "集中建房点": plan.number,
            "建房期次": f"{plan.number}-1",
            "用地来源": "增减挂钩指标",
            "面积（亩）": Decimal(plan.phase),
            "指标批次编号": "ZJGG-2016-01",
            "落实日期": settled,
        }


def contracts() -> Iterator[Row]:
    for plan, builder, amount in zip(SITES, BUILDERS, CONTRACTS, strict=True):
        yield {
            "编号": f"HT-{plan.number}-1",
            "村（社区）": plan.name,
            "集中建房点": plan.number,
            "建房期次": f"{plan.number}-1",
            "施工单位": builder,
            "统一社会信用代码": CREDIT_CODE,
            "监理单位": "示例监理咨询有限公司",
            "合同内容": "一期房屋土建和水电安装",
            "合同金额（元）": amount,
            "签订日期": date(2017, 3, 1),
        }


def funding() -> Iterator[Row]:
    for plan, amount in zip(SITES, CONTRACTS, strict=True):
        grant = payment(plan, 1, "财政奖补", Decimal(4000000), date(2017, 4, 10))
        yield grant | {"文号": f"临财农〔2017〕示例{plan.number}号"}
        yield payment(plan, 2, "农户自筹", amount - Decimal(3500000), date(2017, 6, 15))


def payment(plan: SitePlan, n: int, source: str, amount: Decimal, received: date) -> Row:
    return {
        "编号": f"ZJ-{plan.number}-{n}",
        "村（社区）": plan.name,
        "集中建房点": plan.number,
        "资金来源": source,
        "金额（元）": amount,
        "到账日期": received,
    }


def facilities() -> Iterator[Row]:
    for plan in SITES:
        for n, (kind, name, unit, quantity, cost) in enumerate(FACILITIES, 1):
            yield {
                "编号": f"PT-{plan.number}-{n}",
                "村（社区）": plan.name,
                "集中建房点": plan.number,
                "类别": kind,
                "名称": name,
                "数量": Decimal(quantity),
                "计量单位": unit,
                "造价（元）": Decimal(cost) + draw(0, 90, "facility", plan.number, n) * 100,
                "建成日期": date(2017, 12, 20 - n),
            }
