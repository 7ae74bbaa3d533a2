"""The records that a form lists: a ledger as the snapshot keeps it, one row a record, in the words of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.documents.forms.mapping import ORDINAL, VILLAGE_NAME, Block
from taizhang.documents.forms.sheet import Value
from taizhang.documents.forms.wishes import BETWEEN, PERIODS, nearest, period_of
from taizhang.documents.record_words import fields_by_word
from taizhang.indicators.source import PlaceInfo
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger, title
from taizhang.people.models import VILLAGE, Place
from taizhang.snapshots.contents import ledger_table

FILLED, EMPTY = "不空", "空"
BEYOND = 65_535  # values of one query


@dataclass(frozen=True)
class Word:
    """A column of a list: the fields that lead to it, one, or a reference and a field behind it."""

    words: str
    path: tuple[Any, ...]


class Listing:
    """A block of records: which ledger, which rows, which words; read from the files of a snapshot."""

    def __init__(
        self, block: Block, folder: Path, places: dict[str, PlaceInfo], period: Period, cutoff: date
    ) -> None:
        self.block, self.folder, self.places = block, folder, places
        self.period, self.cutoff = period, cutoff
        self.model = ledger(block.ledger)

    def rows(self) -> list[list[Value]]:
        """Each record's values in the order of the block's columns. Refuses records the acting post may not see."""
        columns = [self._word(words) for words in self.block.columns.values()]
        kept = sorted(self._kept(columns), key=self._order())
        self._refuse_hidden([row["id"] for row in kept])
        others = self._others(columns)
        return [
            [self._cell(word, row, at, others) for word in columns]
            for at, row in enumerate(kept, start=1)
        ]

    def _word(self, words: str) -> Word:
        if words in (ORDINAL, VILLAGE_NAME):
            return Word(words, ())
        model: Any = self.model
        path: list[Any] = []
        for word in words.split("."):
            known = fields_by_word(model) if isinstance(model, type) else {}
            if word not in known:
                raise Refusal(f"《{title(self.model)}》没有“{words}”这一栏，{nearest(word, known)}")
            path.append(known[word])
            model = known[word].related_model
        if len(path) > 2:
            raise Refusal(
                f"“{words}”绕得太远，只能写一栏，或者所指记录的一栏，如 集中建房点.名称。"
            )
        return Word(words, tuple(path))

    def _kept(self, columns: Sequence[Word]) -> list[dict[str, Any]]:
        """The rows of the ledger's file that the block wants, only the columns it needs."""
        tests = [self._test(said) for said in self.block.only]
        own = [word.path[0].column for word in columns if word.path]
        ordered = [self._word(self.block.order).path[0].column] if self.block.order else []
        wanted = ["id", "number", "place_id", *own, *ordered, *(column for column, _ in tests)]
        rows = self._read(self.model, wanted)
        return [row for row in rows if all(test(row[column]) for column, test in tests)]

    def _read(self, model: type[Record], wanted: Sequence[str]) -> list[dict[str, Any]]:
        file = self.folder / ledger_table(model).path
        if not file.exists():
            raise Refusal(f"这次封存里没有《{title(model)}》，请重新封存以后再填。")
        names = set(pq.read_schema(file).names)
        if missing := [name for name in wanted if name not in names]:
            raise Refusal(
                f"这次封存的《{title(model)}》还没有“{missing[0]}”这一栏，请重新封存以后再填。"
            )
        return list(pq.read_table(file, columns=list(dict.fromkeys(wanted))).to_pylist())

    def _test(self, said: str) -> tuple[str, Any]:
        """A condition such as 拆除日期，本期 as a column and a test of its value."""
        words, *rest = BETWEEN.split(said.strip())
        path = self._word(words).path
        if len(path) != 1 or len(rest) != 1:
            raise Refusal(
                f"只列的“{said}”写成“栏名，值”，如“拆除日期，本期”“建房方式，集中建房”“验收日期，空”。"
            )
        field, wanted = path[0], rest[0]
        if wanted in (FILLED, EMPTY):
            return field.column, lambda value: (value not in (None, "")) == (wanted == FILLED)
        if wanted in PERIODS:
            span = period_of(wanted, self.period)
            last = min(span.last, self.cutoff)
            return field.column, lambda value: value is not None and span.first <= value <= last
        codes = {str(shown): code for code, shown in field.flatchoices}
        if codes and wanted not in codes:
            raise Refusal(f"只列的“{said}”：没有“{wanted}”这一项，{nearest(wanted, codes)}")
        code = codes.get(wanted, wanted)
        return field.column, lambda value: str(value) == str(code)

    def _order(self) -> Any:
        if not self.block.order:
            return lambda row: (row["place_id"], row["number"])
        column = self._word(self.block.order).path[0].column
        return lambda row: (row[column] is None, row[column], row["number"])

    def _refuse_hidden(self, keys: list[int]) -> None:
        """A snapshot's files know no row-level security; the database says what the post may see."""
        seen = 0
        for start in range(0, len(keys), BEYOND):
            some = keys[start : start + BEYOND]
            seen += self.model._default_manager.filter(pk__in=some).count()
        if seen < len(keys):
            raise Refusal(
                f"这张表要列的《{title(self.model)}》里有{len(keys) - seen}条您的岗位看不到，"
                "或者封存以后移出了；请换能看到的岗位来填，或重新封存。"
            )

    def _others(self, columns: Sequence[Word]) -> dict[str, dict[int, dict[str, Any]]]:
        """The records that others point at, by field and key: each file is read once."""
        told: dict[str, dict[int, dict[str, Any]]] = {}
        for word in columns:
            model = word.path[0].related_model if word.path else None
            if model is None or model is Place:
                continue
            wanted = ["id", "number", *(one.column for one in word.path[1:])]
            rows = {row["id"]: row for row in self._read(model, wanted)}
            told[word.words] = rows
        return told

    def _cell(self, word: Word, row: dict[str, Any], at: int, others: Any) -> Value:
        if word.words == ORDINAL:
            return Decimal(at)
        if word.words == VILLAGE_NAME:
            return self._place_name(row["place_id"][:VILLAGE])
        first, *rest = word.path
        value = row[first.column]
        if first.related_model is Place:
            return self._place_name(value)
        if first.is_relation:
            found = others[word.words].get(value)
            return (
                None
                if found is None
                else shown(rest[0], found[rest[0].column])
                if rest
                else found["number"]
            )
        return shown(first, value)

    def _place_name(self, code: str | None) -> str | None:
        known = self.places.get(code or "")
        return known.name if known else code


def shown(field: Any, value: Any) -> Value:
    """A stored value as a form shows it: choices by their labels, numbers of persons as the text they are."""
    if value is None or value == "":
        return None
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int):
        return Decimal(value)
    return value if isinstance(value, Decimal | date) else str(value)
