"""Rules as tables of cases: for each rule of a line, what keeps it and what breaks it."""

from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations
from taizhang.ledgers.rules import Rule, broken_rules


def broken(record: Record) -> dict[str, str]:
    """The rules that a record breaks once it is in its ledger: title and severity."""
    record.save()
    records = type(record)._default_manager.filter(pk=record.pk)
    return {finding.rule: finding.severity for _, finding in broken_rules(records)}


def message(record: Record, title: str) -> str:
    """What the user reads about one broken rule."""
    record.save()
    records = type(record)._default_manager.filter(pk=record.pk)
    return next(str(finding) for _, finding in broken_rules(records) if finding.rule == title)


def declared_rules(line: str) -> set[tuple[str, str]]:
    """Ledger and title of every rule that a line declares."""
    return {
        (rule.model.ledger_name(), rule.title)
        for name, rule in declarations("rules", Rule).items()
        if name.startswith(f"{line}.")
    }
