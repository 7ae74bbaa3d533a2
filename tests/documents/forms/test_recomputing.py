"""Formulas are worked out as Excel does; those that cannot be are told, and never left with an old result."""

import re
import zipfile

import pytest
import xlsxwriter

from tests.documents.books import Books, answers, first_quarter
from tests.documents.forms.sheets import MAPPING, cells, filled, make_form, parts

FORMULAS = {
    "SUM(B5:B8)": 83,
    "SUM(B5:B8)+1-C9*2": 60,
    "ROUND(2.5,0)": 3,
    "ROUND(1.005,2)": 1.01,
    "ROUND(-0.125,2)": -0.13,
    'IF(B9>80,"多","少")': "多",
    "IFERROR(1/0,0)": 0,
    'SUMIF(A5:A8,"*村",B5:B8)': 83,
    "SUMPRODUCT((B5:B8>0)*C5:C8)": 12,
    "AVERAGE(B7:B8)": 41.5,
    'COUNTIF(B5:B8,">0")': 2,
    'VLOOKUP("广坪村",A5:C8,3,FALSE)': 12,
    "'别 表'!A1+B7": 57,
    "SUM('别 表'!A1:A2)": 7,
    'B9&"栋"': "83栋",
    "0.1+0.2-0.3": 0,
    "B2": "黄盖镇",
    "F1": 0,
    "DATE(2018,3,26)": 43185,
}


def with_formulas(path, formulas):
    """The small form with more formulas on a second sheet that looks at it, and a third with numbers."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("季报")
        for row, village in enumerate(("黄盖湖村", "团山社区", "广坪村", "合兴村"), start=5):
            sheet.write(f"A{row}", village)
        sheet.write_row("A3", ["村", "拆除", "上年", "面积"])
        for cell in ("B9", "C9"):
            sheet.write_formula(cell, f"=SUM({cell[0]}5:{cell[0]}8)", None, 999)
        for row, formula in enumerate(formulas, start=1):
            sheet.write_formula(f"H{row}", f"={formula}", None, 999)
        numbers = book.add_worksheet("别 表")
        numbers.write_column("A1", [7, 0])
    return path


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    form = with_formulas(tmp_path_factory.mktemp("forms") / "季报.xlsx", FORMULAS)
    told = cells(filled(form, answers(Books(first_quarter())), MAPPING).content)
    return {formula: told.get(f"H{row}") for row, formula in enumerate(FORMULAS, start=1)}


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_gives_what_excel_gives(results, formula):
    wanted = FORMULAS[formula]
    assert results[formula] == (pytest.approx(wanted) if isinstance(wanted, float) else wanted) or (
        wanted == 0 and abs(results[formula]) < 1e-9
    )


LEFT = {
    "NUMBERSTRING(B9,1)": "用到了NUMBERSTRING",
    "IFERROR(NUMBERSTRING(B9,1),0)": "用到了NUMBERSTRING",
    "[1]汇总!A1": "引用了别的文件",
    "H1": "公式绕回了自己",
    "没有的名称+1": "不认识的名称",
}


@pytest.mark.parametrize("formula", LEFT)
def test_a_formula_that_cannot_be_worked_out_is_told_and_has_no_old_result(
    tmp_path, closed, formula
):
    form = with_formulas(tmp_path / "季报.xlsx", [formula, "B9+1"])
    made = filled(form, closed, MAPPING)
    assert any("季报!H1的公式没有重算" in one and LEFT[formula] in one for one in made.remarks)
    told = cells(made.content)
    assert "H1" not in told, "999, the old result, would be taken for the new one"
    assert told["H2"] == 84, "the others are worked out all the same"


def test_an_error_is_told_and_written_as_excel_writes_it(tmp_path, closed):
    made = filled(with_formulas(tmp_path / "季报.xlsx", ["B9/0"]), closed, MAPPING)
    assert "季报!H1的公式得#DIV/0!。" in made.remarks
    sheet = parts(made.content)["xl/worksheets/sheet1.xml"].decode()
    assert re.search(r'<c r="H1"[^>]*t="e"[^>]*><f>B9/0</f><v>#DIV/0!</v>', sheet)


def test_a_check_of_a_formula_that_was_not_worked_out_counts_as_a_difference(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", B9="=NUMBERSTRING(SUM(B5:B8),1)")
    [one] = filled(form, closed).differences
    assert "得（没有重算）" in str(one)


def test_formulas_that_share_one_text_are_worked_out_each(tmp_path, closed):
    form = with_formulas(tmp_path / "季报.xlsx", ["B5*2", "B6*2", "B7*2"])
    archive = parts(form.read_bytes())
    sheet = archive["xl/worksheets/sheet1.xml"].decode()
    shared = sheet.replace("<f>B5*2</f>", '<f t="shared" ref="H1:H3" si="0">B5*2</f>')
    for text in ("B6*2", "B7*2"):
        shared = shared.replace(f"<f>{text}</f>", '<f t="shared" si="0"/>')
    assert shared.count('si="0"') == 3
    rewrite(form, archive | {"xl/worksheets/sheet1.xml": shared.encode()})
    told = cells(filled(form, closed, MAPPING).content)
    assert (told["H1"], told["H2"], told["H3"]) == (0, 0, 100)


def rewrite(path, archive):
    with zipfile.ZipFile(path, "w") as target:
        for name, content in archive.items():
            target.writestr(name, content)
