"""An edited document brought to another snapshot: figures change, prose and form stay."""

from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from taizhang.core.finding import Refusal
from taizhang.documents.files import open_word, save_word
from taizhang.documents.links import write
from taizhang.documents.properties import read_manifest
from taizhang.documents.reading import read_document
from taizhang.documents.refreshing import refresh
from taizhang.documents.tagging import Relations
from taizhang.documents.verifying import verify


@pytest.fixture
def paper(summary):
    return open_word(summary)


def figure(paper, text):
    return next(one for one in read_document(paper).figures if one.text == text)


def text(paper):
    return "\n".join(read_document(paper).lines)


def test_every_figure_moves_to_the_other_snapshot(paper, known, later):
    changes, unreached = refresh(paper, known, later)
    assert "拆除空心房（黄盖镇，2018年二季度）：“83栋”改为“30栋”" in [str(one) for one in changes]
    assert unreached == []
    assert {one.verdict for one in verify(paper, known)} == {"agrees"}
    assert {one.link.snapshot for one in read_document(paper).figures} == {later.facts.mark}


def test_the_title_the_cut_off_and_the_short_code_move_too(paper, known, later):
    refresh(paper, known, later)
    said = text(paper)
    assert "黄盖镇2018年二季度工作总结" in said
    assert "数据截至2018年6月28日，封存号B0B1-B2B3（第1次封存）" in said
    assert "7F3A" not in said
    assert paper.core_properties.title == "黄盖镇2018年二季度工作总结"


def test_last_years_figure_is_last_years_again(paper, known, later):
    refresh(paper, known, later)
    assert "上年同期拆除的是0栋" in text(paper)


def test_an_edited_sentence_stays_as_it_was_edited(paper, known, later):
    for paragraph in paper.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("全镇拆除空心房", "克服连续阴雨，全镇共拆除旧房")
    refresh(paper, known, later)
    assert "克服连续阴雨，全镇共拆除旧房30栋，拆除面积3555㎡" in text(paper)


def test_the_form_of_a_figure_stays(paper, known, later):
    run = figure(paper, "83栋").leaves[0].getparent()
    run.rPr._add_b()
    refresh(paper, known, later)
    assert figure(paper, "30栋").leaves[0].getparent().rPr.b is not None


def test_a_number_altered_by_hand_is_set_right_and_said(paper, known, later):
    figure(paper, "83栋").say("93栋")
    changes, _ = refresh(paper, known, later)
    assert "“93栋”改为“30栋”（原文被手工改过）" in "".join(str(one) for one in changes)


def test_a_link_led_to_another_figure_is_set_right_too(paper, known, later):
    found = figure(paper, "83栋")
    other = replace(found.link, period="2017Q1")
    found.carriers[0].set(qn("r:id"), Relations(paper.part).of(write(other)))
    found.say("12栋")
    changes, _ = refresh(paper, known, later)
    assert "“12栋”改为“30栋”（原文被手工改过）" in "".join(str(one) for one in changes)
    assert {one.verdict for one in verify(paper, known)} == {"agrees"}


def test_a_figure_without_its_link_is_left_and_named(paper, known, later):
    found = figure(paper, "83栋")
    run = found.leaves[0].getparent()
    found.carriers[0].addnext(run)
    found.carriers[0].getparent().remove(found.carriers[0])
    _, unreached = refresh(paper, known, later)
    assert unreached == ["拆除空心房（黄盖镇，2018年一季度）"]
    assert "全镇拆除空心房83栋" in text(paper)
    assert [one.verdict for one in verify(paper, known) if one.is_wrong] == ["lost"]


def test_there_and_back_gives_the_same_text_and_list(paper, known, later, closed):
    before, listed = text(paper), read_manifest(paper)
    refresh(paper, known, later)
    assert text(paper) != before
    refresh(paper, known, closed)
    assert text(paper) == before
    assert read_manifest(paper) == listed


def test_no_address_of_the_old_snapshot_is_left_in_the_file(paper, known, later, closed, tmp_path):
    refresh(paper, known, later)
    save_word(paper, tmp_path / "new.docx")
    addresses = [
        one.target_ref
        for one in open_word(tmp_path / "new.docx").part.rels.values()
        if one.is_external
    ]
    assert addresses
    assert not [one for one in addresses if closed.facts.mark in one]


def test_a_document_without_figures_is_refused(known, later):
    with pytest.raises(Refusal, match="没有可更新的"):
        refresh(docx.Document(), known, later)
