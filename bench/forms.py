"""Filling a form of more than 100,000 cells, beside openpyxl reading it, writing the same cells and saving."""

import sys
import time
from pathlib import Path
from typing import Any

from bench.sides import Work, in_own_process, medians, peak_mb, report

RUNS, SECONDS, RATIO = 3, 3.0, 1.0
COLUMNS = {
    "A": "序号",
    "B": "编号",
    "C": "村名",
    "D": "户主姓名",
    "E": "户主身份证号",
    "F": "家庭人口",
    "G": "分房方式",
    "H": "分房日期",
    "I": "入住日期",
}
ROWS = 12_000  # dwellings given out in the synthetic town
FIRST = 4
HEAD = """报表 = "分房名册"
[核对]
F{total} = "分房，期末数"
[[逐条]]
行 = "{first}-{last}"
台账 = "分房入住"
排序 = "编号"
"""


def run(home: Path) -> list[Work]:
    in_own_process(home, __file__, "prepare")
    bare = [in_own_process(home, __file__, "bare") for _ in range(RUNS)]
    ours = [in_own_process(home, __file__, "fill") for _ in range(RUNS)]
    work = f"fill a form of {ROWS * len(COLUMNS):,} cells, its formulas worked out and compared"
    told = medians(work, ours, bare, RATIO)
    alone = {**told, "work": f"{work}, alone", "yardstick_seconds": None, "ratio": None}
    return [told, {**alone, "target": SECONDS}]


def paths() -> tuple[Path, Path]:
    from taizhang.core.home import documents_folder, forms_folder

    return forms_folder() / "bench.xlsx", documents_folder() / "bench.xlsx"


def prepare() -> None:
    """A closed period, the form and its mapping."""
    from taizhang.documents.forms.mapping import read_mapping
    from taizhang.documents.forms.shelf import accept
    from taizhang.snapshots.closing import close

    town = office()
    close(town.PERIOD, today=town.CUTOFF)
    form, _ = paths()
    make_form(form)
    last = FIRST + ROWS - 1
    lines = [f'{letter} = "{words}"' for letter, words in COLUMNS.items()]
    text = HEAD.format(first=FIRST, last=last, total=last + 1) + "\n".join(lines) + "\n"
    form.with_suffix(".toml").write_text(text, encoding="utf-8")
    accept(read_mapping(form.with_suffix(".toml")), closed(town), town.CUTOFF)
    print("{}")


def office() -> Any:
    from bench import town
    from taizhang.people.acting import act, appointment_of

    act(appointment_of(town.ACCOUNT, town.CUTOFF))
    return town


def closed(town: Any) -> Any:
    from taizhang.documents.closed import answers_of
    from taizhang.snapshots.store import open_snapshot

    return answers_of(open_snapshot(town.CODE, town.PERIOD, None))


def make_form(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名册")
        free = book.add_format({"locked": False, "border": 1})
        day = book.add_format({"locked": False, "border": 1, "num_format": "yyyy-mm-dd"})
        sheet.merge_range("A1:I1", "分房名册")
        sheet.write_row("A3", COLUMNS.values())
        for row in range(FIRST - 1, FIRST + ROWS - 1):
            for column in range(len(COLUMNS)):
                sheet.write_blank(row, column, None, day if column > 6 else free)
        last = FIRST + ROWS - 1
        sheet.write(f"A{last + 1}", "合计")
        sheet.write_formula(f"F{last + 1}", f"=COUNT(F{FIRST}:F{last})")
        sheet.protect("bench")


def fill() -> None:
    from taizhang.documents.forms.filling import fill as fill_form
    from taizhang.documents.forms.filling import save
    from taizhang.documents.forms.shelf import form_named

    town = office()
    _, path = paths()
    start = time.perf_counter()
    filled = fill_form(form_named("bench"), closed(town), town.CUTOFF)
    save(filled, path)
    report(time.perf_counter() - start, peak_mb())
    assert filled.cells == ROWS * len(COLUMNS), filled.cells
    assert not filled.differences, filled.differences[0]


def bare() -> None:
    """The form read and saved with a value in each cell: no ledger, no formulas worked out."""
    from openpyxl import load_workbook

    form, path = paths()
    start = time.perf_counter()
    book = load_workbook(form)
    sheet = book["名册"]
    for row in range(FIRST, FIRST + ROWS):
        for column in range(1, len(COLUMNS) + 1):
            sheet.cell(row, column).value = row if column in (1, 6) else f"样板{row}"
    book.save(path)
    report(time.perf_counter() - start, peak_mb())


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "bare": bare, "fill": fill}[sys.argv[1]]()
