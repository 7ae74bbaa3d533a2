"""A file holds or falls as a whole; good rows alone only by choice; rules and constraints speak at their row."""

import datetime

import pytest
from django.db import connection
from openpyxl import load_workbook

from taizhang.core.finding import Refusal
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.housing.models import Phase, Site
from taizhang.lines.land.models import Project, QuotaMovement
from tests import cast
from tests.ledgers.excel.sheets import history, house, houses, write

GOOD_ROWS = Options(keep_good=True)


@pytest.fixture
def book(tmp_path):
    return tmp_path / "空心房.xlsx"


def test_one_wrong_row_of_310_stops_them_all(office, book):
    rows = houses(310)
    rows[100] = house(101, 摸底日期="2018.1.8")
    result = import_workbook(HollowHouse, write(book, rows))
    assert (result.rows, result.new, result.wrong) == (310, 309, 1)
    assert not result.written
    (problem,) = result.problems.kept
    assert problem.where == "工作表“空心房”第 102 行 K102“摸底日期”"
    assert not HollowHouse.objects.exists()
    assert not history().exists()


def test_309_good_rows_are_kept_when_the_user_says_so(office, book):
    rows = houses(310)
    rows[100] = house(101, 摸底日期="2018.1.8")
    result = import_workbook(HollowHouse, write(book, rows), GOOD_ROWS)
    assert result.written
    assert result.wrong == 1
    assert HollowHouse.objects.count() == history().count() == 309


def test_a_broken_rule_is_told_at_its_row_and_stops_them_all(office, book):
    early = house(2, 拆除日期=datetime.date(2018, 1, 10))
    result = import_workbook(HollowHouse, write(book, [house(1), early, house(3)]))
    assert not result.written
    (problem,) = result.problems.kept
    assert (problem.row, problem.cell) == (3, "N3")
    assert "早于" in problem.message
    assert problem.rule == "拆除不早于签协议"
    assert not HollowHouse.objects.exists()


def test_an_area_in_mu_is_told_with_what_to_write(office, book):
    result = import_workbook(HollowHouse, write(book, [house(1, 建筑面积=0.2, 房基占地面积=0.1)]))
    messages = [problem.message for problem in result.problems.kept]
    assert any("0.20 亩" in message and "133.33" in message for message in messages)
    assert not HollowHouse.objects.exists()


def test_good_rows_are_kept_beside_rows_that_break_rules(office, book):
    early = house(2, 拆除日期=datetime.date(2018, 1, 10))
    result = import_workbook(HollowHouse, write(book, [house(1), early, house(3)]), GOOD_ROWS)
    assert result.written
    assert (result.new, result.wrong) == (2, 1)
    assert set(HollowHouse.objects.values_list("number", flat=True)) == {"KX-0001", "KX-0003"}
    assert history().count() == 2


def test_a_question_is_asked_and_stops_nothing(office, book):
    result = import_workbook(HollowHouse, write(book, [house(1), house(2, 建筑面积=480)]))
    assert result.written
    (question,) = result.questions.kept
    assert (question.row, question.severity) == (3, "ask")
    assert HollowHouse.objects.count() == 2


def test_a_change_that_breaks_a_rule_leaves_the_record_as_it_was(office, book):
    import_workbook(HollowHouse, write(book, houses(3)))
    wrong = house(2, 拆除日期=datetime.date(2018, 1, 10))
    result = import_workbook(HollowHouse, write(book, [house(1), wrong, house(3)]))
    assert (result.same, result.changed, result.wrong) == (2, 0, 1)
    assert HollowHouse.objects.get(number="KX-0002").demolished_on == datetime.date(2018, 3, 5)


def test_the_same_house_under_two_numbers_is_found(office, book):
    twin = {**house(1), "编号": "KX-0099"}
    result = import_workbook(HollowHouse, write(book, [house(1), twin]))
    assert {problem.rule for problem in result.problems.kept} == {"同一栋房只登记一次"}
    assert result.problems.rows == {2, 3}
    assert not HollowHouse.objects.exists()


def sites(*numbers):
    for number in numbers:
        Site.objects.create(
            number=number,
            place_id=cast.SITE,
            name=number,
            planned_area=130,
            planned_on="2017-01-01",
            land_source="existing",
        )


