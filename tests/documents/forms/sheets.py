"""A small form of a test's own: printed villages, totals by formula, protection; its mapping, and filling it."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from taizhang.documents.answers import Answers
from taizhang.documents.forms.filling import Filled, fill
from taizhang.documents.forms.mapping import read_mapping
from taizhang.documents.forms.shelf import accept

VILLAGES = ("黄盖湖村", "团山社区", "广坪村", "合兴村")  # not in the order of their codes
ISSUED = date(2018, 3, 26)
MAPPING = """
报表 = "空心房季报"
[填]
B2 = "填报单位"
D2 = "截止日期"
[[逐村]]
行 = "5-8"
村名在 = "A"
B = "拆除空心房"
C = "拆除空心房，上年同期"
D = "拆除建筑面积"
[核对]
B9 = "拆除空心房"
C9 = "拆除空心房，上年同期"
"""


def make_form(path: Path, villages: tuple[str, ...] = VILLAGES, **changed: str) -> Path:
    """The form as a county sends it; `changed` replaces the text or formula of a cell."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("季报")
        free = book.add_format({"locked": False, "border": 1})
        day = book.add_format({"locked": False, "num_format": "yyyy-mm-dd"})
        sheet.merge_range("A1:E1", "2018年一季度空心房季报")
        cells = {
            "A2": "单位",
            "C2": "截止",
            "A3": "村（社区）",
            "D4": "面积",
            "E4": "栋均",
            "A9": "合计",
        }
        cells |= {"B4": "本 期", "C4": "上年\n同期"} | changed
        sheet.merge_range("B3:C3", cells.pop("B3", "拆除（栋）"))
        total, before = cells.pop("B9", "=SUM(B5:B8)"), cells.pop("C9", "=SUM(C5:C8)")
        for cell, text in cells.items():
            sheet.write(cell, text)
        sheet.write_blank("B2", None, free)
        sheet.write_blank("D2", None, day)
        for row, village in enumerate(villages, start=5):
            sheet.write(f"A{row}", village)
            for column in "BCD":
                sheet.write_blank(f"{column}{row}", None, free)
            sheet.write_formula(f"E{row}", f'=IF(B{row}=0,"",ROUND(D{row}/B{row},2))', None, "")
        sheet.write("B9", total)
        sheet.write("C9", before)
        decorate(book, sheet)
    return path


def decorate(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """What a library that rewrites workbooks may lose."""
    sheet.data_validation("B5:D8", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.conditional_format("B5:B8", {"type": "data_bar", "data_bar_2010": True})
    sheet.set_column("A:A", 23.5)
    sheet.set_landscape()
    sheet.print_area("A1:E9")
    sheet.write_comment("A9", "合计由公式算")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=季报!$B$5:$B$8"})
    sheet.insert_chart("G2", chart)
    sheet.protect("secret")


def write_mapping(form: Path, text: str = MAPPING) -> Path:
    path = form.with_suffix(".toml")
    path.write_text(text, encoding="utf-8")
    return path


def accepted(form: Path, answers: Answers, text: str = MAPPING) -> Path:
    """A mapping that has noted the form's labels."""
    path = write_mapping(form, text)
    accept(read_mapping(path), answers, ISSUED)
    return path


def filled(form: Path, answers: Answers, text: str = MAPPING) -> Filled:
    """The form filled by a mapping made for it just now."""
    return fill(read_mapping(accepted(form, answers, text)), answers, ISSUED)


def cells(content: bytes, sheet: str = "季报") -> dict[str, object]:
    """What openpyxl, which knows nothing of our writing, reads: values, and the results beside formulas."""
    book = load_workbook(BytesIO(content), data_only=True)
    return {
        cell.coordinate: cell.value for row in book[sheet] for cell in row if cell.value is not None
    }


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
