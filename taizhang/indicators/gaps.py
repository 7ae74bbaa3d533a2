"""Who has not reported. Missing is not zero: a village without a record and without a zero return is a named gap."""

from functools import cached_property

from taizhang.core.period import Period
from taizhang.indicators.definition import Definition
from taizhang.indicators.source import Source


class Reporting:
    """Who keeps which ledger, and who has reported for one period."""

    def __init__(self, source: Source, period: Period) -> None:
        self.source, self.period = source, period
        self._known: dict[tuple[str, str], bool] = {}

    def gaps(self, definition: Definition, place: str) -> tuple[str, ...]:
        """The codes of the places that should have reported for a figure and did not."""
        asked = [
            (ledger, code)
            for ledger, digits in definition.ledgers.items()
            for code in self.expected(place, digits)
        ]
        return tuple(sorted({code for ledger, code in asked if not self.reports(ledger, code)}))

    def is_missing(self, definition: Definition, place: str) -> bool:
        """Nobody has reported for one of the figure's ledgers: there is no figure, which is not a zero."""
        return any(
            not any(self.reports(ledger, code) for code in self.expected(place, digits))
            for ledger, digits in definition.ledgers.items()
        )

    def expected(self, place: str, digits: int) -> list[str]:
        """Who keeps a ledger for this place: its villages; or, for a ledger kept higher up, the place above."""
        if len(place) >= digits:
            return [place[:digits]]
        first, last = self.period.first, self.period.last
        return [
            one.code
            for one in self.source.places.values()
            if one.code.startswith(place)
            and len(one.code) == digits
            and one.is_valid_in(first, last)
        ]

    def reports(self, ledger: str, place: str) -> bool:
        if (ledger, place) not in self._known:
            self._known[ledger, place] = self._has_records(ledger, place) or self._reported_zero(
                ledger, place
            )
        return self._known[ledger, place]

    def _has_records(self, ledger: str, place: str) -> bool:
        return any(code.startswith(place) for code in self._index.get((ledger, ""), ()))

    def _reported_zero(self, ledger: str, place: str) -> bool:
        """Zero returns of the place, or of one above it, cover every month of the period."""
        covered = {
            month.name
            for (name, zero), codes in self._index.items()
            if name == ledger and zero and any(place.startswith(code) for code in codes)
            for month in Period.parse(zero).months()
        }
        return {month.name for month in self.period.months()} <= covered

    @cached_property
    def _index(self) -> dict[tuple[str, str], set[str]]:
        index: dict[tuple[str, str], set[str]] = {}
        for row in self.source.coverage:
            index.setdefault((row.ledger, row.period), set()).add(row.place)
        return index
