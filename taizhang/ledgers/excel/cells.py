"""Reading cells: what Excel holds becomes the text that PostgreSQL reads, or a sentence that says what is wrong.

Nothing is guessed and nothing is lost: a value that Excel has ruined, or that could mean two things, is refused.
"""

import datetime
import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError

from taizhang.ledgers.excel.workbook import INVISIBLE, Fault

NULL = "\\N"  # how COPY writes that there is no value
EXACT_INTEGERS = 10**15  # Excel keeps 15 digits
SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)
SPECIAL = re.compile(r"[\\\t\n\r]")
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

Check = Callable[[Any], None]


class CellError(Exception):
    """What is wrong with one cell and what to do; `kind` groups the same mistake in many cells."""

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.message, self.kind = message, kind


def escaped(text: str) -> str:
    """Text as COPY wants it."""
    return text.translate(ESCAPES) if SPECIAL.search(text) else text


def shown(value: Any) -> str:
    """A cell's value as Excel would show it, for messages."""
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < EXACT_INTEGERS
        return (
            str(int(value))
            if whole
            else f"{value:.5G}"
            if abs(value) >= EXACT_INTEGERS
            else repr(value)
        )
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value).strip(INVISIBLE)


def one_of(names: Iterable[str], most: int = 12) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + (f"等 {len(listed)} 项" if len(listed) > most else "")


def nearest(text: str, names: Iterable[str]) -> str:
    """A question naming the known names most like the text, or nothing."""
    near = difflib.get_close_matches(text, list(names), n=2, cutoff=0.5)
    return f"，是不是“{'”或“'.join(near)}”？" if near else ""


class Reader:
    """Reads the cells of one column. `blank` stands for an empty cell; None where the cell must be filled."""

    def __init__(self, blank: str | None = NULL, checks: Iterable[Check] = ()) -> None:
        self.blank, self.checks = blank, tuple(checks)

    def learn(self, values: Iterable[Any]) -> None:
        """Look up what reading these values will need; most columns need nothing."""

    def read(self, value: Any) -> str:
        """The text PostgreSQL reads for a cell, blank ones included. Raises CellError."""
        if isinstance(value, Fault):
            raise CellError(f"{value.message}，请在 Excel 里改好或改成数值再保存。", value.message)
        if value is None or (isinstance(value, str) and not value.strip(INVISIBLE)):
            if self.blank is None:
                raise CellError("没有填，这一栏必填。", "必填栏空着")
            return self.blank
        return self.read_value(value)

    def read_value(self, value: Any) -> str:
        raise NotImplementedError

    def check(self, value: Any) -> None:
        """The field's own validators, whose messages are sentences already."""
        for check in self.checks:
            try:
                check(value)
            except ValidationError as wrong:
                raise CellError("".join(wrong.messages), "不合本栏要求") from None


class TextReader(Reader):
    """Text. A whole number is written out; a date is refused, for Excel makes dates of 3-5 by itself."""

    def __init__(
        self, longest: int | None, blank: str | None = "", checks: Iterable[Check] = ()
    ) -> None:
        super().__init__(blank, checks)
        self.longest = longest
        self.plain = re.compile(rf"[\w（）()、，.#·-]{{1,{longest or ''}}}")

    def read(self, value: Any) -> str:
        if not self.checks and isinstance(value, str) and self.plain.fullmatch(value):
            return value  # nearly every text: no blanks to strip, nothing to escape
        return super().read(value)

    def read_value(self, value: Any) -> str:
        text = value.strip(INVISIBLE) if isinstance(value, str) else self.from_other(value)
        if CONTROL.search(text):
            raise CellError("含有看不见的控制字符，请重新录入这一格。", "控制字符")
        if self.longest is not None and len(text) > self.longest:
            raise CellError(
                f"有 {len(text)} 个字，这一栏最多 {self.longest} 个，请缩短。", "文字太长"
            )
        if self.checks:
            self.check(text)
        return escaped(text)

    def from_other(self, value: Any) -> str:
        if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
            raise CellError(
                f"是日期或时间（{shown(value)}），这一栏是文字；Excel 会把“3-5”之类自动变成日期，"
                "请先把单元格设成文本格式再重新录入。",
                "文字变成了日期",
            )
        if isinstance(value, bool):
            raise CellError(f"是逻辑值 {shown(value)}，请改成文字。", "逻辑值")
        if abs(value) >= EXACT_INTEGERS:
            raise CellError(ruined(value, "号码"), "号码变成了数字")
        return shown(value)


class TypedNumberReader(TextReader):
    """ID, telephone and account numbers: text only. A numeric cell is refused, never converted."""

    def __init__(
        self, kind: str, longest: int | None, blank: str | None = "", checks: Iterable[Check] = ()
    ) -> None:
        super().__init__(longest, blank, checks)
        self.kind = kind

    def read_value(self, value: Any) -> str:
        if not isinstance(value, str) or SCIENTIFIC.fullmatch(value.strip(INVISIBLE)):
            raise CellError(ruined(value, self.kind), f"{self.kind}变成了数字")
        if "*" in value:
            raise CellError(
                f"是打了星号的{self.kind}，不能导入；请填完整号码，或由有填报权限的人重新导出。",
                f"{self.kind}打了星号",
            )
        return super().read_value(value.upper())


def ruined(value: Any, kind: str) -> str:
    number = (
        f"{value:.5G}"
        if isinstance(value, float) and abs(value) >= EXACT_INTEGERS
        else shown(value)
    )
    lost = (
        "第 15 位以后已经丢了，"
        if isinstance(value, str) or (isinstance(value, float) and abs(value) >= EXACT_INTEGERS)
        else ""
    )
    return f"是数字 {number}，{lost}不能当{kind}用；请先把这一栏设成文本格式，再照证件重新录入。"


class ChoiceReader(Reader):
    """One of a list, by its Chinese label."""

    def __init__(self, labels: dict[str, str], blank: str | None) -> None:
        super().__init__(blank)
        self.labels = labels

    def read_value(self, value: Any) -> str:
        text = shown(value)
        if text not in self.labels:
            raise CellError(
                f"“{text}”不在可选项里{nearest(text, self.labels) or '；'}可填：{one_of(self.labels)}。",
                "不在可选项里",
            )
        return self.labels[text]


class BooleanReader(Reader):
    """是 or 否; Excel's own TRUE and FALSE mean the same."""

    MEANINGS = {"是": "t", "否": "f", True: "t", False: "f"}

    def read_value(self, value: Any) -> str:
        key = value if isinstance(value, bool) else shown(value)
        if key not in self.MEANINGS:
            raise CellError(f"“{key}”应填“是”或“否”。", "不是是或否")
        return self.MEANINGS[key]
