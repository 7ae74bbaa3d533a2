"""The catalogue of required forms (报表目录): who asks, by which document, how often, until when, and what is due.

Its entries are the heads of the mapping files: form, mapping and catalogue change together, when a new form arrives.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from taizhang.core.calendar import Deadline, calendar_days, working_days
from taizhang.core.finding import Refusal
from taizhang.core.period import Period

ONCE = "一次"
RHYTHMS = {"每月": 1, "每季度": 3, "每半年": 6, "每年": 12, ONCE: 0}
AFTER_END = re.compile(r"期末后(\d{1,3})(?:个)?(工作日|日|天)(?:内)?")
DAY_OF_NEXT_MONTH = re.compile(r"次月(\d{1,2})[日号](?:前)?")
NO_BASIS = "没有登记依据，可以请要表单位出示文件"


@dataclass(frozen=True)
class Entry:
    """One required form. `asker` is who asks, `basis` the document, `registered` the number under which it is allowed."""

    title: str
    asker: str = ""
    basis: str = ""
    registered: str = ""
    rhythm: str = ""
    deadline: str = ""
    since: date | None = None
    until: date | None = None
    note: str = ""

    KEYS: ClassVar[dict[str, str]] = {
        "要表单位": "asker",
        "依据": "basis",
        "报备": "registered",
        "报送": "rhythm",
        "期限": "deadline",
        "起用": "since",
        "停用": "until",
        "说明": "note",
    }

    def period_before(self, today: date) -> Period | None:
        """The last period that has ended; none for a form that is asked once or whose rhythm is not said."""
        months = RHYTHMS.get(self.rhythm, 0)
        if not months:
            return None
        ordinal = (today.year * 12 + today.month - 1) // months * months - months
        year, month = divmod(ordinal, 12)
        return Period.parse(period_name(year, month + 1, months))

    def due(self, period: Period) -> Deadline | None:
        """Until when the form of a period has to be sent; none where the catalogue does not say."""
        if found := AFTER_END.fullmatch(self.deadline):
            days = int(found[1])
            count = working_days if found[2] == "工作日" else calendar_days
            return count(period.last, days)
        if found := DAY_OF_NEXT_MONTH.fullmatch(self.deadline):
            return calendar_days(period.last, int(found[1]))
        return None

    def once(self) -> Deadline | None:
        """The day of a form that is asked for once."""
        return Deadline(date.fromisoformat(self.deadline)) if self.rhythm == ONCE else None

    def is_asked_for(self, period: Period) -> bool:
        """Whether the form is in use for a period."""
        return (self.since is None or self.since <= period.last) and (
            self.until is None or self.until > period.last
        )


def period_name(year: int, month: int, months: int) -> str:
    """The name of the period of so many months that begins with a month."""
    return {
        1: f"{year}-{month:02d}",
        3: f"{year}Q{(month + 2) // 3}",
        6: f"{year}H{(month + 5) // 6}",
        12: f"{year}",
    }[months]


def read_entry(path: Path, said: dict[str, Any]) -> Entry:
    """A form's entry from the head of its mapping. Raises Refusal for a rhythm or a deadline that cannot be read."""
    told = {name: said[key] for key, name in Entry.KEYS.items() if key in said}
    for name in ("since", "until"):
        if name in told and not isinstance(told[name], date):
            raise Refusal(f"{path.name}里起用、停用写成日期，不加引号，如 起用 = 2018-01-01。")
    entry = Entry(str(said.get("报表", path.stem)), **told)
    if entry.rhythm and entry.rhythm not in RHYTHMS:
        raise Refusal(f"{path.name}里的报送写成{'、'.join(RHYTHMS)}之一。")
    if not deadline_can_be_read(entry.deadline, entry.rhythm):
        raise Refusal(
            f"{path.name}里的期限“{entry.deadline}”看不懂，写成“期末后5个工作日”“期末后10日”"
            "“次月8日”，只报一次的写日期，如“2018-04-15”。"
        )
    return entry


def deadline_can_be_read(text: str, rhythm: str) -> bool:
    """A rule, or for a form that is asked for once a date."""
    if rhythm != ONCE:
        return not text or bool(AFTER_END.fullmatch(text) or DAY_OF_NEXT_MONTH.fullmatch(text))
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


SOON = timedelta(days=14)  # how far ahead a form is announced
