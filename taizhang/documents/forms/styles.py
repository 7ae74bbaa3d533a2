"""What a form's cell styles say of its cells: whether they are locked, and how they show numbers."""

import re
from functools import cached_property
from typing import Any

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
TEXT_FORMAT = 49
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
LETTERS_OF_DATES = re.compile(r"[ymdhs]", re.I)


class Styles:
    """The cell formats of a workbook by their number, as `s` in a cell names them."""

    def __init__(self, root: Any | None) -> None:
        self.root = root
        self.locked: dict[str, bool] = {}
        self.dated: dict[str, bool] = {}

    @cached_property
    def formats(self) -> list[Any]:
        found = None if self.root is None else self.root.find(f"{MAIN}cellXfs")
        return [] if found is None else list(found)

    @cached_property
    def codes(self) -> dict[int, str]:
        """The number formats that the workbook brings itself."""
        if self.root is None:
            return {}
        return {
            int(one.get("numFmtId")): one.get("formatCode", "")
            for one in self.root.iter(f"{MAIN}numFmt")
            if (one.get("numFmtId") or "").isdigit()
        }

    def is_locked(self, style: str) -> bool:
        """Whether protection of the sheet closes the cell; cells are locked unless their style says otherwise."""
        if style not in self.locked:
            found = self._format(style)
            said = None if found is None else found.find(f"{MAIN}protection")
            self.locked[style] = said is None or said.get("locked") not in ("0", "false")
        return self.locked[style]

    def shows_dates(self, style: str) -> bool:
        if style not in self.dated:
            number = self._number_format(style)
            code = QUOTED.sub("", self.codes.get(number, ""))
            self.dated[style] = number in BUILT_IN_DATES or bool(LETTERS_OF_DATES.search(code))
        return self.dated[style]

    def is_text(self, style: str) -> bool:
        """Whether what is typed there stays text, so that formulas do not add it up."""
        number = self._number_format(style)
        return number == TEXT_FORMAT or self.codes.get(number) == "@"

    def _number_format(self, style: str) -> int:
        found = self._format(style)
        said = "0" if found is None else found.get("numFmtId", "0")
        return int(said) if said.isdigit() else 0

    def _format(self, style: str) -> Any | None:
        at = int(style) if style.isdigit() else 0
        return self.formats[at] if at < len(self.formats) else None
