"""The register of households: those that moved to the sites, their members, and the homesteads they gave back."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from fiction import Row, choose, draw, person, working_day
from sites import Home, homes

RELATIONS = ("配偶", "子", "女", "父母", "父母")
REGISTERED = date(2010, 1, 1)
RETURNED = 24  # every so many-th household had an old homestead to give back


def size(n: int) -> int:
    """The number of persons of the n-th household, as the list of allocations has it."""
    return draw(2, 6, "size", n)


def households() -> Iterator[Row]:
    for n, home in enumerate(homes(), 1):
        yield {
            "编号": f"NH{n:03d}",
            "村（社区）": home.site.name,
            "村民小组": f"{draw(1, 9, 'home group', n)}组",
            "户主姓名": home.householder.name,
            "户主身份证号": home.householder.id_number,
            "立户日期": REGISTERED,
        }


def members() -> Iterator[Row]:
    for n, home in enumerate(homes(), 1):
        yield member(n, 1, home, home.householder.name, home.householder.id_number, "户主")
        for turn in range(2, size(n) + 1):
            other = person(500 + n * 6 + turn)
            relation = RELATIONS[turn - 2]
            yield member(n, turn, home, other.name, other.id_number, relation)


def member(n: int, turn: int, home: Home, name: str, id_number: str, relation: str) -> Row:
    return {
        "编号": f"NH{n:03d}-{turn}",
        "村（社区）": home.site.name,
        "农户": f"NH{n:03d}",
        "姓名": name,
        "身份证号": id_number,
        "与户主关系": relation,
        "入户日期": REGISTERED,
    }


def homesteads() -> Iterator[Row]:
    for n, home in enumerate(homes(), 1):
        if n % RETURNED:
            continue
        returned = working_day(date(2018, 1, 8), date(2018, 3, 23), "returned", n)
        yield {
            "编号": f"ZJD{n:03d}",
            "村（社区）": home.site.name,
            "农户": f"NH{n:03d}",
            "使用权人": home.householder.name,
            "使用权人身份证号": home.householder.id_number,
            "坐落": f"{choose(('东', '西', '南', '北'), 'old home', n)}堤脚",
            "宅基地面积（㎡）": Decimal(draw(12000, 17900, "old homestead", n)) / 100,
            "房屋建筑面积（㎡）": Decimal(draw(6500, 15000, "old house", n)) / 100,
            "取得日期": date(1985, 1, 1) + timedelta(days=draw(0, 3650, "old", n)),
            "终止日期": returned,
            "终止方式": "退回集体",
            "退出同意协议编号": f"TC{n:03d}",
        }
