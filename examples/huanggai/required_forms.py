"""Forms as a county sends them: merged heads, printed village names, totals by formula, everything else locked."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

CREATED = datetime(2018, 1, 5, tzinfo=UTC)
VILLAGES = ("团山社区", "广坪村", "合兴村", "黄盖湖村")
HEADS = {
    "A3:A4": "序号",
    "B3:B4": "村（社区）",
    "C3:E3": "拆除空心房（栋）",
    "F3:F4": "拆除建筑面积\n（㎡）",
    "G3:G4": "腾退土地\n（㎡）",
    "H3:H4": "栋均建筑面积\n（㎡）",
    "I3:J3": "复垦土地（亩）",
}
BELOW = {"C4": "本期", "D4": "上年同期", "E4": "年初累计", "I4": "本期", "J4": "年初累计"}
SITE_HEADS = ("序号", "建房点名称", "所在村", "规划用地（亩）", "规划日期", "用地来源")
SITE_ROWS = 6
FIGURES = ("集中建房（栋）", "分房（户）", "入住（户）", "增减挂钩复垦土地（亩）")


def looks(book: Any) -> dict[str, Any]:
    """The cell formats of a form: what is typed in is unlocked, the rest is not."""
    edge = {"border": 1, "valign": "vcenter", "align": "center"}
    return {
        "title": book.add_format({"bold": True, "font_size": 18, "align": "center"}),
        "head": book.add_format({**edge, "bold": True, "text_wrap": True, "bg_color": "#D9E2F3"}),
        "label": book.add_format(edge),
        "open": book.add_format({**edge, "locked": False}),
        "text": book.add_format({**edge, "locked": False, "align": "left"}),
        "day": book.add_format({**edge, "locked": False, "num_format": "yyyy年m月d日"}),
        "amount": book.add_format({**edge, "locked": False, "num_format": "#,##0.00"}),
        "sum": book.add_format({**edge, "bold": True, "num_format": "#,##0.##"}),
        "much": book.add_format({"bg_color": "#FCE4D6"}),
    }


def hollow_houses(file: Path) -> None:
    """A row for each village, whose name is printed; totals and averages by formula; protected."""
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"title": "空心房整治和土地复垦情况季报表", "created": CREATED})
        sheet, look = book.add_worksheet("季报"), looks(book)
        sheet.merge_range("A1:J1", "空心房整治和土地复垦情况季报表", look["title"])
        for cell, text in {"A2": "填报单位", "E2": "期间", "H2": "数据截止"}.items():
            sheet.write(cell, text, look["label"])
        for area in ("B2:D2", "F2:G2"):
            sheet.merge_range(area, "", look["text"])
        sheet.merge_range("I2:J2", "", look["day"])
        for area, text in HEADS.items():
            sheet.merge_range(area, text, look["head"])
        for cell, text in BELOW.items():
            sheet.write(cell, text, look["head"])
        for row, village in enumerate(VILLAGES, start=5):
            village_row(sheet, row, village, look)
        sheet.merge_range("A9:B9", "合计", look["label"])
        for column in "CDEFGIJ":
            sheet.write_formula(f"{column}9", f"=SUM({column}5:{column}8)", look["sum"])
        sheet.write_formula("H9", '=IF(C9=0,"",ROUND(F9/C9,2))', look["sum"], "")
        sheet.merge_range(
            "A10:J10", "说明：本表由乡镇统一填报，灰底为公式，请勿改动。", look["label"]
        )
        finish(sheet, look, "C5:G8", "A1:J10")


def village_row(sheet: Any, row: int, village: str, look: dict[str, Any]) -> None:
    sheet.write(f"A{row}", row - 4, look["label"])
    sheet.write(f"B{row}", village, look["label"])
    for column in "CDE":
        sheet.write_blank(f"{column}{row}", None, look["open"])
    for column in "FGIJ":
        sheet.write_blank(f"{column}{row}", None, look["amount"])
    sheet.write_formula(f"H{row}", f'=IF(C{row}=0,"",ROUND(F{row}/C{row},2))', look["sum"], "")


def finish(sheet: Any, look: dict[str, Any], figures: str, page: str) -> None:
    """What a county adds to a form, and what a filled one must still have."""
    sheet.data_validation(
        figures,
        {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_title": "填报有误",
            "error_message": "只能填不小于零的数。",
        },
    )
    sheet.conditional_format(
        figures, {"type": "cell", "criteria": ">", "value": 150, "format": look["much"]}
    )
    sheet.set_column("A:A", 9)
    sheet.set_column("B:B", 16)
    sheet.set_column("C:J", 13)
    sheet.set_row(0, 34)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(page)
    sheet.repeat_rows(0, 3)
    sheet.freeze_panes(4, 2)
    sheet.protect("", {"format_columns": True})


def building_sites(file: Path) -> None:
    """A row for each building site of the ledger, six at most, and four figures of the town on another sheet."""
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"title": "集中建房点情况季报表", "created": CREATED})
        sheet, look = book.add_worksheet("建房点"), looks(book)
        sheet.merge_range("A1:F1", "集中建房点情况季报表", look["title"])
        sheet.merge_range("A2:B2", "填报单位", look["label"])
        sheet.merge_range("C2:F2", "", look["text"])
        sheet.write_row("A3", SITE_HEADS, look["head"])
        for row in range(4, 4 + SITE_ROWS):
            for column, kind in zip(
                "ABCDEF", ("open", "text", "text", "amount", "day", "open"), strict=True
            ):
                sheet.write_blank(f"{column}{row}", None, look[kind])
        last = 3 + SITE_ROWS
        sheet.merge_range(f"A{last + 1}:C{last + 1}", "合计", look["label"])
        sheet.write_formula(f"D{last + 1}", f"=SUM(D4:D{last})", look["sum"])
        sheet.write_formula(f"E{last + 1}", f'=COUNTA(B4:B{last})&"个"', look["sum"], "")
        finish(sheet, look, f"D4:D{last}", f"A1:F{last + 1}")
        figures_sheet(book, look, last)


def figures_sheet(book: Any, look: dict[str, Any], last: int) -> None:
    sheet = book.add_worksheet("主要数据")
    sheet.write_row("A1", ("指标", "本期", "上年同期", "增减"), look["head"])
    for row, title in enumerate(FIGURES, start=2):
        sheet.write(f"A{row}", title, look["label"])
        for column in "BC":
            sheet.write_blank(f"{column}{row}", None, look["open"])
        sheet.write_formula(f"D{row}", f"=B{row}-C{row}", look["sum"])
    sheet.write("A7", "规划用地（亩，与建房点表一致）", look["label"])
    sheet.write_formula("B7", f"=建房点!D{last + 1}", look["sum"])
    sheet.set_column("A:A", 34)
    sheet.set_column("B:D", 14)
    sheet.protect()


FORMS = {"hollow_houses.xlsx": hollow_houses, "building_sites.xlsx": building_sites}


def write(folder: Path) -> None:
    """All of them; their mappings are typed by hand and stand beside them."""
    folder.mkdir(exist_ok=True)
    for file, make in FORMS.items():
        make(folder / file)
