"""Whatever is not a mapped cell comes out of a form as it went in."""

import re

import pytest
from lxml import etree
from openpyxl import load_workbook

from taizhang.documents.forms.book import Book
from taizhang.documents.forms.filling import fill, save
from taizhang.documents.forms.mapping import read_mapping
from taizhang.documents.forms.sheet import Sheet
from tests.documents.forms.sheets import ISSUED, accepted, cells, filled, make_form, parts

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TOUCHED = {
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "docProps/custom.xml",
    "[Content_Types].xml",
    "_rels/.rels",
}


@pytest.fixture
def form(tmp_path):
    return make_form(tmp_path / "季报.xlsx")


def test_every_other_part_of_the_file_is_the_same_to_the_byte(form, closed):
    before, after = parts(form.read_bytes()), parts(filled(form, closed).content)
    assert set(after) - set(before) == {"docProps/custom.xml"}
    assert {name for name in before if before[name] != after[name]} == TOUCHED - {
        "docProps/custom.xml"
    }
    assert any("chart" in name for name in before), "the form should have a chart to lose"


def skeleton(sheet: bytes) -> bytes:
    """A sheet without what its cells hold."""
    root = etree.fromstring(sheet)
    for cell in root.iter(f"{MAIN}c"):
        cell.attrib.pop("t", None)
        for child in cell.xpath("*[local-name()='v' or local-name()='is']"):
            cell.remove(child)
    return etree.tostring(root, method="c14n")


def test_of_the_sheet_only_values_of_cells_change(form, closed):
    before, after = parts(form.read_bytes()), parts(filled(form, closed).content)
    name = "xl/worksheets/sheet1.xml"
    assert skeleton(before[name]) == skeleton(after[name])
    for kept in (
        b"sheetProtection",
        b"dataValidation",
        b"mergeCell",
        b"extLst",
        b"pageSetup",
        b"<cols>",
        b"drawing",
        b"legacyDrawing",
    ):
        assert kept in after[name]


def test_unmapped_cells_keep_their_values(form, closed):
    before, after = cells(form.read_bytes()), cells(filled(form, closed).content)
    labels = {cell: value for cell, value in before.items() if isinstance(value, str)}
    assert {cell: after[cell] for cell in labels} == labels


def test_excel_is_told_to_work_out_everything_when_it_opens_the_file(form, closed):
    book = parts(filled(form, closed).content)["xl/workbook.xml"].decode()
    assert re.search(r'<calcPr[^>]*fullCalcOnLoad="1"', book)


def test_the_form_itself_is_never_written_to(form, closed, tmp_path):
    path = accepted(form, closed)
    before = form.read_bytes()
    save(fill(read_mapping(path), closed, ISSUED), tmp_path / "填好.xlsx")
    assert form.read_bytes() == before
    assert load_workbook(tmp_path / "填好.xlsx").sheetnames == ["季报"]


def test_a_filled_form_can_be_filled_again(form, closed, tmp_path):
    first = filled(form, closed)
    form.write_bytes(first.content)
    assert cells(filled(form, closed).content) == cells(first.content)


def test_cells_that_the_file_leaves_out_are_put_where_they_belong(form, closed):
    book = Book(form)
    sheet = Sheet(book, "季报")
    for at, value in (((4, 0), "前"), ((6, 9), "后"), ((20, 3), "下"), ((12, 0), "中")):
        sheet.write(at, value)
    sheet.keep()
    told = cells(book.content())
    assert (told["A4"], told["J6"], told["D20"], told["A12"]) == ("前", "后", "下", "中")
    rows = [int(row.get("r")) for row in sheet.root.iter(f"{MAIN}row")]
    assert rows == sorted(rows)


def test_old_and_broken_files_are_refused_in_a_sentence(form, closed, tmp_path):
    path = accepted(form, closed)
    for content, words in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "旧的 .xls 格式或者有打开密码"),
        (b"PK\x03\x04 nothing", "读不出来"),
        (b"", "读不出来"),
    ):
        form.write_bytes(content)
        with pytest.raises(Exception, match=words):
            fill(read_mapping(path), closed, ISSUED)
