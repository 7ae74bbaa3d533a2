"""The ledgers of house building: two sites, what stands on them, who lives there, and the approvals behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fiction import Person, Row, draw, person, working_day


@dataclass(frozen=True)
class SitePlan:
    """A concentrated site: 亩 planned and in phase one, buildings for one and for two households."""

    number: str
    name: str
    planned: int
    phase: int
    single: int
    double: int
    land_class: str
    first_household: int


SITES = (
    SitePlan("GP", "广坪集中建房点", 130, 70, 44, 22, "农用地（耕地）", 0),
    SitePlan("TE", "天鹅集中建房点", 100, 50, 33, 26, "建设用地", 88),
)


def sites() -> Iterator[Row]:
    for plan in SITES:
        yield {
            "编号": plan.number,
            "村（社区）": plan.name,
            "名称": plan.name,
            "规划用地（亩）": Decimal(plan.planned),
            "规划日期": date(2016, 11, 7),
            "用地来源": "增减挂钩指标",
            "规划依据": "黄盖镇总体规划（2015—2030年）",
        }


def phases() -> Iterator[Row]:
    for plan, started in zip(SITES, (date(2017, 3, 6), date(2017, 3, 20)), strict=True):
        yield {
            "编号": f"{plan.number}-1",
            "村（社区）": plan.name,
            "集中建房点": plan.number,
            "期次": 1,
            "用地面积（亩）": Decimal(plan.phase),
            "开工日期": started,
            "竣工日期": date(2018, 2, 28),
        }


def buildings() -> Iterator[Row]:
    for plan in SITES:
        for n in range(1, plan.single + plan.double + 1):
            yield {
                "编号": f"{plan.number}{n:02d}",
                "村（社区）": plan.name,
                "集中建房点": plan.number,
                "建房期次": f"{plan.number}-1",
                "类型": "独栋" if n <= plan.single else "联排",
                "层数": 2,
                "竣工日期": working_day(
                    date(2017, 9, 1), date(2018, 2, 27), "built", plan.number, n
                ),
            }


@dataclass(frozen=True)
class Home:
    """A household's dwelling: who, at which site, in which building."""

    householder: Person
    site: SitePlan
    building: str
    number: str
    floor_area: Decimal


def homes() -> Iterator[Home]:
    for plan in SITES:
        dwellings = [(n, 1) for n in range(1, plan.single + plan.double + 1)]
        dwellings += [(n, 2) for n in range(plan.single + 1, plan.single + plan.double + 1)]
        for household, (n, door) in enumerate(sorted(dwellings), plan.first_household):
            building = f"{plan.number}{n:02d}"
            area = Decimal(draw(15200, 19800, "home", household)) / 100
            yield Home(person(household), plan, building, f"{building}-{door}", area)


def units() -> Iterator[Row]:
    for home in homes():
        yield {
            "编号": home.number,
            "村（社区）": home.site.name,
            "楼栋": home.building,
            "建筑面积（㎡）": home.floor_area,
        }


def allocations() -> Iterator[Row]:
    for n, home in enumerate(homes(), 1):
        yield {
            "编号": f"FF{n:03d}",
            "村（社区）": home.site.name,
            "套房": home.number,
            "户主姓名": home.householder.name,
            "户主身份证号": home.householder.id_number,
            "家庭人口": draw(2, 6, "size", n),
            "分房方式": "抽签",
            "分房日期": date(2018, 3, 9),
            "入住日期": date(2018, 3, 9) + timedelta(days=draw(1, 16, "moved in", n)),
        }


def application(n: int, who: Person, plan: SitePlan, floor_area: Decimal) -> Row:
    """What every application states; the decision is for the caller to add."""
    homestead = Decimal(draw(10500, 12900, "homestead", n)) / 100
    return {
        "编号": f"JF{n:03d}",
        "村（社区）": plan.name,
        "户主姓名": who.name,
        "户主身份证号": who.id_number,
        "建房方式": "集中",
        "依据的规划": "GH1",
        "土地权属": "集体",
        "地类": plan.land_class,
        "宅基地面积（㎡）": homestead,
        "房基占地面积（㎡）": homestead - Decimal(draw(1200, 2400, "yard", n)) / 100,
        "建筑面积（㎡）": floor_area,
        "层数": 2,
        "农用地转用批准文号": "湘政地〔2016〕示例12号"
        if plan.land_class == "农用地（耕地）"
        else None,
    }


def approvals() -> Iterator[Row]:
    n = 0
    for n, home in enumerate(homes(), 1):
        applied = working_day(date(2016, 11, 14), date(2016, 12, 9), "applied", n)
        accepted = working_day(
            applied + timedelta(days=2), applied + timedelta(days=6), "accepted", n
        )
        yield application(n, home.householder, home.site, home.floor_area) | {
            "申请日期": applied,
            "受理日期": accepted,
            "批准日期": working_day(
                accepted + timedelta(days=7), accepted + timedelta(days=24), "approved", n
            ),
            "审批机关": "县级",
            "批准文号": f"临建审〔2016〕示例{n}号",
        }
    yield application(n + 1, person(400), SITES[0], Decimal("176.40")) | {
        "申请日期": date(2016, 12, 1),
        "受理日期": date(2016, 12, 5),
        "不予批准日期": date(2016, 12, 23),
        "备注": "原有宅基地未退回，已书面告知理由和救济途径",
    }
    for later in (n + 2, n + 3):  # decided after the cut-off: the next edition's news
        yield application(later, person(400 + later), SITES[0], Decimal("168.20")) | {
            "申请日期": date(2018, 3, 12),
            "受理日期": date(2018, 3, 19),
            "批准日期": date(2018, 4, 11),
            "审批机关": "县级",
            "批准文号": f"临建审〔2018〕示例{later}号",
        }
