"""What is in a snapshot: each file's columns, typed for Parquet and described for whoever reads it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import title

TYPES = {  # of a column: in Parquet, and in a Frictionless table schema
    "text": (pa.string(), "string"),
    "whole": (pa.int64(), "integer"),
    "day": (pa.date32(), "date"),
    "yes or no": (pa.bool_(), "boolean"),
}
WHOLE = (models.IntegerField, models.AutoField)


@dataclass(frozen=True)
class Column:
    """One column; a decimal has a precision and a scale, a quantity a unit."""

    name: str
    title: str
    kind: str = "text"
    precision: int = 18
    scale: int = 4
    unit: str = ""

    @property
    def type(self) -> pa.DataType:
        if self.kind == "decimal":
            return pa.decimal128(self.precision, self.scale)
        return TYPES[self.kind][0]

    def described(self) -> dict[str, Any]:
        """The column in a Frictionless table schema."""
        kind = "number" if self.kind == "decimal" else TYPES[self.kind][1]
        unit = {"unit": self.unit} if self.unit else {}
        return {"name": self.name, "title": self.title, "type": kind, **unit}


@dataclass(frozen=True)
class Table:
    """One file of a snapshot."""

    name: str
    path: str
    title: str
    columns: Sequence[Column]

    @property
    def schema(self) -> pa.Schema:
        return pa.schema([(column.name, column.type) for column in self.columns])

    @property
    def words(self) -> list[str]:
        """Columns whose values repeat."""
        return [column.name for column in self.columns if column.kind != "whole"]


JOURNAL = Table(
    "journal",
    "journal.parquet",
    "流水",
    (
        Column("indicator", "指标"),
        Column("place", "地区代码"),
        Column("day", "日期", "day"),
        Column("amount", "数额", "decimal"),
        Column("item", "类别"),
        Column("ledger", "台账"),
        Column("record", "记录", "whole"),
    ),
)
FIGURES = Table(
    "figures",
    "figures.parquet",
    "按村、月、类别汇总的指标",
    (
        Column("indicator", "指标"),
        Column("place", "地区代码"),
        Column("month", "月份", "whole"),
        Column("item", "类别"),
        Column("amount", "数额", "decimal", precision=38),
        Column("records", "笔数", "whole"),
    ),
)
PLACES = Table(
    "places",
    "places.parquet",
    "地区",
    (
        Column("code", "地区代码"),
        Column("name", "名称"),
        Column("kind", "类别"),
        Column("valid_from", "启用日期", "day"),
        Column("valid_to", "撤销日期", "day"),
    ),
)
COVERAGE = Table(
    "coverage",
    "coverage.parquet",
    "已填报的地区（期间空着的有记录，不空的是零报告）",
    (Column("ledger", "台账"), Column("place", "地区代码"), Column("period", "期间")),
)


def ledger_table(model: type[Record]) -> Table:
    """A ledger's file: every column that snapshots keep, as it stood when the period was closed."""
    name = model.ledger_name()
    columns = [column_of(field) for field in model.fields_in_snapshots()]
    return Table(f"ledgers.{name}", f"ledgers/{name}.parquet", title(model), columns)


def column_of(field: Any) -> Column:
    shown = str(field.verbose_name)
    stored = field.target_field if field.is_relation else field
    if isinstance(stored, models.DecimalField):
        unit = stored.unit if isinstance(stored, QuantityField) else ""
        size = {"precision": stored.max_digits or 38, "scale": stored.decimal_places or 0}
        return Column(field.column, shown, "decimal", unit=unit, **size)
    return Column(field.column, shown, kind_of(stored))


def kind_of(field: models.Field) -> str:
    """Whatever has no type of its own in Parquet stays the text that PostgreSQL writes."""
    if isinstance(field, models.BooleanField):
        return "yes or no"
    if isinstance(field, WHOLE):
        return "whole"
    dated = isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)
    return "day" if dated else "text"
