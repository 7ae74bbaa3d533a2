"""The example town's workbooks hold what was published, and invented people only."""

import subprocess
import sys
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import load_workbook

from taizhang.ledgers.excel.columns import columns
from taizhang.ledgers.fields import check_id_number
from taizhang.ledgers.registry import ledger

EXAMPLE = Path(__file__).parents[2] / "examples" / "huanggai"
LISTED = tomllib.loads((EXAMPLE / "ledgers.toml").read_text(encoding="utf-8"))["ledgers"]
FILES = {row["file"]: row["ledger"] for row in LISTED}  # a ledger may come in two files
LEDGERS = {row["ledger"]: row["file"] for row in LISTED}
CUTOFF = date(2018, 3, 26)
LARGEST = 100_000  # bytes
Row = dict[str, object]


def cells(file: Path) -> list[list[object]]:
    return load_workbook(file).get_sheet_by_index(0).to_python()


def rows(name: str) -> list[Row]:
    """The records of a ledger's workbook: a title, the heads, then the records."""
    _, heads, *records = cells(EXAMPLE / LEDGERS[name])
    return [dict(zip(heads, record, strict=True)) for record in records]


def by(day: str, records: list[Row]) -> list[Row]:
    """Those dated up to the cut-off."""
    return [row for row in records if row[day] and row[day] <= CUTOFF]


def total(records: list[Row], head: str) -> Decimal:
    return sum((Decimal(str(row[head])) for row in records), Decimal(0))


def by_site(records: list[Row]) -> dict[str, int]:
    return dict(Counter(str(row["村（社区）"]) for row in records))


GUANGPING, TIANE = "广坪集中建房点", "天鹅集中建房点"
HOUSES = by("拆除日期", rows("hollow_houses.hollow_house"))
MOVEMENTS = rows("land.quota_movement")


def moved(kind: str) -> Decimal:
    return total([row for row in by("变动日期", MOVEMENTS) if row["变动"] == kind], "面积（亩）")


def test_the_two_sites_and_their_first_phases_have_the_published_land():
    planned = {row["名称"]: row["规划用地（亩）"] for row in rows("housing.site")}
    begun = {row["村（社区）"]: row["用地面积（亩）"] for row in rows("housing.phase")}
    assert planned == {GUANGPING: 130, TIANE: 100}
    assert begun == {GUANGPING: 70, TIANE: 50}


def test_buildings_dwellings_and_households_are_the_published_ones():
    assert by_site(by("竣工日期", rows("housing.building"))) == {GUANGPING: 66, TIANE: 59}
    assert len(rows("housing.unit")) == 173
    allocated = by("分房日期", rows("housing.allocation"))
    assert by_site(allocated) == {GUANGPING: 88, TIANE: 85}
    assert {row["分房日期"] for row in allocated} == {date(2018, 3, 9)}
    assert by_site(by("入住日期", allocated)) == {GUANGPING: 88, TIANE: 85}


def test_no_scattered_building_was_approved_and_the_county_decided():
    approvals = rows("housing.approval")
    assert {row["建房方式"] for row in approvals} == {"集中"}
    assert {row["审批机关"] for row in approvals if row["批准日期"]} == {"县级"}
    assert any(row["批准日期"] and row["批准日期"] > CUTOFF for row in approvals)
    assert any(row["不予批准日期"] for row in approvals)


def test_310_houses_gave_up_exactly_199800_square_metres():
    assert len(HOUSES) == 310
    assert total(HOUSES, "宅基地面积（㎡）") == Decimal("199800.00")
    assert len({row["村（社区）"] for row in HOUSES}) == 4
    assert all(date(2018, 1, 1) <= row["拆除日期"] for row in HOUSES)


def test_every_house_is_of_a_plausible_size_and_was_agreed_on_first():
    every = rows("hollow_houses.hollow_house")
    assert all(40 <= row["建筑面积（㎡）"] <= 300 for row in every)
    assert all(row["房基占地面积（㎡）"] <= row["宅基地面积（㎡）"] for row in every)
    assert all(row["摸底日期"] <= row["协议日期"] <= row["拆除日期"] for row in HOUSES)


def test_300_mu_were_reclaimed_and_230_planned_of_which_120_used():
    assert total(by("复垦完成日期", rows("land.reclaimed_lot")), "上报面积（亩）") == 300
    assert (moved("下达"), moved("规划"), moved("预留"), moved("使用")) == (300, 230, 120, 120)
    assert {kind: moved(kind) for kind in ("释放", "调回")} == {"释放": 0, "调回": 0}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("housing.allocation", "入住日期"),
        ("hollow_houses.hollow_house", "拆除日期"),
        ("land.reclaimed_lot", "复垦完成日期"),
        ("land.quota_movement", "变动日期"),
    ],
)
def test_nothing_published_happens_between_the_cut_off_and_the_end_of_the_quarter(name, day):
    late = [row for row in rows(name) if row[day] and CUTOFF < row[day] <= date(2018, 3, 31)]
    assert late == []


@pytest.mark.parametrize("name", LEDGERS)
def test_the_heads_are_those_of_the_ledger(name):
    known = {column.head: column.required for column in columns(ledger(name))}
    heads = cells(EXAMPLE / LEDGERS[name])[1]
    assert set(heads) <= set(known)
    assert {head for head, required in known.items() if required} <= set(heads)


def test_people_have_valid_id_numbers_of_the_county_and_one_each():
    known: dict[str, set[object]] = {}
    for name in ("housing.allocation", "housing.approval", "hollow_houses.hollow_house"):
        for row in rows(name):
            known.setdefault(str(row["户主身份证号"]), set()).add(row["户主姓名"])
    for number, names in known.items():
        check_id_number(number)
        assert number.startswith("430682")
        assert len(names) == 1
    assert len({name for names in known.values() for name in names}) == len(known)


def test_every_workbook_is_listed_and_small_enough_to_keep():
    files = {path.name: path.stat().st_size for path in EXAMPLE.glob("*.xlsx")}
    assert set(files) == set(FILES)
    assert max(files.values()) < LARGEST


def test_the_builder_makes_these_workbooks_again_and_always_the_same(tmp_path):
    for turn in ("first", "second"):
        (tmp_path / turn).mkdir()
        command = [sys.executable, "-B", EXAMPLE / "build.py", tmp_path / turn]
        subprocess.run(command, check=True)
    for file in FILES:
        first, second = tmp_path / "first" / file, tmp_path / "second" / file
        assert first.read_bytes() == second.read_bytes()
        assert cells(first) == cells(EXAMPLE / file)
