"""What goes out comes back: an exported ledger imports as the same; a blank form is filled in and imports."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.form import write_form
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.ledgers.registry import ledgers
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.housing.models import Phase, Site
from taizhang.people.models import Place
from tests import cast
from tests.ledgers.excel.sheets import HEADS, history, house, houses, id_number, write


@pytest.fixture
def book(tmp_path):
    return tmp_path / "空心房.xlsx"


def cells(path):
    return [list(row) for row in load_workbook(path).active.iter_rows(values_only=True)]


def test_an_exported_ledger_imports_as_the_same(office, book):
    import_workbook(HollowHouse, write(book, houses(40)))
    assert export_workbook(HollowHouse, book) == 40
    again = import_workbook(HollowHouse, book)
    assert (again.rows, again.same, again.changed, again.new, again.wrong) == (40, 40, 0, 0, 0)


def test_dates_are_dates_and_numbers_numbers_and_id_numbers_text(office, book):
    import_workbook(HollowHouse, write(book, [house(1, 拆除日期=None), house(2)]))
    export_workbook(HollowHouse, book)
    head, first, second = cells(book)
    named = dict(zip(head, second, strict=True))
    assert named["拆除日期"] == datetime.datetime(2018, 3, 5)  # noqa: DTZ001 - Excel knows no zones
    assert named["建筑面积（㎡）"] == 102.4
    assert named["户主身份证号"] == id_number(2)
    assert named["类别"] == "闲置"
    assert named["有保护价值"] == "否"
    assert named["村（社区）"] == "广坪村"
    assert dict(zip(head, first, strict=True))["拆除日期"] is None


def test_an_empty_ledger_is_a_head_with_nothing_below(office, book):
    assert export_workbook(HollowHouse, book) == 0
    (head, *rows) = cells(book)
    assert head[:2] == ["编号", "村（社区）"]
    assert all(value is None for row in rows for value in row)


def test_who_may_only_read_gets_masked_numbers_that_cannot_come_back(acting, book):
    acting("office")
    import_workbook(HollowHouse, write(book, houses(1)))
    acting("county")
    export_workbook(HollowHouse, book)
    head, row = cells(book)
    full = id_number(1)
    assert dict(zip(head, row, strict=True))["户主身份证号"] == f"{full[:6]}********{full[-4:]}"
    acting("office")
    (problem,) = import_workbook(HollowHouse, book).problems.kept
    assert "打了星号的身份证号" in problem.message


def test_a_clerk_exports_her_own_village_only(acting, book):
    acting("office")
    rows = [house(1), house(2, **{"村（社区）": "合兴村"})]
    import_workbook(HollowHouse, write(book, rows))
    acting("clerk")
    assert export_workbook(HollowHouse, book) == 1


def test_places_that_share_a_name_are_told_apart(acting, book):
    acting("administrator")
    for village in (cast.GUANGPING, cast.HEXING):
        Place.objects.create(code=village + "09", name="一组", kind="below")
    acting("office")
    rows = [house(1, **{"村（社区）": "一组"}), house(2, **{"村（社区）": "合兴村一组"})]
    (problem,) = import_workbook(HollowHouse, write(book, rows)).problems.kept
    assert "叫“一组”的地方不止一个" in problem.message
    assert cast.HEXING + "09" in problem.message
    import_workbook(HollowHouse, write(book, rows[1:]))
    export_workbook(HollowHouse, book)
    assert cells(book)[1][1] == "合兴村一组"
    assert import_workbook(HollowHouse, book).same == 1


def test_records_of_a_village_that_has_merged_stay_where_they_were(office, book):
    old = house(1, **{"村（社区）": cast.MERGED})
    (problem,) = import_workbook(HollowHouse, write(book, [old])).problems.kept
    assert "并入黄盖湖村" in problem.message
    import_workbook(HollowHouse, write(book, [house(1)]))
    HollowHouse.objects.update(place=cast.MERGED)
    export_workbook(HollowHouse, book)
    assert import_workbook(HollowHouse, book).same == 1


def test_a_reference_is_written_as_the_other_records_number(office, book):
    site = Site.objects.create(
        number="JZ-1",
        place_id=cast.SITE,
        name="广坪",
        planned_area=130,
        planned_on="2017-01-01",
        land_source="new",
    )
    Phase.objects.create(
        number="JZ-1-1", place_id=cast.SITE, site=site, ordinal=1, area=70, started_on="2017-08-01"
    )
    export_workbook(Phase, book)
    assert "JZ-1" in cells(book)[1]
    assert import_workbook(Phase, book).same == 1


@pytest.mark.parametrize("model", ledgers(), ids=lambda model: model.ledger_name())
def test_every_ledger_has_a_form_that_its_import_understands(office, book, model):
    write_form(model, book)
    opened = load_workbook(book)
    heads = [cell.value for cell in opened.active[1]]
    assert heads[0] == "编号"
    assert all(cell.comment.text for cell in opened.active[1])
    opened.active["A2"] = "试-1"
    opened.save(book)
    result = import_workbook(model, book)
    assert result.rows == 1
    assert set(result.problems.kinds) == {"必填栏空着"}


def test_a_form_filled_in_imports(office, book):
    write_form(HollowHouse, book)
    opened = load_workbook(book)
    sheet = opened.active
    titles = [cell.value for cell in sheet[1]]
    for head, value in house(1).items():
        sheet.cell(2, titles.index(head) + 1, value)
    opened.save(book)
    assert import_workbook(HollowHouse, book).new == 1


def test_a_form_offers_the_choices_and_the_places_of_the_post(acting, book):
    acting("clerk")
    write_form(HollowHouse, book)
    opened = load_workbook(book)
    lists = {cell for column in opened["选项"].iter_cols(values_only=True) for cell in column}
    assert {"闲置", "砖混", "是", "广坪村", "广坪集中建房点"} <= lists
    assert "合兴村" not in lists
    assert opened["选项"].sheet_state == "hidden"
    kinds = {check.type for check in opened.active.data_validations.dataValidation}
    assert kinds == {"list", "date", "decimal"}


texts = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Cn", "Co")
    ),
    min_size=1,
    max_size=12,
).filter(
    lambda text: not text.startswith("=")
)  # openpyxl would write a formula into the clerk's sheet
areas = st.decimals("0.01", "999999999.99", places=2).map(float)
days = st.dates(datetime.date(2001, 1, 1), datetime.date(2030, 12, 31))
rows = st.fixed_dictionaries(
    {
        "户主姓名": texts,
        "备注": st.one_of(st.none(), texts),
        "层数": st.integers(1, 30),
        "宅基地面积（㎡）": areas.map(lambda area: max(area, 500.0)),
        "建筑面积（㎡）": st.integers(4000, 30000).map(lambda hundredths: hundredths / 100),
        "房基占地面积（㎡）": st.just(20.5),
        "摸底日期": days,
    }
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(table=st.lists(rows, min_size=1, max_size=6))
def test_whatever_is_in_the_ledger_comes_back_the_same(office, book, table):
    blank = {"协议编号": None, "协议日期": None, "拆除日期": None}
    written = [house(serial, **blank) | row for serial, row in enumerate(table, 1)]
    with transaction.atomic():
        first = import_workbook(HollowHouse, write(book, written, heads=HEADS))
        assert (first.written, first.new) == (True, len(table)), first.problems.kept
        again = import_workbook(HollowHouse, book)
        assert (again.same, again.changed, again.new) == (len(table), 0, 0)
        assert export_workbook(HollowHouse, book) == len(table)
        exported = import_workbook(HollowHouse, book)
        assert (exported.same, exported.changed, exported.wrong) == (len(table), 0, 0)
        assert history().count() == len(table)
        transaction.set_rollback(True)  # each example begins with an empty ledger
