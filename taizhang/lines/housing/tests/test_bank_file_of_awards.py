"""The list a bank pays from: what is on it, what never is, and the bank's answer imported without retyping."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from taizhang.core.finding import Refusal
from taizhang.documents.list_files import named_list_file, write_list
from taizhang.ledgers.excel.importing import ImportResult, import_workbook
from taizhang.lines.housing.models import Award, AwardBatch, AwardPayment
from taizhang.lines.housing.tests.award_records import (
    FIRST_CARD,
    PASSBOOK,
    SENT,
    Scene,
    award,
    batch,
    objection,
    payment,
    scene,
    standard,
)
from taizhang.lines.housing.tests.records import allocation, saved, unit
from tests.ledgers.excel.sheets import id_number

BANK_FILE = "奖补资金银行代发清单"
NEXT_DAY = date(2018, 3, 22)
OPEN = {"handled_on": None, "result": "", "handling": ""}


@pytest.fixture
def town(office) -> Scene:
    """A list of two households, approved, nothing sent yet."""
    return scene()


@pytest.fixture
def book(tmp_path) -> Path:
    return tmp_path / "代发.xlsx"


def write(of: AwardBatch, book: Path, day: date = SENT) -> list[dict[str, object]]:
    """The bank's file of a batch, read back."""
    write_list(named_list_file(BANK_FILE), of, book, day)
    head, *rows = load_workbook(book)["奖补发放"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def answer(book: Path, answers: dict[str, dict[str, object]]) -> ImportResult:
    """The bank fills in its columns, and the file is imported as it is."""
    opened = load_workbook(book)
    sheet = opened["奖补发放"]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for head, value in answers.get(row[0].value, {}).items():
            row[heads.index(head)].value = value
    opened.save(book)
    return import_workbook(AwardPayment, book)


def test_it_has_a_row_for_each_household_with_numbers_as_text(town, book):
    Award.objects.filter(pk=town.second.pk).update(account=PASSBOOK)
    first, second = write(town.batch, book)
    assert first["编号"] == "JB1-1"
    assert first["收款户名"] == "赵甲子"
    assert (first["收款账号"], second["收款账号"]) == (FIRST_CARD, PASSBOOK)
    assert first["金额（元）"] == 15000
    assert first["送银行日期"] == datetime(2018, 3, 20)  # noqa: DTZ001 - Excel knows no zones
    assert first["到账日期"] is None
    sheet = load_workbook(book)["奖补发放"]
    account = next(cell for cell in sheet[2] if cell.value == FIRST_CARD)
    assert (account.data_type, account.number_format) == ("s", "@")


def test_the_sum_is_on_a_sheet_of_its_own(town, book):
    write(town.batch, book)
    head, row = load_workbook(book)["合计"].iter_rows(values_only=True)
    told = dict(zip(head, row, strict=True))
    assert (told["笔数"], told["合计金额（元）"], told["奖补批次"]) == (2, 30000, "JBPC1")


def test_the_banks_answer_is_imported_as_it_came_back(town, book):
    write(town.batch, book)
    assert import_workbook(AwardPayment, book).new == 2
    came_back = answer(
        book,
        {
            "JB1-1": {"到账日期": date(2018, 3, 21)},
            "JB2-1": {"退票日期": date(2018, 3, 21), "退票原因": "账号户名不符"},
        },
    )
    assert (came_back.changed, came_back.new, came_back.wrong) == (2, 0, 0)
    assert AwardPayment.objects.get(number="JB1-1").paid_on == date(2018, 3, 21)
    assert AwardPayment.objects.get(number="JB2-1").returned_because == "账号户名不符"
    assert import_workbook(AwardPayment, book).same == 2


def test_the_answer_may_be_the_first_that_is_imported(town, book):
    write(town.batch, book)
    came_back = answer(book, {"JB1-1": {"到账日期": date(2018, 3, 21)}})
    assert (came_back.new, came_back.wrong) == (2, 0)


def test_a_second_file_has_what_came_back_and_nothing_else(town, book):
    write(town.batch, book)
    returned = {"退票日期": date(2018, 3, 21), "退票原因": "账号户名不符"}
    answer(book, {"JB1-1": {"到账日期": date(2018, 3, 21)}, "JB2-1": returned})
    Award.objects.filter(pk=town.second.pk).update(account=PASSBOOK)
    [again] = write(town.batch, book, NEXT_DAY)
    assert (again["编号"], again["补发哪一笔"]) == ("JB2-2", "JB2-1")
    assert (again["收款账号"], again["金额（元）"]) == (PASSBOOK, 15000)
    came_back = answer(book, {"JB2-2": {"到账日期": date(2018, 3, 23)}})
    assert (came_back.new, came_back.wrong, came_back.questions.total) == (1, 0, 0)
    with pytest.raises(Refusal, match="没有要列进《奖补资金银行代发清单》的"):
        write(town.batch, book, date(2018, 3, 26))


def test_what_was_sent_in_part_is_sent_for_the_rest(town, book):
    saved(payment(town.first, amount="9000.01"))
    [rest, other] = write(town.batch, book)
    assert (rest["编号"], rest["第几笔"], rest["金额（元）"]) == ("JB1-2", 2, 5999.99)
    assert other["编号"] == "JB2-1"


def test_a_number_that_a_payment_has_is_not_given_again(town, book):
    saved(payment(town.first, "JB2-1", amount="1"))
    assert [row["编号"] for row in write(town.batch, book)] == ["JB1-1", "JB2-2"]


def test_no_more_is_sent_than_is_still_granted(town, book):
    """A household's first payment came back, and then its standard was found to be lower."""
    back = {"returned_on": date(2018, 3, 21), "returned_because": "销户"}
    saved(payment(town.first, **back))
    lower = saved(standard("JBBZ2", tier="核减", amount="14000"))
    Award.objects.update(standard=lower, payable="14000")
    assert [row["金额（元）"] for row in write(town.batch, book, NEXT_DAY)] == [14000, 14000]


def test_who_is_struck_off_or_objected_to_is_not_on_it(town, book):
    saved(objection(town.batch, award=town.first, **OPEN))
    assert [row["编号"] for row in write(town.batch, book)] == ["JB2-1"]
    Award.objects.filter(pk=town.second.pk).update(
        withdrawn_on=date(2018, 3, 15), withdrawn_because="重复"
    )
    with pytest.raises(Refusal, match="没有要列进"):
        write(town.batch, book)


def test_an_objection_to_the_whole_list_stops_the_file(town, book):
    saved(objection(town.batch, **OPEN))
    with pytest.raises(Refusal, match="整份名单的异议还没有处理"):
        write(town.batch, book)


def test_a_list_that_is_not_approved_has_no_file(town, book):
    AwardBatch.objects.update(approved_on=None)
    with pytest.raises(Refusal, match="还没有填“审定日期”"):
        write(AwardBatch.objects.get(), book)
    assert not book.exists()


def test_a_household_that_got_onto_two_lists_stops_the_file(town, book):
    """Two clerks each saw their own village's list only."""
    other = saved(batch("JBPC2", households=1, amount="15000"))
    saved(award(other, town.standard, town.homes[0], "JB9"))
    with pytest.raises(Refusal) as refused:
        write(other, book)
    assert "JB9：户主赵甲子的身份证号在同一奖补项目里已有另一条" in str(refused.value)
    assert not book.exists()


@pytest.mark.parametrize("username", ["county", "clerk"])
def test_who_may_only_read_the_list_does_not_get_whole_numbers(town, book, acting, username):
    acting(username)
    with pytest.raises(Refusal, match="只给黄盖镇填报《奖补发放》的岗位"):
        write(town.batch, book)
    assert not book.exists()


def test_text_that_looks_like_a_formula_stays_text(town, book):
    Award.objects.filter(pk=town.first.pk).update(bank="=1+1")
    first, _ = write(town.batch, book)
    assert first["开户银行"] == "=1+1"
    sheet = load_workbook(book)["奖补发放"]
    assert next(cell for cell in sheet[2] if cell.value == "=1+1").data_type == "s"


def test_a_hundred_and_seventy_three_households(office, book):
    """As many as the example town has, there and back."""
    town = scene()
    block = town.homes[0].unit.building
    cards = iter(range(10**9, 2 * 10**9))
    for n in range(3, 174):
        home = saved(
            allocation(
                saved(unit(block, f"GP02-{n}")),
                f"FF{n}",
                householder=f"户主{n}",
                id_number=id_number(n + 500),
            )
        )
        saved(award(town.batch, town.standard, home, f"JB{n}", account=f"60{next(cards)}"))
    assert len(write(town.batch, book)) == 173
    answers = {f"JB{n}-1": {"到账日期": date(2018, 3, 21)} for n in range(1, 174)}
    came_back = answer(book, answers)
    assert (came_back.new, came_back.wrong) == (173, 0)
