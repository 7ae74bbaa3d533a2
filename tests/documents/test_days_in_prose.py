"""The day of a record in a sentence: it comes from the snapshot, opens its records, is verified and refreshed."""

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.files import open_word, save_word
from taizhang.documents.model import plain
from taizhang.documents.reading import read_document
from taizhang.documents.refreshing import refresh
from taizhang.documents.summary import compile_summary
from taizhang.documents.verifying import verify
from taizhang.documents.writing import word
from tests import cast
from tests.documents.books import CUTOFF, DEMOLISHED, Books, answers, demolitions

DAYS = ("2018-01-08", "2018-02-28", "2018-03-07")


@pytest.fixture
def quarter():
    """Houses demolished on three days of the quarter, once before it and once after its cut-off."""
    days = ("2017-12-20", *DAYS, "2018-03-29")
    places = (cast.GUANGPING, cast.GUANGPING, cast.HEXING, cast.GUANGPING, cast.GUANGPING)
    return answers(
        Books([e for p, d in zip(places, days, strict=True) for e in demolitions(p, 1, d)])
    )


def said(template, closed, words):
    template("summary.md", f"% 题\n\n{words}")
    compiled = compile_summary(closed, CUTOFF)
    return plain(compiled.document.blocks[1].runs)


@pytest.mark.parametrize(
    ("call", "written"),
    [
        (f'day("{DEMOLISHED}")', "3月7日"),
        (f'day("{DEMOLISHED}", which="first")', "1月8日"),
        (f'day("{DEMOLISHED}", place="{cast.HEXING}")', "2月28日"),
        (f'day("{DEMOLISHED}", period="2017Q4")', "2017年12月20日"),
        (f'day("{DEMOLISHED}", place="{cast.TUANSHAN}")', "〔缺：拆除空心房〕"),
    ],
)
def test_a_day_is_written_as_papers_write_it(template, quarter, call, written):
    assert said(template, quarter, f"会上{{{{ {call} }}}}定下。") == f"会上{written}定下。"


def test_only_the_first_and_the_last_can_be_asked_for(template, quarter):
    with pytest.raises(Refusal, match="last（最近一次）或first（最早一次）"):
        said(template, quarter, f'{{{{ day("{DEMOLISHED}", which="third") }}}}')


@pytest.fixture
def paper(template, tmp_path, closed):
    template("summary.md", f'% 题\n\n我镇于{{{{ day("{DEMOLISHED}") }}}}拆除旧房一批，群众满意。')
    path = tmp_path / "总结.docx"
    save_word(word(compile_summary(closed, CUTOFF).document), path)
    return open_word(path)


def test_a_day_agrees_until_somebody_changes_it(paper, known):
    assert {one.verdict for one in verify(paper, known)} == {"agrees"}
    (one,) = [one for one in read_document(paper).figures if one.link.part == "last_day"]
    assert one.text == "3月5日"
    one.say("3月6日")
    wrong = [str(one) for one in verify(paper, known) if one.is_wrong]
    assert wrong == ["拆除空心房的最近日期（黄盖镇，2018年一季度）：写的是“3月6日”，应为“3月5日”。"]


def test_a_day_moves_with_its_document(paper, known, later):
    changes, _ = refresh(paper, known, later)
    assert "拆除空心房的最近日期（黄盖镇，2018年二季度）：“3月5日”改为“5月5日”" in map(str, changes)
