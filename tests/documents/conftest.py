from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.answers import Answers
from taizhang.documents.files import save_word
from taizhang.documents.summary import compile_summary
from taizhang.documents.writing import word
from tests import cast
from tests.documents.books import CUTOFF, LATER_DIGEST, Books, answers, demolitions, first_quarter


@pytest.fixture
def closed():
    """The first quarter of 2018 of the small town, closed."""
    return answers(Books(first_quarter()))


@pytest.fixture
def template(monkeypatch, tmp_path):
    """Write an office's own template; the product's lines and frame are out of the way unless asked for."""
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))

    def write(name: str, text: str) -> str:
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


FRAME = """
% {{ place }}{{ period }}工作总结
% {{ issued }}

# 工作成效

## 整治空心房

{{ period }}全镇拆除空心房{{ figure("hollow_houses.demolished") }}，拆除面积{{ figure("hollow_houses.floor_area") }}，
标语{{ figure("hollow_houses.surveyed", style="about") }}，新批分散建房{{ figure("housing.scattered_approvals") }}。

上年同期拆除的是{{ figure("hollow_houses.demolished", period="year_ago") }}，各村都有台账可查。

> 数据截至{{ cutoff }}，封存号{{ short }}（第{{ number }}次封存）
"""


@pytest.fixture
def summary(template, tmp_path, closed):
    """The file of a small summary of the first quarter."""
    template("summary.md", FRAME)
    path = tmp_path / "总结.docx"
    save_word(word(compile_summary(closed, CUTOFF).document), path)
    return path


@pytest.fixture
def later():
    """The second quarter: thirty houses more, in a third village."""
    source = Books(
        [*first_quarter(), *demolitions(cast.HUANGGAIHU, 30, "2018-05-05")], date(2018, 6, 28)
    )
    return answers(source, "2018Q2", LATER_DIGEST)


@pytest.fixture
def known(closed, later):
    """The snapshots this installation has, by the digits in an address."""

    def find(mark: str) -> Answers:
        for one in (closed, later):
            if one.facts.mark == mark:
                return one
        raise Refusal(f"这里没有摘要为{mark}的封存。")

    return find
