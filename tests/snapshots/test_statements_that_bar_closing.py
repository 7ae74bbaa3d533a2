"""A statement may be entered although it disagrees with the ledger; the period stays open until they agree."""

from dataclasses import replace
from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.rules import broken_rules, rules
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.snapshots import conditions
from taizhang.snapshots.closing import close
from tests.snapshots.test_who_closes_and_when import AFTER
from tests.snapshots.towns import house


@pytest.fixture
def asserted(monkeypatch):
    """The question about unlikely floor areas, made into one that bars closing."""
    title = "建筑面积在常见范围内"
    changed = [
        replace(rule, ask=False, at_closing=True) if rule.title == title else rule
        for rule in rules(HollowHouse)
    ]
    for module in ("taizhang.ledgers.rules", "taizhang.snapshots.conditions"):
        monkeypatch.setattr(
            f"{module}.rules", lambda model: changed if model is HollowHouse else []
        )
    return title


def test_it_is_a_question_while_saving_and_a_bar_at_closing(town, asserted):
    record = house(
        town.villages[0], "KX-1", date(2018, 1, 5), floor_area="644.50", base_area="300.00"
    )
    record.save()
    found = [finding for _, finding in broken_rules(HollowHouse.objects.filter(pk=record.pk))]
    assert [finding.severity for finding in found if finding.rule == asserted] == ["ask"]
    with pytest.raises(Refusal, match="644.5"):
        close("2018Q1", today=AFTER)
    HollowHouse.objects.filter(pk=record.pk).update(floor_area="120.50", base_area="60.00")
    assert conditions.questions(town.code) == []
    close("2018Q1", today=AFTER)
