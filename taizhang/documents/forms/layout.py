"""Whether a form still looks as it did when its mapping was made: the labels beside and above every mapped cell."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from taizhang.core.finding import Refusal
from taizhang.documents.forms.mapping import (
    CHECK,
    LAYOUT,
    RECORDS,
    VILLAGES,
    Block,
    FormMapping,
    Spot,
)
from taizhang.documents.forms.sheet import Address, Sheet
from taizhang.ledgers.excel.addresses import cell_address

SPACES = re.compile(r"\s+")
NAMED_SPAN = re.compile(
    r"(?:19|20)\d\d年?(?:第?[一二三四]季度|[上下]半年|\d{1,2}(?:[-—–~～至]\d{1,2})?月(?:\d{1,2}日)?)?"
)
SECTION = re.compile(r"^\[版式\].*?(?=^\[|\Z)", re.M | re.S)
Sheets = Mapping[str, Sheet]


class LayoutChanged(Refusal):
    """A form is not as it was when its mapping was made; `changes` says so cell by cell."""

    def __init__(self, mapping: FormMapping, changes: list[str]) -> None:
        self.changes = changes
        told = "".join(f"\n  {one}" for one in changes)
        super().__init__(
            f"《{mapping.title}》的表格和做对照的时候不一样，什么都没有填：{told}\n"
            f"请核对后改{mapping.path.name}，再运行 taizhang forms accept {mapping.name} 记下新的版式。"
        )


def refuse_changes(mapping: FormMapping, sheets: Sheets) -> None:
    """Refuse a form whose labels moved or changed, or whose mapping has not noted any."""
    labels = mapping.labels()
    if not labels:
        raise Refusal(
            f"{mapping.path.name}还没有记下表格的版式；请核对对照无误，再运行 taizhang forms accept {mapping.name}。"
        )
    if changes := list(changed(labels, sheets)):
        raise LayoutChanged(mapping, changes)


def changed(labels: Mapping[Spot, str], sheets: Sheets) -> Iterator[str]:
    """Each label that is not where it was, in a sentence."""
    for spot, before in labels.items():
        sheet = sheets[spot.sheet]
        now = shown(sheet, spot.at)
        if alike(now) == alike(before):
            continue
        found = "" if before.startswith("=") else elsewhere(sheet, before)
        where = f"{spot.sheet}!{spot}"
        told = f"现在是“{now}”" if now else "现在空着"
        yield f"{where}：原来是“{before}”，{told}{found}"


def elsewhere(sheet: Sheet, text: str) -> str:
    """Where a label went, if it stands in exactly one other cell."""
    found = [at for at, _ in sheet.every_cell() if alike(sheet.text(at)) == alike(text)]
    return f"（“{text}”现在在{cell_address(*found[0])}）" if len(found) == 1 else ""


def shown(sheet: Sheet, at: Address) -> str:
    """A label on one line, or a formula."""
    return sheet.formula(at) or SPACES.sub("", sheet.text(at))


def alike(text: str) -> str:
    """A label without what may change from one period to the next: spaces, and the period it names."""
    plain = SPACES.sub("", unicodedata.normalize("NFKC", text))
    return plain if plain.startswith("=") else NAMED_SPAN.sub("〔期间〕", plain)


def labels_now(mapping: FormMapping, sheets: Sheets, spots: Iterable[Spot]) -> dict[Spot, str]:
    """The labels that a mapping relies on, as they stand in the form: heads above, names to the left, formulas held."""
    blocks = [*mapping.blocks(VILLAGES), *mapping.blocks(RECORDS)]
    mapped = set(spots)
    told: dict[Spot, str] = {}
    first_rows = {(one.sheet, row): one.first for one in blocks for row in one.rows}
    heads = {  # every row of a block has the same heads
        Spot(one.sheet, (first_rows.get((one.sheet, one.at[0]), one.at[0]), one.at[1]))
        for one in mapped
    }
    for spot in sorted(heads, key=lambda one: (one.sheet, one.at)):
        sheet = sheets[spot.sheet]
        for at in around(sheet, spot, [one for one in blocks if one.sheet == spot.sheet]):
            label = Spot(spot.sheet, at)
            if label not in mapped and (text := shown(sheet, at)) and not sheet.has_formula(at):
                told[label] = text
    for spot in mapping.spots(CHECK):
        told[spot] = sheets[spot.sheet].formula(spot.at)
    return dict(sorted(told.items(), key=lambda one: (one[0].sheet, one[0].at)))


def around(sheet: Sheet, spot: Spot, blocks: list[Block]) -> Iterator[Address]:
    """The cells above and to the left of a mapped one whose texts say what it is; a title over all is none."""
    row, column = spot.at
    repeating = {number for block in blocks for number in block.rows}
    for above in range(row - 1, 0, -1):
        if above not in repeating:
            yield from head(sheet, (above, column))
    if row not in repeating:
        for left in range(column):
            yield from head(sheet, (row, left))


def head(sheet: Sheet, at: Address) -> Iterator[Address]:
    """The cell that shows at an address, where merged cells show as one."""
    area = sheet.merged_around(at)
    if area is None:
        yield at
    elif area[3] - area[1] + 1 < width_in_use(sheet):
        yield area[0], area[1]


def width_in_use(sheet: Sheet) -> int:
    """How many columns the form has."""
    return max((max(told) + 1 for told in sheet.cells.values() if told), default=1)


def write_labels(mapping: FormMapping, labels: Mapping[Spot, str]) -> None:
    """Note the form's labels in the mapping file; everything else in it stays as it was typed."""
    lines = [f"[{LAYOUT}]", "# 由 taizhang forms accept 记下，填表前逐格核对；不用手工改。"]
    lines += [f"{named(mapping, spot)} = {quoted(text)}" for spot, text in labels.items()]
    text = mapping.path.read_text(encoding="utf-8-sig")
    kept = SECTION.sub("", text).rstrip("\n")
    draft = mapping.path.with_suffix(".part")
    draft.write_text(f"{kept}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(Path(mapping.path))


def named(mapping: FormMapping, spot: Spot) -> str:
    return str(spot) if spot.sheet == mapping.default_sheet else f"{spot.sheet}!{spot}"


def quoted(text: str) -> str:
    """A text as TOML writes it: single quotation marks take everything as it is."""
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
