"""Verifying a document: every figure is held against the snapshot that its link names."""

from dataclasses import replace

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from taizhang.core.finding import Refusal
from taizhang.documents.files import open_word
from taizhang.documents.links import write
from taizhang.documents.properties import Manifest, write_manifest
from taizhang.documents.reading import read_document
from taizhang.documents.tagging import Relations
from taizhang.documents.verifying import verify


@pytest.fixture
def paper(summary):
    return open_word(summary)


def figure(paper, text):
    return next(one for one in read_document(paper).figures if one.text == text)


def wrong(paper, known):
    return [str(one) for one in verify(paper, known) if one.is_wrong]


def type_over(paper, text, new, *, keep_bookmark):
    """Replace a figure as an editor does when somebody selects it and types."""
    found = figure(paper, text)
    link = found.carriers[0]
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = new
    link.addnext(run)
    link.getparent().remove(link)
    if not keep_bookmark:
        found.bookmark.getparent().remove(found.bookmark)


def test_a_document_as_compiled_agrees(paper, known):
    outcomes = verify(paper, known)
    assert {one.verdict for one in outcomes} == {"agrees"}
    titles = [one.title for one in outcomes]
    assert "拆除空心房（黄盖镇，2018年一季度）" in titles
    assert "封存号" in titles


def test_an_altered_number_is_named_with_what_it_should_be(paper, known):
    figure(paper, "83栋").say("93栋")
    assert wrong(paper, known) == ["拆除空心房（黄盖镇，2018年一季度）：写的是“93栋”，应为“83栋”。"]


def test_an_altered_number_in_a_table_is_found(paper, known):
    cell = next(
        one
        for one in read_document(paper).figures
        if one.text == "33" and one.link.place.endswith("203")
    )
    cell.say("34")
    assert wrong(paper, known) == ["拆除空心房（合兴村，2018年一季度）：写的是“34”，应为“33”。"]


def test_an_altered_unit_is_an_altered_figure(paper, known):
    figure(paper, "83栋").say("83户")
    assert "应为“83栋”" in wrong(paper, known)[0]


def test_an_altered_cut_off_is_found(paper, known):
    figure(paper, "2018年3月26日").say("2018年3月31日")
    assert wrong(paper, known) == ["数据截止日期：写的是“2018年3月31日”，应为“2018年3月26日”。"]


@pytest.mark.parametrize("keep_bookmark", [True, False])
def test_a_figure_typed_over_as_plain_text_is_missed(paper, known, keep_bookmark):
    type_over(paper, "83栋", "93栋", keep_bookmark=keep_bookmark)
    assert wrong(paper, known) == [
        "拆除空心房（黄盖镇，2018年一季度）：这个数已不是原来的链接，写的是“93栋”，应为“83栋”。"
    ]


@pytest.mark.parametrize("keep_bookmark", [True, False])
def test_a_cell_typed_over_is_missed(paper, known, keep_bookmark):
    found = next(one for one in read_document(paper).figures if one.text == "118.5")
    found.say("119.5")
    type_over(paper, "119.5", "119.5", keep_bookmark=keep_bookmark)
    assert "栋均建筑面积（黄盖镇，2018年一季度）：这个数已不是原来的链接" in wrong(paper, known)[0]


def test_a_deleted_sentence_is_told_and_is_no_fault(paper, known):
    paragraph = next(one for one in paper.paragraphs if one.text.startswith("上年同期"))
    paragraph._element.getparent().remove(paragraph._element)
    outcomes = verify(paper, known)
    assert not any(one.is_wrong for one in outcomes)
    assert [str(one) for one in outcomes if one.verdict == "removed"] == [
        "拆除空心房（黄盖镇，2017年一季度）：文中已没有这个数（原为“12栋”）。"
    ]


def test_words_around_a_figure_may_change(paper, known):
    for paragraph in paper.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("全镇拆除空心房", "全镇共拆除旧房")
    assert wrong(paper, known) == []


def test_a_copied_figure_is_verified_too(paper, known):
    found = figure(paper, "83栋")
    copied = found.carriers[0].__copy__()
    paper.paragraphs[-1]._element.append(copied)
    figures = [one for one in read_document(paper).figures if one.link == found.link]
    figures[-1].say("84栋")
    assert wrong(paper, known) == ["拆除空心房（黄盖镇，2018年一季度）：写的是“84栋”，应为“83栋”。"]


def test_a_link_led_to_another_figure_is_found(paper, known):
    found = figure(paper, "83栋")
    other = replace(found.link, period="2017Q1")
    found.carriers[0].set(qn("r:id"), Relations(paper.part).of(write(other)))
    found.say("12栋")
    assert "链接被换过" in wrong(paper, known)[0]


def test_a_link_led_to_nonsense_is_found(paper, known):
    found = figure(paper, "83栋")
    other = replace(found.link, period="昨天")
    found.carriers[0].set(qn("r:id"), Relations(paper.part).of(write(other)))
    assert "链接被换过" in wrong(paper, known)[0]


@pytest.mark.parametrize(
    "said",
    [
        {"indicator": "snapshot.weather"},
        {"period": "昨天"},
        {"place": "110000"},
        {"indicator": "no.such"},
    ],
)
def test_nonsense_in_a_copied_link_is_one_sentence(paper, known, said):
    write_manifest(paper, Manifest())
    found = figure(paper, "83栋")
    other = replace(found.link, **said)
    found.carriers[0].set(qn("r:id"), Relations(paper.part).of(write(other)))
    [sentence] = wrong(paper, known)
    assert "“83栋”" in sentence


def test_an_altered_number_of_records_says_so(paper, known):
    next(
        one
        for one in read_document(paper).figures
        if one.link.part == "records" and one.text == "83"
    ).say("84")
    assert wrong(paper, known) == [
        "拆除空心房的记录数（黄盖镇，2018年一季度）：写的是“84”，应为“83”。"
    ]


def test_a_document_of_an_unknown_snapshot_is_refused(paper, closed):
    def nowhere(mark):
        raise Refusal(f"这里没有摘要为{mark}的封存。")

    with pytest.raises(Refusal, match=closed.facts.mark):
        verify(paper, nowhere)


def test_a_document_that_was_never_ours_is_refused(known):
    with pytest.raises(Refusal, match="没有台账写入的数字"):
        verify(docx.Document(), known)


def test_a_document_that_lost_its_list_is_still_verified(paper, known):
    write_manifest(paper, Manifest())
    figure(paper, "83栋").say("93栋")
    assert "应为“83栋”" in wrong(paper, known)[0]


def test_properties_of_others_stay(paper, tmp_path):
    before = paper.part.package.rels
    assert any("custom-properties" in one.reltype for one in before.values())
    write_manifest(paper, Manifest("a" * 64, "AAAA-AAAA", "2018Q1"))
    assert len([one for one in before.values() if "custom-properties" in one.reltype]) == 1
