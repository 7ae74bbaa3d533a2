"""A payment list as an office has it in Excel: two hundred households in; a household twice, a wrong card, an old ID refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from stdnum import luhn

from taizhang.ledgers.excel.importing import ImportResult, import_workbook
from taizhang.lines.housing.models import Award, AwardStandard, Building
from taizhang.lines.housing.tests.award_records import APPROVED, Scene, scene
from taizhang.lines.housing.tests.records import allocation, saved, unit
from tests.ledgers.excel.sheets import id_number

HEADS = (
    "编号",
    "村（社区）",
    "奖补批次",
    "奖补标准",
    "户主姓名",
    "户主身份证号",
    "分房入住",
    "奖补数量",
    "应发金额（元）",
    "收款户名",
    "收款账号",
    "开户银行",
)
COUNT = 200


@pytest.fixture
def town(office) -> Scene:
    """A batch with nobody on it, and dwellings given to two hundred households."""
    town = scene()
    Award.objects.update(withdrawn_on=date(2018, 3, 9), withdrawn_because="另册")
    block = Building.objects.get()
    for n in range(1, COUNT + 1):
        home = saved(unit(block, f"GP09-{n}"))
        values = {"householder": f"户主{n}", "id_number": id_number(n)}
        saved(allocation(home, f"FH{n}", **values))
    return town


def card(n: int) -> str:
    """A bank card number with a valid check digit."""
    stem = f"62179955200001{n:04}"
    return stem + luhn.calc_check_digit(stem)


def row(n: int, **changes: object) -> list[object]:
    """One household of the list by heads."""
    cells = dict(
        zip(
            HEADS,
            (
                f"M{n}",
                "广坪集中建房点",
                "JBPC1",
                "JBBZ1",
                f"户主{n}",
                id_number(n),
                f"FH{n}",
                1,
                15000,
                f"户主{n}",
                card(n),
                "临湘农商行",
            ),
            strict=True,
        )
    )
    return list((cells | changes).values())


def imported(path: Path, rows: list[list[object]]) -> ImportResult:
    book = Workbook()
    book.active.append(HEADS)
    for one in rows:
        book.active.append(one)
    book.save(path / "奖补名单.xlsx")
    return import_workbook(Award, path / "奖补名单.xlsx")


def told(result: ImportResult) -> dict[int, str]:
    """What was wrong, by the row in Excel."""
    return {problem.row: problem.message for problem in result.problems.kept}


def test_two_hundred_households(town, tmp_path):
    result = imported(tmp_path, [row(n) for n in range(1, COUNT + 1)])
    assert (result.new, result.wrong, result.questions.total) == (COUNT, 0, 0)
    assert imported(tmp_path, [row(n) for n in range(1, COUNT + 1)]).same == COUNT


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"户主身份证号": id_number(1)}, "身份证号在同一奖补项目里已有另一条"),
        ({"分房入住": "FH1"}, "这处房屋在同一奖补项目里已有另一条"),
        (
            {"户主姓名": "户 主１", "收款户名": "户主1", "收款账号": card(1)},
            "已有同名、同账号的另一条",
        ),
    ],
    ids=["the same ID number", "the same dwelling", "another spelling with the same account"],
)
def test_a_household_twice_under_two_spellings(town, tmp_path, changes, said):
    result = imported(tmp_path, [row(1), row(2, **changes), row(3)])
    assert not result.written
    assert said in told(result)[3]
    assert set(told(result)) <= {2, 3}


def test_a_household_that_is_in_the_ledger_already(town, tmp_path):
    assert imported(tmp_path, [row(1)]).new == 1
    result = imported(tmp_path, [row(2, 户主姓名="户 主１", 户主身份证号=id_number(1))])
    assert "（姓名写法可能不同）" in told(result)[2]


def test_a_household_under_its_old_and_its_new_id_number(town, tmp_path):
    """The old number is refused at the door with the number of today, under which the household is found."""
    whole = id_number(1)
    old = whole[:6] + whole[8:17]
    result = imported(tmp_path, [row(1), row(2, 户主身份证号=old)])
    assert f"是 15 位旧号码，多半已换成 {whole}" in told(result)[3]
    again = imported(tmp_path, [row(1), row(2, 户主身份证号=whole)])
    assert "身份证号在同一奖补项目里已有另一条" in told(again)[3]


def test_an_account_that_fails_its_check(town, tmp_path):
    wrong = card(1)[:-1] + str((int(card(1)[-1]) + 1) % 10)
    result = imported(tmp_path, [row(1, 收款账号=wrong), row(2, 收款账号="60501002120001")])
    assert told(result) == {2: f"银行卡号 {wrong} 的校验位不对，请对照银行卡核对。"}


def test_an_account_that_became_a_number(town, tmp_path):
    result = imported(tmp_path, [row(1, 收款账号=float(card(1)))])
    assert "不能当银行账号用" in told(result)[2]


def test_a_cent_too_much(town, tmp_path):
    AwardStandard.objects.update(per="area", amount=Decimal("100.05"))
    rows = [
        row(n, **{"奖补数量": 150.5, "应发金额（元）": amount})
        for n, amount in ((1, 15057.53), (2, 15057.54))
    ]
    result = imported(tmp_path, rows)
    assert list(told(result)) == [3]
    assert "应是 15057.53 元" in told(result)[3]


def test_a_household_struck_off_frees_its_place(town, tmp_path):
    imported(tmp_path, [row(1)])
    Award.objects.filter(number="M1").update(
        withdrawn_on=APPROVED, withdrawn_because="身份证号有误，另行登记"
    )
    assert imported(tmp_path, [row(2, 户主身份证号=id_number(1))]).new == 1
