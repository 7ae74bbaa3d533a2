"""No rule of meetings and tasks without a record that breaks it: the tables of all files of this folder together."""

from importlib import import_module
from pkgutil import iter_modules

from taizhang.lines.directives import tests
from tests.rule_cases import declared_rules

# In a test of its own, test_rules_of_meetings.py: it takes a meeting that is saved already.
ELSEWHERE = {("directives.meeting", "不传达自己")}


def test_every_declared_rule_has_a_case():
    files = [
        one.name for one in iter_modules(tests.__path__) if one.name.startswith("test_rules_of_")
    ]
    tables = [import_module(f"{tests.__name__}.{name}").ROWS for name in files]
    tried = {(ledger, title) for rows in tables for ledger, title, *_ in rows} | ELSEWHERE
    assert declared_rules("directives") - tried == set()
