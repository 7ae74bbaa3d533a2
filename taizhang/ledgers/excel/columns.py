"""A ledger's columns: its fields under their Chinese names, each with the reader of its cells."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.validators import DecimalValidator, MaxLengthValidator
from django.db import models

from taizhang.ledgers.excel.amounts import NumberReader, unit_named
from taizhang.ledgers.excel.cells import (
    NULL,
    BooleanReader,
    ChoiceReader,
    Reader,
    TextReader,
    TypedNumberReader,
    escaped,
)
from taizhang.ledgers.excel.dates import DateReader
from taizhang.ledgers.excel.references import PlaceReader, RecordReader
from taizhang.ledgers.excel.scope import Scope
from taizhang.ledgers.fields import TypedNumberField
from taizhang.ledgers.record import Record
from taizhang.people.models import Place

DIGITS = {models.SmallIntegerField: 5, models.BigIntegerField: 19, models.IntegerField: 10}
# What these validators check, the readers check faster.
READ_NATIVELY = (DecimalValidator, MaxLengthValidator)


@dataclass(frozen=True)
class Column:
    """One column of a ledger's sheet, seen from its field."""

    field: Any

    @property
    def name(self) -> str:
        return str(self.field.name)

    @property
    def title(self) -> str:
        return str(self.field.verbose_name)

    @property
    def database_name(self) -> str:
        return str(self.field.column)

    @property
    def unit(self) -> str:
        return str(getattr(self.field, "unit", ""))

    @property
    def head(self) -> str:
        """The title as our own workbooks print it: 建筑面积（㎡）."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title

    @property
    def required(self) -> bool:
        return not (self.field.blank or self.field.has_default())

    @property
    def labels(self) -> dict[str, str]:
        """Choices: label to stored value."""
        return {str(label): str(value) for value, label in self.field.flatchoices if value}


def columns(model: type[Record]) -> list[Column]:
    """The columns of a ledger as an office reads them: number, place, its own fields, note."""
    fields = {field.name: field for field in model._meta.concrete_fields if field.editable}
    del fields[model._meta.pk.name]
    number, place, note = fields.pop("number"), fields.pop("place"), fields.pop("note")
    return [Column(field) for field in (number, place, *fields.values(), note)]


def reader(column: Column, scope: Scope) -> Reader:
    """The reader for a column's cells, made from its field."""
    field = column.field
    checks = [check for check in field.validators if not isinstance(check, READ_NATIVELY)]
    if field.choices:
        return ChoiceReader(column.labels, blank_text(column))
    if isinstance(field, models.ForeignKey):
        return reference(column, scope)
    for kind, make in READERS:
        if isinstance(field, kind):
            return make(column, checks)
    raise TypeError(f"{type(field).__name__} needs a reader in columns.py: {field}")


def reference(column: Column, scope: Scope) -> Reader:
    target = column.field.remote_field.model
    if target is Place:
        return PlaceReader(scope, blank_text(column))
    if issubclass(target, Record):
        return RecordReader(target, blank_text(column))
    raise TypeError(f"a {target.__name__} has no number that a workbook could name: {column.field}")


def typed_number(column: Column, checks: Sequence[Any]) -> Reader:
    field = column.field
    return TypedNumberReader(field.kind, field.max_length, blank_text(column), checks)


def text(column: Column, checks: Sequence[Any]) -> Reader:
    return TextReader(column.field.max_length, blank_text(column), checks)


def decimal(column: Column, checks: Sequence[Any]) -> Reader:
    field = column.field
    places, digits = field.decimal_places, field.max_digits
    return NumberReader(places, digits, column.unit, blank_text(column), checks)


def integer(column: Column, checks: Sequence[Any]) -> Reader:
    digits = next(digits for kind, digits in DIGITS.items() if isinstance(column.field, kind))
    return NumberReader(0, digits, column.unit, blank_text(column), checks)


def boolean(column: Column, checks: Sequence[Any]) -> Reader:
    return BooleanReader(blank_text(column), checks)


def day(column: Column, checks: Sequence[Any]) -> Reader:
    return DateReader(blank_text(column), checks)


READERS: tuple[tuple[type[Any], Callable[[Column, Sequence[Any]], Reader]], ...] = (
    (TypedNumberField, typed_number),
    (models.CharField, text),
    (models.TextField, text),
    (models.DecimalField, decimal),
    (models.IntegerField, integer),
    (models.BooleanField, boolean),
    (models.DateField, day),
)


def blank_text(column: Column) -> str | None:
    """What COPY writes for an empty cell; None where the cell must be filled."""
    field = column.field
    if not field.blank and not field.has_default():
        return None
    default = default_value(field)
    return NULL if default is None else escaped(default)


def default_value(field: Any) -> str | None:
    """What a field holds when nothing is given, as PostgreSQL reads it; None is no value."""
    value = field.get_default()
    if value is None:
        return "" if field.empty_strings_allowed and not field.null else None
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value)


def normal(text: Any) -> str:
    """A name for comparing: full-width and half-width forms, blanks and line breaks are alike."""
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


def without_unit(head: str) -> tuple[str, str]:
    """A normalised head split at its last bracket: 建筑面积(m2) is 建筑面积 and ㎡."""
    title, bracket, unit = head.removesuffix(")").rpartition("(")
    return (title, unit_named(unit)) if bracket and head.endswith(")") else (head, "")
