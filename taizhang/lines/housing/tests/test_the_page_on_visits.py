"""The officer's page names every ledger, rule, figure and paper of plans, visits, slogans and patrols."""

from pathlib import Path

import pytest

from taizhang.documents.papers import Paper
from taizhang.indicators.indicator import Declared
from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.documents import approvals as approval_papers
from taizhang.lines.housing.documents import patrol as patrol_papers
from taizhang.lines.housing.documents import visits as visit_papers
from taizhang.lines.housing.indicators import patrol as patrol_figures
from taizhang.lines.housing.indicators import visits as visit_figures
from taizhang.lines.housing.models import (
    Drawing,
    Patrol,
    Plan,
    SiteVisit,
    Slogan,
    SloganItem,
    Violation,
)
from taizhang.lines.housing.rules import patrol, planning, slogans, visits

PAGE = (Path(__file__).parents[4] / "docs" / "lines" / "housing-visits.md").read_text()
LEDGERS = (Plan, Drawing, SiteVisit, Slogan, SloganItem, Patrol, Violation)
PAPERS = (approval_papers, visit_papers, patrol_papers)
FIGURES = (visit_figures, patrol_figures)


def titles(kind: type, *modules: object) -> set[str]:
    return {
        one.title for module in modules for one in vars(module).values() if isinstance(one, kind)
    }


NAMED = (
    {str(model._meta.verbose_name) for model in LEDGERS}
    | titles(Rule, planning, visits, slogans, patrol)
    | titles(Declared, *FIGURES)
    | titles(Paper, *PAPERS)
)


@pytest.mark.parametrize("title", sorted(NAMED))
def test_the_page_names(title):
    assert title in PAGE
