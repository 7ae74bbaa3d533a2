"""What an import does when nothing is wrong."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.housing.models import Phase, Site
from tests import cast
from tests.ledgers.excel.sheets import HEADS, history, house, houses, write


@pytest.fixture
def book(tmp_path):
    return tmp_path / "空心房.xlsx"


def counts(result):
    return result.rows, result.new, result.changed, result.same, result.wrong


def test_every_row_becomes_a_record_with_exact_values(office, book):
    result = import_workbook(HollowHouse, write(book, houses(3)))
    assert counts(result) == (3, 3, 0, 0, 0)
    assert result.written
    record = HollowHouse.objects.get(number="KX-0002")
    assert record.place.name == "广坪村"
    assert record.floor_area == Decimal("102.40")
    assert record.demolished_on == date(2018, 3, 5)
    assert record.category == HollowHouse.Category.IDLE
    assert record.note == ""


def test_columns_that_the_file_lacks_take_their_defaults(office, book):
    import_workbook(HollowHouse, write(book, houses(1)))
    record = HollowHouse.objects.get()
    assert record.heritage is False
    assert record.built_year is None
    assert record.reclaim_type == ""


def test_history_names_the_file_and_the_reason(office, book):
    import_workbook(HollowHouse, write(book, houses(2)), Options(reason="一季度上报"))
    assert set(history().values_list("reason", flat=True)) == {"导入“空心房.xlsx”：一季度上报"}
    assert history().count() == 2


def test_the_same_file_again_changes_nothing_and_leaves_no_history(office, book):
    write(book, houses(3))
    import_workbook(HollowHouse, book)
    again = import_workbook(HollowHouse, book)
    assert counts(again) == (3, 0, 0, 3, 0)
    assert history().count() == 3


def test_a_changed_row_shows_what_it_was_and_what_it_becomes(office, book):
    import_workbook(HollowHouse, write(book, houses(3)))
    rows = [house(1), house(2, 建筑面积=140.25, 备注="复核"), house(3, 结构="砖混")]
    result = import_workbook(HollowHouse, write(book, rows))
    assert counts(result) == (3, 0, 2, 1, 0)
    second, third = result.changes
    assert (second.row, second.number) == (3, "KX-0002")
    assert second.fields == (("建筑面积", "102.4", "140.25"), ("备注", "（空）", "复核"))
    assert third.fields == (("结构", "砖木", "砖混"),)
    assert HollowHouse.objects.get(number="KX-0002").floor_area == Decimal("140.25")
    assert history().filter(action="U").count() == 2


def test_columns_that_the_file_lacks_keep_what_the_record_has(office, book):
    import_workbook(HollowHouse, write(book, [house(1, 备注="老照片在档案室")]))
    without_note = [head for head in HEADS if head != "备注"]
    import_workbook(HollowHouse, write(book, [house(1, 层数=2)], heads=without_note))
    record = HollowHouse.objects.get()
    assert (record.storeys, record.note) == (2, "老照片在档案室")


def test_a_trial_counts_everything_and_writes_nothing(office, book):
    result = import_workbook(HollowHouse, write(book, houses(3)), Options(dry_run=True))
    assert counts(result) == (3, 3, 0, 0, 0)
    assert not result.written
    assert not HollowHouse.objects.exists()
    assert not history().exists()


def test_titles_may_stand_above_the_head_and_columns_in_any_order(office, book):
    above = [["黄盖镇空心房摸底台账"], ["填报单位：广坪村", None, "2018年一季度"], []]
    result = import_workbook(HollowHouse, write(book, houses(2), heads=HEADS[::-1], above=above))
    assert counts(result) == (2, 2, 0, 0, 0)


def test_a_merged_title_above_the_head_does_no_harm(office, book):
    write(book, houses(2), above=[["黄盖镇空心房摸底台账"]])
    opened = load_workbook(book)
    opened.active.merge_cells("A1:O1")
    opened.save(book)
    assert import_workbook(HollowHouse, book).written


@pytest.mark.parametrize(
    "head", ["建筑面积", "建筑面积(㎡)", "建筑面积（平方米）", " 建筑 面积\n（m²）"]
)
def test_a_head_may_name_its_unit_in_several_spellings(office, book, head):
    rows = [{**house(1), head: 123.45}]
    heads = [head if title == "建筑面积（㎡）" else title for title in HEADS]
    import_workbook(HollowHouse, write(book, rows, heads=heads))
    assert HollowHouse.objects.get().floor_area == Decimal("123.45")


def test_blank_rows_are_passed_over_and_addresses_stay_true(office, book):
    blank = dict.fromkeys(HEADS)
    invisible = {**blank, "户主姓名": " \u3000\u200b"}
    result = import_workbook(
        HollowHouse, write(book, [house(1), blank, invisible, house(2, 类别="不存在")])
    )
    assert result.rows == 2
    (problem,) = result.problems.kept
    assert (problem.row, problem.cell) == (5, "E5")


def test_an_invisible_character_far_below_is_passed_over(office, book):
    write(book, houses(2))
    opened = load_workbook(book)
    opened.active.cell(50_000, 3, "\u3000")
    opened.save(book)
    assert counts(import_workbook(HollowHouse, book)) == (2, 2, 0, 0, 0)


def test_a_table_may_begin_in_any_column(office, book):
    write(book, houses(2))
    opened = load_workbook(book)
    opened.active.insert_cols(1, 2)
    opened.save(book)
    result = import_workbook(HollowHouse, book)
    assert counts(result) == (2, 2, 0, 0, 0)


def test_what_a_formula_adds_up_is_taken_without_its_noise(office, book):
    result = import_workbook(HollowHouse, write(book, [house(1, 建筑面积=100.1 + 20.2)]))
    assert result.written
    assert HollowHouse.objects.get().floor_area == Decimal("120.30")


def test_a_serial_number_column_is_passed_over_and_said_so(office, book):
    rows = [{**house(1), "序号": 1}]
    result = import_workbook(HollowHouse, write(book, rows, heads=["序号", *HEADS]))
    assert result.notes == ("没有导入这些栏：序号。",)


def test_a_column_named_by_the_user_is_left_out(office, book):
    rows = [{**house(1), "经办人": "某某"}]
    options = Options(ignore=("经办人",))
    assert import_workbook(
        HollowHouse, write(book, rows, heads=[*HEADS, "经办人"]), options
    ).written


def test_other_sheets_are_left_alone_and_named(office, book):
    write(book, houses(2))
    opened = load_workbook(book)
    opened.create_sheet("说明")["A1"] = "本表每月上报"
    opened.save(book)
    result = import_workbook(HollowHouse, book)
    assert result.sheet == "空心房"
    assert result.notes == ("工作表“说明”没有《空心房》的表头，没有读取。",)


def test_one_of_several_sheets_can_be_chosen(office, book):
    write(book, houses(2))
    opened = load_workbook(book)
    opened.copy_worksheet(opened.active).title = "二月"
    opened["二月"]["A2"] = "KX-0009"
    opened.save(book)
    assert import_workbook(HollowHouse, book, Options(sheet="二月")).sheet == "二月"
    assert HollowHouse.objects.filter(number="KX-0009").exists()


@pytest.mark.parametrize("place", ["广坪村", "黄盖镇广坪村", cast.GUANGPING, int(cast.GUANGPING)])
def test_a_place_goes_by_its_name_or_its_code(office, book, place):
    import_workbook(HollowHouse, write(book, [house(1, **{"村（社区）": place})]))
    assert HollowHouse.objects.get().place_id == cast.GUANGPING


def test_a_record_of_another_ledger_goes_by_its_number(office, book):
    heads = ["编号", "村（社区）", "名称", "规划用地（亩）", "规划日期", "用地来源"]
    site = ["JZ-1", "广坪集中建房点", "广坪", 130, date(2017, 5, 1), "存量建设用地"]
    write(book, [dict(zip(heads, site, strict=True))], heads=heads, title="集中建房点")
    import_workbook(Site, book)
    heads = ["编号", "村（社区）", "集中建房点", "期次", "用地面积（亩）", "开工日期"]
    phase = ["JZ-1-1", "广坪集中建房点", "JZ-1", 1, 70, date(2017, 8, 1)]
    write(book, [dict(zip(heads, phase, strict=True))], heads=heads, title="期次")
    assert import_workbook(Phase, book).written
    assert Phase.objects.get().site.number == "JZ-1"


def test_dates_in_the_formats_of_a_chinese_excel_are_dates(office, book):
    write(book, houses(4))
    opened = load_workbook(book)
    formats = [
        'yyyy"年"m"月"d"日"',
        "[$-804]yyyy年m月d日;@",
        "m/d/yy",
        "[DBNum1][$-804]yyyy年m月d日;@",
    ]
    for row, shown in enumerate(formats, 2):
        opened.active.cell(row, HEADS.index("拆除日期") + 1).number_format = shown
    opened.save(book)
    assert import_workbook(HollowHouse, book).written
    assert set(HollowHouse.objects.values_list("demolished_on", flat=True)) == {date(2018, 3, 5)}
