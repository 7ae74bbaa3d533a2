"""The officer's guide names everything that the line has: what it does not name, nobody finds."""

import pytest

from taizhang.documents.papers import papers
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.registry import ledgers, title
from taizhang.lines.hollow_houses.workflow import hollow_house
from tests.home import REPOSITORY
from tests.rule_cases import declared_rules

LINE = "hollow_houses"
GUIDE = (REPOSITORY / "docs" / "lines" / f"{LINE}.md").read_text(encoding="utf-8")

NAMES = {
    "ledger": [title(model) for model in ledgers() if model._meta.app_label == LINE],
    "rule": sorted({rule for _, rule in declared_rules(LINE)}),
    "indicator": [one.title for name, one in definitions().items() if name.startswith(f"{LINE}.")],
    "paper": [one.title for name, one in papers().items() if name.startswith(f"{LINE}.")],
    "step": [step.title for step in hollow_house.steps],
}


@pytest.mark.parametrize("kind", NAMES)
def test_the_guide_names_every_one(kind):
    assert NAMES[kind]
    assert [name for name in NAMES[kind] if name not in GUIDE] == []
