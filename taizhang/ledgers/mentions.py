"""Numbers that point at records of another line: looked up through the catalogue, where that line is installed.

The database answers in the acting post's own view. A record that the post may not see, such as an accusation, is for it
a record that is not there; so this is a question and never a bar, and its words must not tell one from the other.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Substr
from django.db.models.lookups import Exact

from taizhang.ledgers.fields import NumberOfField
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import installed, ledgers
from taizhang.ledgers.rules import Rule
from taizhang.people.models import TOWN, within

MOST = 20  # records that name another one, shown on its page
ALWAYS = Q(Exact(Value(1), Value(1)))


def mentioned(model: type[Record], field: str) -> Q:
    """The record that the number in `field` names is there; always, where its ledger is not installed."""
    there = installed(number_field(model, field).ledger)
    return ALWAYS if there is None else Q(Exists(same_town(there).filter(number=OuterRef(field))))


def mentioning(model: type[Record], field: str, **conditions: Any) -> Exists:
    """Seen from the ledger whose numbers are named: some record of `model` names this one."""
    return Exists(same_town(model).filter(**{field: OuterRef("number")}, **conditions))


def out_of_sight(model: type[Record], field: str, place: str, numbers: Iterable[str]) -> set[str]:
    """Those numbers of a town that name no record in the acting post's view; none where their ledger is not installed."""
    there, asked = installed(number_field(model, field).ledger), set(numbers) - {""}
    if there is None or not asked:
        return set()
    found = there._default_manager.filter(within(place[:TOWN]), number__in=asked)
    return asked - set(found.values_list("number", flat=True))


def meeting(record: Record) -> Iterator[Record]:
    """The records of other lines that a record names by number, and those that name it, in the acting post's view."""
    town = within(record.place_id[:TOWN])
    for field in number_fields(type(record)):
        there, number = installed(field.ledger), getattr(record, field.name)
        if there and number:
            yield from there._default_manager.filter(town, number=number)
    for model in ledgers():
        for field in number_fields(model):
            if field.ledger == record.ledger_name():
                named = {field.name: record.number}
                yield from model._default_manager.filter(town, **named).order_by("number")[:MOST]


def number_fields(model: type[Record]) -> list[NumberOfField]:
    """The fields of a ledger that hold numbers of another line's records."""
    return [one for one in model._meta.concrete_fields if isinstance(one, NumberOfField)]


def same_town(model: type[Record]) -> Any:
    """Records of the outer record's town, as the index over numbers has them."""
    rows = model._default_manager.annotate(mention_town=Substr("place", 1, TOWN))
    return rows.filter(mention_town=Substr(OuterRef("place"), 1, TOWN))


def number_field(model: type[Record], field: str) -> NumberOfField:
    found = model._meta.get_field(field)
    if not isinstance(found, NumberOfField):
        raise ValueError(f"{model.ledger_name()}.{field} is no NumberOfField")
    return found


def found_rule(title: str, model: type[Record], field: str, message: str) -> Rule:
    """A rule that asks about numbers which name no record in sight."""
    return Rule(title, model, ~Q(**{field: ""}) & ~mentioned(model, field), message, ask=True)
