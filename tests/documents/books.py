"""A small town's journal, given line by line, behind the same interface that a snapshot has."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from taizhang.core.period import Period
from taizhang.documents.answers import Answers, Facts
from taizhang.indicators.indicator import definitions
from taizhang.indicators.source import Coverage, PlaceInfo
from taizhang.snapshots.engine import engine
from tests import cast
from tests.home import HOME

DIGEST = "7f3a92c1" + "0123456789abcdef" * 3 + "00000001"
LATER_DIGEST = "b0b1b2b3" + "0123456789abcdef" * 3 + "00000002"
CUTOFF = date(2018, 3, 26)
DEMOLISHED, FLOOR_AREA = "hollow_houses.demolished", "hollow_houses.floor_area"
SITES, SCATTERED = "housing.sites", "housing.scattered_approvals"
VILLAGES = (cast.TUANSHAN, cast.GUANGPING, cast.HEXING, cast.HUANGGAIHU)

Entry = tuple[str, str, str, str]  # indicator, place, day, amount


class Books:
    """A source of figures; `silent` places have neither records nor zero returns."""

    def __init__(
        self, entries: Sequence[Entry], cutoff: date = CUTOFF, silent: Sequence[str] = ()
    ) -> None:
        self.place, self.cutoff, self.definitions = cast.TOWN, cutoff, definitions()
        self.places = {
            code: PlaceInfo(code, name, kind)
            for code, name, kind in cast.PLACES
            if code.startswith(cast.TOWN)
        }
        ledgers = {name for one in self.definitions.values() for name in one.ledgers}
        years = ("2017", "2018")
        self.coverage = frozenset(
            Coverage(ledger, code, year)
            for ledger in ledgers
            for code in (*VILLAGES, cast.TOWN)
            if code not in silent and not (silent and code == cast.TOWN)
            for year in years
        )
        self.engine = engine("duckdb", [written(table(entries))])
        self.journal = self.engine.tables[0]
        self.asked = 0

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        self.asked += 1
        return self.engine.rows(sql)


def table(entries: Sequence[Entry]) -> pa.Table:
    """The journal's columns, as closing writes them."""
    amounts = pa.array([Decimal(amount) for *_, amount in entries], pa.decimal128(18, 4))
    return pa.table(
        {
            "indicator": [indicator for indicator, *_ in entries],
            "place": [place for _, place, *_ in entries],
            "day": [date.fromisoformat(day) for _, _, day, _ in entries],
            "amount": amounts,
            "item": ["" for _ in entries],
            "ledger": [indicator.split(".")[0] for indicator, *_ in entries],
            "record": list(range(1, len(entries) + 1)),
        }
    )


def written(journal: pa.Table) -> Path:
    """A file of its own in the run's home, which goes when the run ends."""
    folder = HOME / "books"
    folder.mkdir(exist_ok=True)
    path = folder / f"{uuid4().hex}.parquet"
    pq.write_table(journal, path)
    return path


def demolitions(place: str, number: int, day: str = "2018-03-05") -> list[Entry]:
    """So many houses of 118.5 square metres each, demolished at a place."""
    one = [(DEMOLISHED, place, day, "1"), (FLOOR_AREA, place, day, "118.5")]
    return one * number


def first_quarter() -> list[Entry]:
    """Eighty-three houses in two villages, twelve more the year before, and one building site."""
    return [
        *demolitions(cast.GUANGPING, 50),
        *demolitions(cast.HEXING, 33),
        *demolitions(cast.GUANGPING, 12, "2017-02-01"),
        (SITES, cast.SITE, "2017-06-01", "1"),
    ]


def answers(
    source: Books, period: str = "2018Q1", digest: str = DIGEST, number: int = 1
) -> Answers:
    """The books as a closed period."""
    short = f"{digest[:4]}-{digest[4:8]}".upper()
    return Answers(Facts(digest, short, number, Period.parse(period), cast.TOWN), source)
