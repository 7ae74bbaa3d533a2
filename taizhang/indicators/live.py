"""Live figures: the journal as a query over today's tables, before anything is closed."""

from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection

from taizhang.indicators.definition import Definition
from taizhang.indicators.indicator import definitions
from taizhang.indicators.journal import journal_sql
from taizhang.indicators.source import Coverage, PlaceInfo
from taizhang.ledgers.models import ZeroReturn
from taizhang.ledgers.registry import ledgers
from taizhang.people.models import Place, within


class LiveSource:
    """The tables as they are now, as far as the acting post may see them."""

    def __init__(self, place: str, cutoff: date) -> None:
        self.place = place
        self.cutoff = cutoff

    @property
    def definitions(self) -> dict[str, Definition]:
        return definitions()

    @cached_property
    def journal(self) -> str:
        return f"({journal_sql(self.cutoff, self.place)}) AS journal"

    @cached_property
    def places(self) -> dict[str, PlaceInfo]:
        return {
            place.code: PlaceInfo(
                place.code, place.name, place.kind, place.valid_from, place.valid_to
            )
            for place in Place.objects.filter(within(self.place, "code"))
        }

    @cached_property
    def coverage(self) -> frozenset[Coverage]:
        return frozenset(kept(self.place) + reported_zero(self.place))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()


def kept(place: str) -> list[Coverage]:
    """Which ledgers have any record at which place, of those that are closed with the others: whoever asks."""
    return [
        Coverage(model.ledger_name(), code)
        for model in ledgers()
        if model is not ZeroReturn
        for code in model._default_manager.filter(within(place), model.closed_rows)
        .order_by()
        .values_list("place_id", flat=True)
        .distinct()
    ]


def reported_zero(place: str) -> list[Coverage]:
    returns = ZeroReturn.objects.filter(within(place))
    return [Coverage(row.ledger, row.place_id, row.period) for row in returns]
