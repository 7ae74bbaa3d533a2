"""Every line of work is asked the same questions; a new line gets these tests for nothing."""

import pytest
from django.db.models import DateField

from taizhang.indicators.indicator import definitions, indicators
from taizhang.ledgers.models import Standard
from taizhang.ledgers.registry import declarations, ledgers
from taizhang.ledgers.rules import Rule, rules
from taizhang.ledgers.workflow import Workflow

ALL_DEFINITIONS = sorted(definitions())


@pytest.mark.parametrize("name", ALL_DEFINITIONS)
def test_a_figure_has_a_title_a_unit_and_a_written_definition(name):
    definition = definitions()[name]
    assert definition.title
    assert definition.unit
    assert len(definition.definition) >= 10, "口径要写明按哪个日期计、什么不计"


def test_no_two_figures_share_a_title():
    titles = [definition.title for definition in definitions().values()]
    assert len(titles) == len(set(titles))


def test_every_ledger_has_a_chinese_name_and_named_fields():
    for model in ledgers():
        names = [
            str(model._meta.verbose_name),
            *(str(field.verbose_name) for field in model._meta.concrete_fields),
        ]
        assert all(
            any("一" <= letter <= "鿿" for letter in name)
            for name in names
            if name not in ("ID", "id")
        )


def test_every_rule_can_be_asked_of_the_database(office):
    for model in ledgers():
        for rule in rules(model):
            assert list(model._default_manager.filter(rule.broken())) == []


def test_every_declared_rule_has_a_title_a_sentence_and_its_date_field():
    declared = declarations("rules", Rule)
    assert declared
    for rule in declared.values():
        assert rule.title
        assert rule.message.endswith(("。", "？"))
        if rule.since or rule.until:
            assert isinstance(rule.model._meta.get_field(rule.dated_by), DateField)


def test_every_state_can_be_reached_and_has_its_date(db):
    for flow in declarations("workflow", Workflow).values():
        states = {step.state for step in flow.steps}
        for step in flow.steps:
            assert set(step.after) <= states
            assert isinstance(flow.model._meta.get_field(step.on), DateField)
        assert any(not step.after for step in flow.steps)


def test_standards_that_rules_name_are_shipped(db):
    for name in Standard.objects.values_list("name", flat=True).distinct():
        line = name.partition(".")[0]
        assert line in {model._meta.app_label for model in ledgers()}


def test_every_indicator_counts_something():
    assert all(one.legs() for one in indicators().values())
