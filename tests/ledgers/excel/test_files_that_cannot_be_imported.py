"""A file that is not what it should be gets one sentence saying where and what to do, and changes nothing."""

import datetime
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from taizhang.core.finding import Refusal
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import HEADS, history, house, houses, write

OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def book(tmp_path):
    return write(tmp_path / "空心房.xlsx", houses(12))


@pytest.fixture(autouse=True)
def nothing_has_changed(office):
    yield
    assert not HollowHouse.objects.exists()
    assert not history().exists()


def refusal(book, options=None):
    with pytest.raises(Refusal) as refused:
        import_workbook(HollowHouse, book, options)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def change(book, how):
    opened = load_workbook(book)
    how(opened.active)
    opened.save(book)
    return book


def test_a_file_that_is_not_there(tmp_path):
    assert "没有文件" in refusal(tmp_path / "空心房.xlsx")


def test_a_folder(tmp_path):
    assert "打不开" in refusal(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", "编号,户主\n1,某某".encode(), b"<html><table>", b"PK\x03\x04rest"]
)
def test_what_is_no_workbook_whatever_its_name(book, content):
    book.write_bytes(content)
    assert "“空心房.xlsx”不是 Excel 工作簿" in refusal(book)


def test_a_zip_of_something_else(book):
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("photo.jpg", b"0")
    assert "不是 Excel 工作簿" in refusal(book)


def test_a_password_protected_workbook(book):
    # Excel encrypts a workbook into an OLE container with a stream of this name.
    book.write_bytes(OLE_HEADER + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024))
    assert "有打开密码" in refusal(book)


def test_an_old_workbook_that_is_damaged(book):
    book.write_bytes(OLE_HEADER + bytes(4096))
    assert "读不出来，可能已损坏" in refusal(book)


def test_a_workbook_with_a_flipped_byte(book):
    content = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as archive:
        content[archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 200] ^= 0xFF
    book.write_bytes(content)
    assert "读不出来，可能已损坏" in refusal(book)


def test_a_merged_head(book):
    sentence = refusal(change(book, lambda sheet: sheet.merge_cells("E1:F1")))
    assert "表头有合并单元格（E1:F1）" in sentence


def test_a_head_of_two_rows(book):
    def two_rows(sheet):
        sheet.insert_rows(2)
        sheet.merge_cells("A1:A2")

    assert "A1:A2" in refusal(change(book, two_rows))


def test_merged_cells_among_the_rows(book):
    sentence = refusal(change(book, lambda sheet: sheet.merge_cells("B3:B6")))
    assert "B3:B6 是合并单元格" in sentence


def test_a_hidden_row_with_contents(book):
    def hide(sheet):
        sheet.row_dimensions[12].hidden = True

    assert "第 12 行是隐藏行却有内容" in refusal(change(book, hide))


def test_rows_hidden_by_a_filter(book):
    def filter_out(sheet):
        for row in (4, 7, 9):
            sheet.row_dimensions[row].hidden = True
        sheet.auto_filter.ref = sheet.dimensions

    sentence = refusal(change(book, filter_out))
    assert "第 4 行是隐藏行" in sentence
    assert "后面还有 2 个隐藏行" in sentence


def test_a_stray_character_at_the_end_of_the_sheet(book):
    sentence = refusal(change(book, lambda sheet: sheet.cell(1048576, 16384, " ")))
    assert "一直到第 1048576 行" in sentence


def test_a_file_of_another_ledger(book):
    heads = [
        "编号",
        "村（社区）",
        "增减挂钩项目",
        "地块名称",
        "复垦地类",
        "复垦完成日期",
        "上报面积（亩）",
    ]
    write(book, [dict.fromkeys(heads, "x")], heads=heads)
    sentence = refusal(book)
    assert "这像是《复垦地块》的表" in sentence
    assert "taizhang import land.reclaimed_lot" in sentence


def test_a_sheet_without_a_head(book):
    write(book, [], heads=["甲", "乙", "丙"])
    sentence = refusal(book)
    assert "没有找到《空心房》的表头" in sentence
    assert "taizhang form hollow_houses.hollow_house" in sentence


def test_a_head_without_rows(book):
    write(book, [])
    assert "表头下面没有一行数据" in refusal(book)


def test_an_empty_workbook(book):
    Workbook().save(book)
    assert "没有找到《空心房》的表头" in refusal(book)


def test_a_required_column_that_is_missing(book):
    write(book, houses(2), heads=[head for head in HEADS if head not in ("结构", "摸底日期")])
    assert "第 1 行的表头缺少必需的栏：“结构”、“摸底日期”" in refusal(book)


def test_the_same_column_twice(book):
    write(book, houses(2), heads=[*HEADS, "结构"])
    assert "“结构”出现了两次（F 栏和 P 栏）" in refusal(book)


def test_a_column_that_the_ledger_does_not_have(book):
    write(book, houses(2), heads=[*HEADS, "拆除时间"])
    sentence = refusal(book)
    assert "P 栏“拆除时间”" in sentence
    assert "是不是“拆除日期”" in sentence
    assert "--ignore" in sentence


def test_a_head_with_another_unit(book):
    heads = ["建筑面积（亩）" if head == "建筑面积（㎡）" else head for head in HEADS]
    write(book, [{**house(1), "建筑面积（亩）": 0.2}], heads=heads)
    sentence = refusal(book)
    assert "H1 的表头写的单位是“亩”" in sentence
    assert "换算成㎡" in sentence


def test_two_sheets_that_both_look_right(book):
    opened = load_workbook(book)
    opened.copy_worksheet(opened.active).title = "二月"
    opened.save(book)
    assert "有几张工作表都像《空心房》（空心房、二月）" in refusal(book)


def test_a_sheet_name_that_is_not_there(book):
    assert "没有名为“三月”的工作表；可见的有：空心房" in refusal(book, Options(sheet="三月"))


def test_a_post_that_may_not_write_the_ledger(acting, book):
    acting("town_leader")
    assert "您的岗位不能填报《空心房》" in refusal(book)


def test_dates_of_a_hidden_sheet_are_not_looked_at(book):
    opened = load_workbook(book)
    opened.create_sheet("封面")["A1"] = datetime.date(2018, 3, 26)
    opened["空心房"].sheet_state = "hidden"
    opened.save(book)
    assert "没有找到《空心房》的表头" in refusal(book)
