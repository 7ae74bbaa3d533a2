"""A record as the words of a template: each field under its Chinese name, worded, and masked where everybody reads it.

What cannot be said in a template cannot be said here either: a template reaches the words and nothing behind them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from taizhang.core import masking
from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.core.wording import plain
from taizhang.documents.answers import written_date
from taizhang.documents.markdown import quoted
from taizhang.documents.templates import unknown_word
from taizhang.ledgers.fields import PeriodField, TypedNumberField
from taizhang.ledgers.record import Record, ledger_name
from taizhang.people.models import Place

BLANK, BLANK_DATE = "＿＿＿＿＿＿", "＿＿＿＿年＿＿月＿＿日"  # to be filled in by pen
NO_LETTER = re.compile(r"\W")
BETWEEN = "、"


class Empty:
    """The value of what nobody filled in: no comparison with it is true, whatever is reckoned with it is empty."""

    def _still(self, other: Any) -> "Empty":
        return self

    def _never(self, other: Any) -> bool:
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _still
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _still
    __lt__ = __le__ = __gt__ = __ge__ = _never

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return BLANK


EMPTY = Empty()


class Worded(str):
    """A value as a paper says it. An empty one is false, and prints as a blank; `值` is what to decide on: 层数.值 > 3."""

    blank = BLANK
    值: Any = EMPTY

    @classmethod
    def of(cls, text: str, value: Any) -> "Worded":
        said = cls(text)
        said.值 = value
        return said

    @classmethod
    def empty(cls, blank: str = BLANK) -> "Worded":
        said = cls("")
        said.blank = blank
        return said


@dataclass(frozen=True)
class Masks:
    """What a paper hides: nothing, or in a public one the numbers of persons and the names it was told to hide."""

    public: bool = False
    names: frozenset[str] = frozenset()
    whole: frozenset[str] = field(default_factory=frozenset)

    def hide(self, field: models.Field, text: str) -> str:
        """A text as this paper may show it."""
        label = f"{ledger_name(field.model)}.{field.name}"
        if not self.public or label in self.whole:
            return text
        if isinstance(field, TypedNumberField):
            return field.masked(text)
        return masking.name(text) if label in self.names else masking.numbers_in(text)


@cache
def fields_by_word(model: type[models.Model]) -> dict[str, models.Field]:
    """The fields of a ledger, or of places, by the words that templates call them."""
    return {word_of(one): one for one in fields_with_words(model)}


def fields_with_words(model: type[models.Model]) -> list[models.Field]:
    """What is known of a record, filled in or worked out; of a place its code as well."""
    own = [one for one in model._meta.concrete_fields if not one.primary_key]
    return [*own, Place._meta.pk] if model is Place else own


def word_of(field: models.Field) -> str:
    """The field's Chinese name without what no word can have in it: 拍摄（签署）日期 is 拍摄签署日期."""
    word = NO_LETTER.sub("", str(field.verbose_name))
    return f"_{word}" if word[:1].isdigit() else word


def has_words(model: Any) -> bool:
    """Whether templates may look into it; of anything else but ledgers and places they get the name."""
    return isinstance(model, type) and issubclass(model, Record | Place)


class RecordWords:
    """A record, its fields by their words; a reference that was left empty is false, and all its words are blanks."""

    def __init__(
        self,
        read: Callable[[], models.Model | None],
        model: type[models.Model],
        masks: Masks,
    ) -> None:
        self._read, self._model, self._masks = read, model, masks

    @classmethod
    def of(cls, record: models.Model, masks: Masks) -> "RecordWords":
        return cls(lambda: record, type(record), masks)

    def __getitem__(self, word: str) -> Any:
        fields = fields_by_word(self._model)
        if word not in fields:
            ledger = self._model._meta.verbose_name
            raise Refusal(f"《{ledger}》里{unknown_word(word, fields)}")
        return self._said(fields[word])

    def __bool__(self) -> bool:
        return self._read() is not None

    def __str__(self) -> str:
        """A thing with a name is called by it, any other by its number."""
        fields = {one.name: one for one in fields_by_word(self._model).values()}
        return str(self._said(fields["name"] if "name" in fields else fields["number"]))

    def _said(self, field: models.Field) -> Any:
        if field.is_relation and has_words(field.related_model):
            model: Any = field.related_model
            return RecordWords(partial(self._pointed_at, field), model, self._masks)
        record = self._read()
        value = None if record is None else getattr(record, field.name)
        return worded(field, value, self._masks)

    def _pointed_at(self, field: models.Field) -> models.Model | None:
        record = self._read()
        if getattr(record, field.attname, None) is None:
            return None
        try:
            return getattr(record, field.name)
        except ObjectDoesNotExist:
            raise Refusal(
                f"“{field.verbose_name}”不在您的管辖范围，请由能看到它的岗位打印这份文书。"
            ) from None


def record_behind(words: RecordWords) -> Any:
    """The record itself, for our own use: a template cannot reach it."""
    return words._read()


class RowList:
    """The rows of a list, each as words; read when the template asks for them."""

    def __init__(self, rows: Callable[[], Iterable[models.Model]], masks: Masks) -> None:
        self._rows, self._masks = rows, masks
        self._read: list[RecordWords] | None = None

    def __iter__(self) -> Iterator[RecordWords]:
        return iter(self._words())

    def __len__(self) -> int:
        return len(self._words())

    def _words(self) -> list[RecordWords]:
        if self._read is None:
            self._read = [RecordWords.of(row, self._masks) for row in self._rows()]
        return self._read


def worded(field: models.Field, value: Any, masks: Masks) -> Worded:
    """A value of a field as a paper says it."""
    if value is None or value == "":
        return Worded.empty(BLANK_DATE if isinstance(field, models.DateField) else BLANK)
    if isinstance(value, list | tuple):
        return Worded.of(BETWEEN.join(_label(field, one) for one in value), value)
    if field.choices or isinstance(field, PeriodField):
        return Worded.of(_label(field, value), value)
    if isinstance(value, models.Model):
        return Worded.of(str(value), str(value))
    exact = field.to_python(value)  # what was just saved may still be text
    if isinstance(exact, str):
        shown = masks.hide(field, exact)
        return Worded.of(shown, shown)
    return Worded.of(_plain(field, exact), exact)


def _period(name: str) -> str:
    """A period as papers write it; what is none stays as it is."""
    try:
        return Period.parse(name).label
    except Refusal:
        return name


def _label(field: models.Field, value: Any) -> str:
    if isinstance(field, PeriodField):
        return _period(value)
    choices: Any = field.flatchoices or getattr(
        getattr(field, "base_field", None), "flatchoices", ()
    )
    return str(dict(choices).get(value, value))


def _plain(field: models.Field, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return plain(value, getattr(field, "decimal_places", None))
    return written_date(value) if isinstance(value, date) else str(value)


def said(value: Any) -> Any:
    """What {{ }} writes: a value as words that no mark in it can change, an empty one as a blank."""
    if isinstance(value, Worded):
        return quoted(value) or value.blank
    if isinstance(value, RecordWords):
        return quoted(str(value)) or BLANK
    return reckoned(value)


def reckoned(value: Any) -> Any:
    """What a template has worked out itself, as papers write it."""
    if isinstance(value, Decimal):
        return plain(value, max(0, -int(value.as_tuple().exponent)))
    return written_date(value) if isinstance(value, date) else value
