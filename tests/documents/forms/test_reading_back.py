"""A filled form read back: every mapped cell against the snapshot it names, after whatever an editor did to it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.packaging.custom import StringProperty

from taizhang.core.finding import Refusal
from taizhang.documents.forms.book import Book
from taizhang.documents.forms.filling import save
from taizhang.documents.forms.mapping import read_mapping
from taizhang.documents.forms.origin import read_origin
from taizhang.documents.forms.verifying import verify_form
from tests.documents.forms.sheets import MAPPING, filled, make_form


@pytest.fixture
def form(tmp_path):
    return make_form(tmp_path / "季报.xlsx")


@pytest.fixture
def verified(form, closed, known, tmp_path):
    """Fill the form, let an editor at it, read it back."""

    def read_back(edit=lambda sheet: None, text: str = MAPPING):
        made = filled(form, closed, text)
        path = tmp_path / "填好.xlsx"
        book = load_workbook(BytesIO(made.content))
        edit(book["季报"])
        book.save(path)
        return verify_form(path, lambda name: read_mapping(tmp_path / f"{name}.toml"), known)

    return read_back


def test_a_form_that_another_program_saved_agrees(verified):
    told = verified()
    assert (told.agreeing, told.wrong) == (14, [])
    assert told.origin.short == "7F3A-92C1"


def typed(cell, value):
    def edit(sheet):
        sheet[cell] = value

    return edit


EDITS = {
    "a number": (typed("B7", 51), "季报!B7写着51，封存的是50（广坪村2018年一季度拆除空心房）"),
    "a zero taken out": (typed("B5", None), "季报!B5写着（无数），封存的是0"),
    "a text": (typed("B2", "聂市镇"), "季报!B2写着聂市镇，封存的是黄盖镇"),
    "a number as text": (typed("B7", "50"), "季报!B7写着50，封存的是50"),
    "a total typed over its formula": (typed("B9", 83), "季报!B9：原来是“=SUM(B5:B8)”"),
    "a label": (typed("D4", "占地"), "季报!D4：原来是“面积”，现在是“占地”"),
    "a formula": (typed("B9", "=SUM(B6:B8)+1"), "季报!B9 =SUM(B6:B8)+1 得84"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_somebody_changed_is_named(verified, edit):
    change, words = EDITS[edit]
    assert any(words in one for one in verified(change).wrong)


def test_the_day_of_filling_is_nothing_a_snapshot_knows(verified):
    assert verified(text=MAPPING.replace("填报单位", "填报日期")).wrong == []


def test_a_mapping_changed_since_is_told(form, closed, known, tmp_path):
    made = filled(form, closed)
    save(made, tmp_path / "填好.xlsx")
    path = tmp_path / "季报.toml"
    path.write_text("# 改过\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    told = verify_form(tmp_path / "填好.xlsx", lambda _: read_mapping(path), known)
    assert told.remarks == ["季报.toml在填表以后改过，按现在的对照核对。"]


def test_any_other_workbook_is_refused(form, known):
    with pytest.raises(Refusal, match="不是用台账填出来的报表"):
        verify_form(form, lambda _: None, known)


def test_properties_of_somebody_else_stay(form, closed, tmp_path):
    book = load_workbook(form)
    book.custom_doc_props.append(StringProperty(name="主管", value="甲"))
    book.save(form)
    made = filled(form, closed)
    save(made, tmp_path / "填好.xlsx")
    again = Book(tmp_path / "填好.xlsx")
    assert read_origin(again).form == "季报"
    assert load_workbook(tmp_path / "填好.xlsx").custom_doc_props["主管"].value == "甲"