PHASE_HEADS = ["编号", "村（社区）", "集中建房点", "期次", "用地面积（亩）", "开工日期"]


def phase(number, site, ordinal, area=10):
    cells = [number, "广坪集中建房点", site, ordinal, area, datetime.date(2017, 8, 1)]
    return dict(zip(PHASE_HEADS, cells, strict=True))


def test_a_reference_to_nothing_is_named(office, book):
    sites("JZ-1")
    rows = [phase("Q1", "JZ-1", 1), phase("Q2", "JZ-7", 1)]
    result = import_workbook(Phase, write(book, rows, heads=PHASE_HEADS, title="建房期次"))
    (problem,) = result.problems.kept
    assert problem.cell == "C3"
    assert "没有编号“JZ-7”的集中建房点，请先登记它" in problem.message
    assert not Phase.objects.exists()


def test_a_row_that_a_constraint_refuses_is_named_in_the_constraints_own_words(office, book):
    sites("JZ-1")
    rows = [
        phase("Q1", "JZ-1", 1),
        phase("Q2", "JZ-1", 2),
        phase("Q3", "JZ-1", 1),
        phase("Q4", "JZ-1", 3),
    ]
    write(book, rows, heads=PHASE_HEADS, title="建房期次")
    result = import_workbook(Phase, book)
    (problem,) = result.problems.kept
    assert problem.row == 4
    assert "这个建房点已有同一期次" in problem.message
    assert not Phase.objects.exists()
    kept = import_workbook(Phase, book, GOOD_ROWS)
    assert (kept.new, kept.wrong) == (3, 1)
    assert Phase.objects.count() == 3


MOVEMENT_HEADS = ["编号", "村（社区）", "增减挂钩项目", "变动", "面积（亩）", "变动日期"]


def movement(number, kind, area, day):
    cells = [number, "黄盖镇", "XM-1", kind, area, datetime.date(2018, 1, day)]
    return dict(zip(MOVEMENT_HEADS, cells, strict=True))


def test_quota_beyond_the_balance_is_refused_at_the_row_that_goes_below_zero(office, book):
    Project.objects.create(
        number="XM-1",
        place_id=cast.TOWN,
        name="一号项目",
        document_no="文1",
        approved_area=300,
        approved_on="2017-01-01",
        ends_on="2020-01-01",
    )
    rows = [
        movement("B1", "下达", 100, 2),
        movement("B2", "规划", 60, 3),
        movement("B3", "规划", 60, 4),
        movement("B4", "规划", 1, 5),
    ]
    write(book, rows, heads=MOVEMENT_HEADS, title="指标变动")
    result = import_workbook(QuotaMovement, book)
    (problem,) = result.problems.kept
    assert problem.row == 4
    assert not QuotaMovement.objects.exists()


def test_a_clerk_cannot_bring_in_another_villages_rows(acting, book):
    acting("clerk")
    rows = [house(1), house(2, **{"村（社区）": "合兴村"})]
    result = import_workbook(HollowHouse, write(book, rows))
    (problem,) = result.problems.kept
    assert problem.cell == "B3"
    assert "“合兴村”不在您的填报范围内" in problem.message
    assert not HollowHouse.objects.exists()


def test_a_clerk_cannot_take_over_another_villages_number(acting, book):
    acting("other_clerk")
    import_workbook(HollowHouse, write(book, [house(1, **{"村（社区）": "合兴村"})]))
    acting("clerk")
    result = import_workbook(HollowHouse, write(book, [house(2), house(1)]))
    (problem,) = result.problems.kept
    assert problem.row == 3
    assert "本乡镇已有这个编号" in problem.message
    acting("office")
    assert HollowHouse.objects.get().place_id == cast.HEXING


def test_after_a_refusal_the_connection_works_on(office, book):
    rows = [house(1)]
    write(book, rows)
    opened = load_workbook(book)
    opened.active.row_dimensions[2].hidden = True
    opened.save(book)
    with pytest.raises(Refusal):
        import_workbook(HollowHouse, book)
    assert not connection.needs_rollback
    assert import_workbook(HollowHouse, write(book, rows)).written
