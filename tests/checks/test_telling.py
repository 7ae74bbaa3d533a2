"""What was found, told: in the margin of the user's own Word file, as a page, as JSON."""

import json
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from taizhang.checks.checking import check
from taizhang.checks.reading.opening import open_report
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.telling.as_html import page
from taizhang.checks.telling.as_json import described
from taizhang.checks.telling.as_word import write_word

WRONG = "全镇耕地7458亩，其中：水田960亩、旱田6518亩。"


@pytest.fixture
def annotated(tmp_path):
    """A user's Word file with formatting of its own and a table, checked and given back."""
    document = docx.Document()
    document.add_paragraph("工作总结")
    paragraph = document.add_paragraph("先说一句。")
    run = paragraph.add_run(WRONG)
    run.bold, run.font.size = True, Pt(16)
    table = document.add_table(rows=4, cols=2)
    for row, (village, count) in enumerate(
        [("村", "户数（户）"), ("广坪村", "120"), ("合兴村", "80"), ("合计", "210")]
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = village, count
    source, target = tmp_path / "总结.docx", tmp_path / "批注.docx"
    document.save(str(source))
    checked = check(open_report(source))
    write_word(checked, target)
    return docx.Document(str(target)), checked, source


def test_each_remark_is_a_comment(annotated):
    document, checked, _ = annotated
    comments = [comment.text for comment in document.comments]
    assert comments == [f"〔不可能〕{remark.message}" for remark in checked.remarks]
    assert len(comments) == 2
    assert {comment.author for comment in document.comments} == {"台账核对"}


def test_a_comment_stands_at_its_number_and_the_words_stay(annotated):
    document, _, source = annotated
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words == [paragraph.text for paragraph in docx.Document(str(source)).paragraphs]
    xml = document.paragraphs[1]._p.xml
    inside = xml.split("commentRangeStart")[1].split("commentRangeEnd")[0]
    assert "<w:t" in inside
    assert "7458亩" in inside
    assert "耕地" not in inside
    assert all(run.bold for run in document.paragraphs[1].runs if "亩" in run.text)


def test_the_comment_of_a_table_stands_in_its_cell(annotated):
    document, _, _ = annotated
    cell = document.tables[0].cell(3, 1)._tc.xml
    assert "commentRangeStart" in cell


def test_a_text_becomes_a_word_file_with_comments(tmp_path):
    checked = check(report_of(Path("总结.txt"), f"标题\n{WRONG}\n"))
    write_word(checked, tmp_path / "批注.docx")
    document = docx.Document(str(tmp_path / "批注.docx"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["标题", WRONG]
    assert len(list(document.comments)) == 1


def test_the_page_colours_every_number_and_escapes_the_rest():
    text = page(check(report_of(Path("<总结>.txt"), f"<script>{WRONG}</script>拆除3栋。")))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert text.count('class="contradiction" title') == 3
    assert text.count('class="unchecked" title') == 1
    assert "共找到 4 个数字：不可能 3 个，没有核对 1 个" in text
    assert "http" not in text


def test_json_is_the_contract():
    told = described(check(report_of(Path("a.txt"), f"{WRONG}海拔320～937米。2018年3月。")))
    json.dumps(told, ensure_ascii=False)
    first = told["claims"][0]
    assert (first["text"], first["value"], first["unit"], first["kind"], first["approx"]) == (
        "7458亩",
        7458,
        "亩",
        "quantity",
        "exact",
    )
    assert first["verdict"] == "contradiction"
    assert [claim["value"] for claim in told["claims"] if claim["approx"] == "range"] == [
        [320, 937]
    ]
    assert told["claims"][-1]["kind"] == "date"
    assert told["relations"][0]["holds"] is False
    assert told["relations"][0]["claims"] == [0, 1, 2]
    assert told["findings"][0]["severity"] == "error"
