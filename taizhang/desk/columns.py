"""How a ledger's fields look on the desk, derived from the fields: which are listed, searched and filtered, and how.

A Record may say better with `listed`, `searched` and `filtered` (field names) and, where it has very many fields, with
`sections` (a title for each group of the form, and its first field); nothing else about a line is written here.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from taizhang.core.wording import plain
from taizhang.ledgers.excel.columns import columns as excel_columns
from taizhang.ledgers.excel.exporting import mask
from taizhang.ledgers.fields import QuantityField, TypedNumberField
from taizhang.ledgers.record import OUT_OF_REACH, Record
from taizhang.ledgers.workflow import workflow

Field = models.Field
Column = Callable[[Record], object]

EMPTY = "—"


def title(field: Field) -> str:
    unit = field.unit if isinstance(field, QuantityField) else ""
    return f"{field.verbose_name}（{unit}）" if unit else str(field.verbose_name)


def shown(field: Field, value: object, *, whole: bool = False) -> str:
    """A stored value as a person reads it; an ID number is `whole` only for those who write the ledger."""
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(field, TypedNumberField) and not whole:
        return str(mask(field)(value))
    if isinstance(field, models.DecimalField):
        return plain(Decimal(str(value)), field.decimal_places)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def related(record: Record, field: Field) -> str:
    """What a record points at; it may be another post's business, such as a project of the town for a village."""
    try:
        there = getattr(record, field.name)
    except ObjectDoesNotExist:
        return OUT_OF_REACH
    return EMPTY if there is None else str(there)


def column(field: Field) -> Column:
    """A column of a list, and a line of a page that only shows."""

    @admin.display(description=title(field), ordering=field.name)
    def cell(record: Record) -> object:
        if field.is_relation:
            return related(record, field)
        return shown(field, getattr(record, field.name))

    cell.__name__ = field.name
    return cell


def own_fields(model: type[Record]) -> list[Field]:
    """What a person fills in, in the order of the ledger's own workbook: number and place first, the note last."""
    return [column.field for column in excel_columns(model)]


def sections(model: type[Record]) -> list[tuple[str, list[Field]]]:
    """The fields of the form but for the last, the note, in groups; all in one without a title unless the ledger says."""
    starts = {name: title for title, name in getattr(model, "sections", {}).items()}
    groups: list[tuple[str, list[Field]]] = [("", [])]
    for field in own_fields(model)[:-1]:
        if field.name in starts:
            groups.append((starts[field.name], []))
        groups[-1][1].append(field)
    return groups


def worked_out(model: type[Record]) -> list[Field]:
    """What the ledger works out by itself: shown, and never filled in."""
    fields = model._meta.concrete_fields
    return [field for field in fields if not field.editable and not field.primary_key]


def fields_named(model: type[Record], names: Iterable[str]) -> list[Field]:
    return [model._meta.get_field(name) for name in names]  # type: ignore[misc] # concrete fields only


def listed(model: type[Record]) -> list[Field]:
    """The fields of a list after number and place: those the ledger names, else its most telling ones."""
    if names := getattr(model, "listed", None):
        return fields_named(model, names)
    rest = [field for field in own_fields(model) if field.name not in ("number", "place", "note")]
    chosen = [
        *first(rest, is_word, 2),
        *first(rest, is_choice, 1),
        *first(rest, is_amount, 2),
        *first(rest, is_date, 1 if workflow(model) else 2),
    ]
    return [field for field in rest if field in chosen]


def first(fields: Iterable[Field], wanted: Callable[[Field], bool], most: int) -> list[Field]:
    """The first fields of a kind: those always filled in before those that may be empty, quantities before counts."""
    found = sorted(
        (one for one in fields if wanted(one)), key=lambda one: (one.blank, is_count(one))
    )
    return found[:most]


def is_word(field: Field) -> bool:
    text = isinstance(field, models.CharField) and not isinstance(field, TypedNumberField)
    return field.is_relation or (text and not field.choices)


def is_choice(field: Field) -> bool:
    return bool(field.choices)


def is_amount(field: Field) -> bool:
    return isinstance(field, QuantityField) or is_count(field)


def is_count(field: Field) -> bool:
    return isinstance(field, models.IntegerField) and not field.choices


def is_date(field: Field) -> bool:
    return isinstance(field, models.DateField)


def searched(model: type[Record]) -> list[str]:
    """The number, and what the ledger names, else the first name in its list: people look for people."""
    named = [field.name for field in listed(model) if is_word(field) and not field.is_relation]
    return ["number", *getattr(model, "searched", named[:1])]
