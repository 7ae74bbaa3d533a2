"""Who has not reported. Missing is not zero: a village without a record and without a zero return is a named gap."""

from functools import cached_property

from taizhang.core.period import Period
from taizhang.indicators.definition import Definition
from taizhang.indicators.source import Source


class Reporting:
    """Who keeps which ledger, and who has reported for one period; each question is worked out once."""

    def __init__(self, source: Source, period: Period) -> None:
        self.source, self.period = source, period
        self._silent: dict[tuple[str, int, str], tuple[set[str], bool]] = {}

    def gaps(self, definition: Definition, place: str) -> tuple[str, ...]:
        """The codes of the places that should have reported for a figure and did not."""
        found: set[str] = set()
        for ledger, digits in definition.ledgers.items():
            found |= self.silent(ledger, digits, place)[0]
        return tuple(sorted(found))

    def is_missing(self, definition: Definition, place: str) -> bool:
        """Nobody has reported for one of the figure's ledgers: there is no figure, which is not a zero."""
        return any(
            self.silent(ledger, digits, place)[1] for ledger, digits in definition.ledgers.items()
        )

    def silent(self, ledger: str, digits: int, place: str) -> tuple[set[str], bool]:
        """Who has not reported on a ledger for a place, and whether that is everybody."""
        key = (ledger, digits, place)
        if key not in self._silent:
            expected = self.expected(place, digits)
            codes = {code for code in expected if not self.reports(ledger, code)}
            self._silent[key] = codes, len(codes) == len(expected)
        return self._silent[key]

    def expected(self, place: str, digits: int) -> set[str]:
        """Who keeps a ledger for this place: its villages; or, for a ledger kept higher up, the place above."""
        if len(place) >= digits:
            return {place[:digits]}
        first, last = self.period.first, self.period.last
        return {
            one.code
            for one in self.source.places.values()
            if one.code.startswith(place)
            and len(one.code) == digits
            and one.is_valid_in(first, last)
        }

    def reports(self, ledger: str, place: str) -> bool:
        """Any record at the place, or zero returns of it or of one above it for every month of the period."""
        if any(code.startswith(place) for code in self._index.get((ledger, ""), ())):
            return True
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
