"""A form whose layout changed since its mapping was made is refused cell by cell, and nothing is filled."""

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.forms.filling import fill
from taizhang.documents.forms.layout import LayoutChanged
from taizhang.documents.forms.mapping import read_mapping
from tests.documents.forms.sheets import (
    ISSUED,
    MAPPING,
    accepted,
    cells,
    filled,
    make_form,
    write_mapping,
)


@pytest.fixture
def changed(tmp_path, closed):
    """Fill a form that the county has changed since its mapping was made."""

    def fill_changed(**cells: str):
        path = accepted(make_form(tmp_path / "季报.xlsx"), closed)
        make_form(tmp_path / "季报.xlsx", **cells)
        return fill(read_mapping(path), closed, ISSUED)

    return fill_changed


CHANGES = {
    "another word": ({"D4": "占地"}, "季报!D4：原来是“面积”，现在是“占地”"),
    "two heads swapped": ({"B4": "上年同期", "C4": "本期"}, "（“本期”现在在C4）"),
    "a head gone": ({"D4": ""}, "季报!D4：原来是“面积”，现在空着"),
    "a merged head": ({"B3": "拆除（户）"}, "季报!B3：原来是“拆除（栋）”，现在是“拆除（户）”"),
    "another formula": ({"C9": "=SUM(C6:C8)"}, "原来是“=SUM(C5:C8)”，现在是“=SUM(C6:C8)”"),
    "a formula typed over": ({"B9": "83"}, "原来是“=SUM(B5:B8)”，现在"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_label_is_named_with_its_cell(changed, change):
    cells, words = CHANGES[change]
    with pytest.raises(LayoutChanged) as refused:
        changed(**cells)
    assert words in str(refused.value)
    assert "什么都没有填" in str(refused.value)


def test_all_changes_are_told_at_once(changed):
    with pytest.raises(LayoutChanged) as refused:
        changed(D4="占地", A9="总计")
    assert len(refused.value.changes) == 2


def test_spaces_and_the_period_in_a_label_are_no_change(changed):
    assert cells(changed(B4="本期", A2="单 位").content)["B9"] == 83


def test_the_title_over_everything_may_name_another_period(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", A1="x")
    assert "A1" not in accepted(form, closed).read_text(encoding="utf-8")


def test_a_mapping_that_noted_no_labels_fills_nothing(tmp_path, closed):
    path = write_mapping(make_form(tmp_path / "季报.xlsx"))
    with pytest.raises(Refusal, match="还没有记下表格的版式.*taizhang forms accept 季报"):
        fill(read_mapping(path), closed, ISSUED)


def test_a_sheet_that_is_gone_is_refused_with_those_there_are(tmp_path, closed):
    with pytest.raises(Refusal, match="没有工作表“年报”，有的是“季报”"):
        filled(make_form(tmp_path / "季报.xlsx"), closed, '工作表 = "年报"\n' + MAPPING)


def test_noting_labels_leaves_the_rest_of_the_mapping_as_typed(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx")
    first = accepted(form, closed, "# 我的说明\n" + MAPPING).read_text(encoding="utf-8")
    again = accepted(form, closed, first).read_text(encoding="utf-8")
    assert first == again
    assert first.startswith("# 我的说明\n" + MAPPING.rstrip("\n"))
