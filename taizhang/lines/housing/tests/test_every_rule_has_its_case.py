"""No rule of house building without a record that breaks it: the tables of all files of this folder together."""

from importlib import import_module
from pkgutil import iter_modules

from taizhang.lines.housing import tests
from tests.rule_cases import declared_rules

# In a test of its own, test_rules_of_draws.py: it takes a draw that was held.
ELSEWHERE = {("housing.draw", "作废的抽签收回套房")}


def test_every_declared_rule_of_housing_has_a_case():
    files = [
        one.name for one in iter_modules(tests.__path__) if one.name.startswith("test_rules_of_")
    ]
    tables = [import_module(f"{tests.__name__}.{name}").ROWS for name in files]
    tried = {(ledger, title) for rows in tables for ledger, title, *_ in rows} | ELSEWHERE
    assert declared_rules("housing") - tried == set()
