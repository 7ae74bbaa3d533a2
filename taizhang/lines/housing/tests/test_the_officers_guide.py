"""The guide for officers names every ledger, rule and figure of applications and households."""

from pathlib import Path

import pytest

from taizhang.indicators.indicator import Indicator
from taizhang.ledgers.registry import title
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.workflow import workflow
from taizhang.lines.housing.indicators import approvals as counted_of_approvals
from taizhang.lines.housing.indicators import households as counted_of_households
from taizhang.lines.housing.models import Acceptance, Approval, Homestead, Household, Member
from taizhang.lines.housing.rules import (
    acceptance,
    approvals,
    areas,
    building,
    homesteads,
    households,
    procedure,
)

GUIDE = Path(__file__).parents[4] / "docs" / "lines" / "housing-applications.md"
RULES = (acceptance, approvals, areas, building, homesteads, households, procedure)
FIGURES = (counted_of_approvals, counted_of_households)
LEDGERS = (Household, Member, Homestead, Approval, Acceptance)


@pytest.fixture(scope="module")
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def test_every_ledger_and_step_is_named(guide):
    names = [title(model) for model in LEDGERS]
    names += [step.title for model in LEDGERS if (flow := workflow(model)) for step in flow.steps]
    assert [name for name in names if name not in guide] == []


def declared(files: tuple[object, ...], kind: type) -> list[str]:
    found = {one.title for file in files for one in vars(file).values() if isinstance(one, kind)}
    assert found
    return sorted(found)


def test_every_rule_is_named(guide):
    assert [name for name in declared(RULES, Rule) if name not in guide] == []


def test_every_figure_is_named(guide):
    assert [name for name in declared(FIGURES, Indicator) if name not in guide] == []
