"""The user's own file comes back with the wrong cells red and the reason beside each."""

import pytest
from openpyxl import load_workbook

from taizhang.ledgers.excel import marking
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.ledgers.excel.marking import mark
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import HEADS, house, houses, write

RED = "FFFFC7CE"


@pytest.fixture
def book(tmp_path):
    return write(
        tmp_path / "空心房.xlsx",
        [house(1), house(2, 摸底日期="2018.3.5", 类别="空"), house(3)],
        heads=[*HEADS, "序号"],
    )


def test_the_wrong_cells_are_red_and_say_why(office, book):
    path = mark(import_workbook(HollowHouse, book))
    assert path.name == "空心房-问题.xlsx"
    sheet = load_workbook(path).active
    assert sheet["K3"].fill.fgColor.rgb == RED
    assert "请改成日期 2018-03-05" in sheet["K3"].comment.text
    assert "不在可选项里" in sheet["E3"].comment.text
    assert sheet["K2"].comment is None
    assert sheet["K2"].fill.fgColor.rgb != RED


def test_formulas_and_formats_stay(office, book):
    opened = load_workbook(book)
    opened.active["P2"] = "=ROW()-1"
    opened.active["H2"].number_format = "0.000"
    opened.save(book)
    sheet = load_workbook(mark(import_workbook(HollowHouse, book))).active
    assert sheet["P2"].value == "=ROW()-1"
    assert sheet["H2"].number_format == "0.000"


def test_the_users_file_itself_is_not_touched(office, book):
    before = book.read_bytes()
    mark(import_workbook(HollowHouse, book))
    assert book.read_bytes() == before


def test_no_file_is_ever_written_over(office, book):
    result = import_workbook(HollowHouse, book)
    assert mark(result).name == "空心房-问题.xlsx"
    assert mark(result).name == "空心房-问题2.xlsx"


def test_a_marked_copy_can_be_corrected_and_imported_and_old_marks_go(office, book):
    path = mark(import_workbook(HollowHouse, book))
    opened = load_workbook(path)
    opened.active["E3"] = "闲置"
    opened.save(path)
    second = mark(import_workbook(HollowHouse, path))
    assert second.name == "空心房-问题2.xlsx"
    sheet = load_workbook(second).active
    assert sheet["E3"].comment is None
    assert sheet["E3"].fill.fgColor.rgb != RED
    assert sheet["K3"].comment is not None


def test_a_broken_rule_is_marked_too(office, tmp_path):
    rows = [house(1, 房基占地面积=999.5)]
    sheet = load_workbook(
        mark(import_workbook(HollowHouse, write(tmp_path / "a.xlsx", rows)))
    ).active
    assert "大于宅基地面积" in sheet["I2"].comment.text


def test_a_file_too_large_to_mark_gets_a_list_instead(office, tmp_path, monkeypatch):
    monkeypatch.setattr(marking, "LARGEST", 1000)
    rows = [*houses(3), house(4, 类别="空")]
    path = mark(import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", rows)))
    assert path.name == "空心房-问题清单.xlsx"
    head, row = load_workbook(path).active.iter_rows(values_only=True)
    assert head == ("工作表", "行", "单元格", "栏", "问题")
    assert row[:4] == ("空心房", 5, "E5", "类别")
