"""docs/lines/land.md, written for the officer, names everything that the line declares."""

from pathlib import Path

import pytest

from taizhang.documents.papers import papers
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.registry import declarations, ledgers, title
from taizhang.ledgers.rules import Rule
from taizhang.lines.land.models import QuotaMovement

PAGE = Path(__file__).parents[4] / "docs" / "lines" / "land.md"
LINE = "land."


def of_the_line(declared: dict[str, object]) -> list[str]:
    return sorted({str(one.title) for name, one in declared.items() if name.startswith(LINE)})


@pytest.mark.parametrize(
    "titles",
    [
        [title(model) for model in ledgers() if model.ledger_name().startswith(LINE)],
        of_the_line(declarations("rules", Rule)),
        of_the_line(definitions()),
        of_the_line(papers()),
        QuotaMovement.Kind.labels,
    ],
    ids=["ledgers", "rules", "figures", "papers", "movements"],
)
def test_the_page_names_all_of_them(titles):
    text = PAGE.read_text()
    assert titles
    assert [one for one in titles if one not in text] == []
