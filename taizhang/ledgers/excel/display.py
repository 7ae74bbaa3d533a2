"""Values as a person reads them, for previews: labels, names and numbers instead of codes and keys."""

from decimal import Decimal
from typing import Any

from taizhang.core.wording import plain
from taizhang.ledgers.excel.columns import Column
from taizhang.people.models import Place


def display(column: Column, value: Any) -> str:
    """A stored value in words; a reference is looked up, so this is for a few values, not for a ledger."""
    if value in (None, ""):
        return "（空）"
    if column.field.choices:
        return next(
            (label for label, stored in column.labels.items() if stored == str(value)), str(value)
        )
    if column.field.is_relation:
        return name_of(column.field.remote_field.model, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return plain(value) if isinstance(value, Decimal) else str(value)


def name_of(model: Any, key: Any) -> str:
    found = model._default_manager.filter(pk=key).first()
    if found is None:
        return str(key)
    return str(found.name if isinstance(found, Place) else found.number)
