"""The mapping file beside a form: which cell is which figure, which rows repeat, and which labels all this relies on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal
from taizhang.documents.forms.catalogue import Entry, read_entry
from taizhang.documents.forms.plain_toml import read_plain_toml
from taizhang.documents.forms.sheet import Address, letters
from taizhang.documents.forms.wishes import Wish, nearest, read_wish
from taizhang.indicators.definition import Definition
from taizhang.ledgers.excel.addresses import cell_address, read_address

FILL, CHECK, LAYOUT, VILLAGES, RECORDS = "填", "核对", "版式", "逐村", "逐条"
SECTIONS = (FILL, CHECK, LAYOUT, VILLAGES, RECORDS)
SETTINGS = ("报表", "表格", "工作表", "锁定格也填")
BLOCK_SETTINGS = ("行", "工作表", "村名在", "台账", "只列", "排序")
VILLAGE_NAME, ORDINAL = "村名", "序号"


@dataclass(frozen=True)
class Spot:
    """A cell of a form."""

    sheet: str
    at: Address

    def __str__(self) -> str:
        return cell_address(*self.at)


@dataclass(frozen=True)
class Block:
    """Rows that repeat: one a village, or one a record of `ledger` in the snapshot.

    `columns` are wishes by column for villages, and words of the ledger for records.
    """

    sheet: str
    first: int
    last: int
    columns: dict[int, str]
    names_in: int | None = None
    ledger: str = ""
    only: tuple[str, ...] = ()
    order: str = ""

    @property
    def rows(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class FormMapping:
    """A mapping as written; its words are looked up when it is used."""

    path: Path
    entry: Entry
    workbook: Path
    said: dict[str, Any] = field(repr=False)
    first_sheet: str = ""

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def title(self) -> str:
        return self.entry.title

    @property
    def has_form(self) -> bool:
        """Whether it says how a workbook is filled; without, it only stands in the catalogue."""
        return any(section in self.said for section in (FILL, CHECK, VILLAGES, RECORDS))

    @property
    def writes_locked_cells(self) -> bool:
        return self.said.get("锁定格也填") is True

    @property
    def default_sheet(self) -> str:
        """The sheet that cells without a sheet's name are on."""
        return str(self.said.get("工作表", "")) or self.first_sheet

    def wishes(self, section: str, known: Mapping[str, Definition]) -> dict[Spot, Wish]:
        """The cells of 填 or 核对 with what they want; a refusal names the line's cell."""
        told = {}
        for address, words in self._table(section).items():
            spot = self.spot(address, section)
            told[spot] = self.wish(str(words), known, address)
        return told

    def wish(self, words: str, known: Mapping[str, Definition], where: str) -> Wish:
        try:
            return read_wish(words, known)
        except Refusal as refusal:
            raise Refusal(f"{self.path.name}里{where}：{refusal}") from None

    def spots(self, section: str) -> list[Spot]:
        """The cells that 填 or 核对 names, whatever it wants in them."""
        return [self.spot(address, section) for address in self._table(section)]

    def labels(self) -> dict[Spot, str]:
        """The texts the mapping relies on, as they were when it was made."""
        return {
            self.spot(address, LAYOUT): str(text) for address, text in self._table(LAYOUT).items()
        }

    def blocks(self, section: str) -> list[Block]:
        """The repeating rows, of villages or of records."""
        told = self.said.get(section, [])
        if not isinstance(told, list):
            raise Refusal(f"{self.path.name}里“{section}”要写成[[{section}]]，两层方括号。")
        return [self._block(one, section) for one in told]

    def spot(self, address: str, section: str) -> Spot:
        """A cell as a mapping names it: C6, or 表二!C6 on another sheet."""
        sheet, _, cell = address.rpartition("!")
        at = read_address(cell.strip().upper())
        if at is None or at[0] < 1 or at[0] > 1048576 or at[1] >= 16384:
            raise Refusal(
                f"{self.path.name}的[{section}]里“{address}”不是格子，格子写成C6，别的工作表写成表名!C6。"
            )
        return Spot(sheet.strip("'") or self.default_sheet, at)

    def _table(self, section: str) -> dict[str, Any]:
        told = self.said.get(section, {})
        if not isinstance(told, dict):
            raise Refusal(f"{self.path.name}里“{section}”要写成[{section}]，下面每行一个格子。")
        return told

    def _block(self, one: dict[str, Any], section: str) -> Block:
        where = f"{self.path.name}的[[{section}]]"
        columns = {
            column: str(words)
            for key, words in one.items()
            if (column := letters(key.upper())) is not None
        }
        for key in one:
            if letters(key.upper()) is None and key not in BLOCK_SETTINGS:
                raise Refusal(f"{where}里“{key}”不认识，{nearest(key, BLOCK_SETTINGS)}")
        first, last = rows_of(str(one.get("行", "")), where)
        names_in = letters(str(one.get("村名在", "")).upper())
        only = one.get("只列", ())
        block = Block(
            str(one.get("工作表", "")) or self.default_sheet,
            first,
            last,
            columns,
            names_in,
            str(one.get("台账", "")),
            (only,) if isinstance(only, str) else tuple(map(str, only)),
            str(one.get("排序", "")),
        )
        if not columns:
            raise Refusal(f'{where}里没有一列，请写上每一列填什么，如 C = "拆除空心房"。')
        if section == RECORDS and not block.ledger:
            raise Refusal(f'{where}里没有写台账，请加一行 台账 = "集中建房点"。')
        return block


def rows_of(text: str, where: str) -> tuple[int, int]:
    """The first and the last row of a block, from 7-10."""
    first, _, last = text.replace("－", "-").replace("至", "-").partition("-")
    if not (first.strip().isdigit() and last.strip().isdigit() and 0 < int(first) <= int(last)):
        raise Refusal(f'{where}里的行写成 行 = "7-10"：从哪一行到哪一行。')
    return int(first), int(last)


def read_mapping(path: Path) -> FormMapping:
    """A mapping file; a refusal says what in it cannot be."""
    said = read_plain_toml(path)
    entry = read_entry(path, said)
    for key in said:
        if key not in (*SECTIONS, *SETTINGS, *Entry.KEYS):
            raise Refusal(
                f"{path.name}里“{key}”不认识，{nearest(key, [*SECTIONS, *SETTINGS, *Entry.KEYS])}"
            )
    workbook = path.with_name(str(said.get("表格", f"{path.stem}.xlsx")))
    return FormMapping(path, entry, workbook, said)


def mappings(folder: Path) -> Iterator[FormMapping]:
    """Every mapping of a folder, by file name."""
    for path in sorted(folder.glob("*.toml")):
        yield read_mapping(path)
