"""A large file is written while it is read; what comes of it is what the thorough way would have made of it."""

import datetime

import pytest
from django.db import transaction

from taizhang.ledgers.excel import importing, staging
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import history, house, houses, write

EARLY = {"拆除日期": datetime.date(2018, 1, 10)}
FILES = {
    "all right": houses(11),
    "a wrong cell": [*houses(9), house(10, 类别="空")],
    "a wrong cell at the start": [house(1, 类别="空"), *houses(9)[1:]],
    "a number twice": [*houses(9), house(10, 编号="KX-0002")],
    "a broken rule": [*houses(9), house(10, **EARLY)],
    "a question": [*houses(9), house(10, 建筑面积=480)],
}


@pytest.fixture
def in_small_pieces(monkeypatch):
    """Batches of three rows, so that a small file has several."""
    monkeypatch.setattr(staging, "BATCH", 3)


def told(result):
    return {
        "counts": (result.rows, result.new, result.changed, result.same, result.wrong),
        "written": result.written,
        "problems": [str(problem.finding) for problem in result.problems.in_order()],
        "questions": [str(problem.finding) for problem in result.questions.in_order()],
        "ledger": sorted(HollowHouse.objects.values_list("number", "category", "floor_area")),
        "history": sorted(history().values_list("action", "row__number")),
    }


def imported(monkeypatch, book, options, large):
    """What an import does when files of so many rows count as large; afterwards it is undone."""
    monkeypatch.setattr(importing, "LARGE", large)
    with transaction.atomic():
        import_workbook(HollowHouse, write(book.with_name("earlier.xlsx"), options.pop("before")))
        outcome = told(import_workbook(HollowHouse, book, Options(**options)))
        transaction.set_rollback(True)
    return outcome


@pytest.mark.parametrize("before", [houses(0), houses(4)], ids=["empty ledger", "some known"])
@pytest.mark.parametrize("keep_good", [False, True])
@pytest.mark.parametrize("rows", FILES.values(), ids=FILES.keys())
def test_both_ways_come_to_the_same(
    office, tmp_path, monkeypatch, in_small_pieces, rows, keep_good, before
):
    book = write(tmp_path / "空心房.xlsx", rows)
    before = before or [house(999)]
    ways = [
        imported(monkeypatch, book, {"keep_good": keep_good, "before": before}, large)
        for large in (1, 1_000_000)
    ]
    assert ways[0] == ways[1]


def test_a_large_file_is_written_in_pieces_as_one(office, tmp_path, monkeypatch, in_small_pieces):
    monkeypatch.setattr(importing, "LARGE", 1)
    result = import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", houses(20)))
    assert (result.new, result.written) == (20, True)
    assert HollowHouse.objects.count() == history().count() == 20


def test_a_large_file_on_trial_leaves_nothing(office, tmp_path, monkeypatch, in_small_pieces):
    monkeypatch.setattr(importing, "LARGE", 1)
    book = write(tmp_path / "空心房.xlsx", houses(20))
    assert import_workbook(HollowHouse, book, Options(dry_run=True)).new == 20
    assert not HollowHouse.objects.exists()
    assert not history().exists()
