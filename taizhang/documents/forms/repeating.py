"""The rows of a form that repeat: one a village, or one a record. Too few rows is refused, never made do with."""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.core.finding import Refusal
from taizhang.documents.forms.answering import Answer, FormAnswers
from taizhang.documents.forms.layout import SPACES
from taizhang.documents.forms.mapping import ORDINAL, VILLAGE_NAME, Block, FormMapping, Spot
from taizhang.documents.forms.records import Listing
from taizhang.documents.forms.sheet import Sheet
from taizhang.ledgers.excel.addresses import column_letter
from taizhang.snapshots.source import SnapshotSource

Cells = Iterator[tuple[Spot, Answer]]


def village_cells(mapping: FormMapping, block: Block, sheet: Sheet, asked: FormAnswers) -> Cells:
    """A row for each village: by the name that the form has printed, or in the order of their codes."""
    places = (
        printed(mapping, block, sheet, asked)
        if block.names_in is not None
        else in_order(mapping, block, asked)
    )
    wishes = {
        column: None
        if words in (ORDINAL, VILLAGE_NAME)
        else mapping.wish(words, asked.known, f"[[逐村]]的{column_letter(column)}列")
        for column, words in block.columns.items()
    }
    for ordinal, row in enumerate(block.rows, start=1):
        place = places.get(row, "")
        for column, wish in wishes.items():
            spot = Spot(block.sheet, (row, column))
            if not place:
                yield spot, Answer(None)
            elif wish is None:
                words = block.columns[column]
                yield (
                    spot,
                    Answer(
                        Decimal(ordinal) if words == ORDINAL else asked.answers.place_name(place)
                    ),
                )
            else:
                yield spot, asked.ask(wish, place)


def in_order(mapping: FormMapping, block: Block, asked: FormAnswers) -> dict[int, str]:
    """The villages in the block's rows, by their codes."""
    refuse_too_many(mapping, block, len(asked.villages), "个村（社区）")
    return dict(zip(block.rows, asked.villages, strict=False))


def printed(mapping: FormMapping, block: Block, sheet: Sheet, asked: FormAnswers) -> dict[int, str]:
    """The village of each row, as the form itself names it; every village has its row, and no name is unknown."""
    names = {asked.answers.place_name(code): code for code in asked.villages}
    told: dict[int, str] = {}
    for row in block.rows:
        name = SPACES.sub("", sheet.text((row, block.names_in or 0)))
        if not name:
            continue
        if name not in names:
            raise Refusal(
                f"《{mapping.title}》第{row}行印着“{name}”，这一期没有叫这个名字的村；"
                f"有的是{'、'.join(names)}。请核对表格，合并、改名的村要请上级改表。"
            )
        if names[name] in told.values():
            raise Refusal(f"《{mapping.title}》里“{name}”印了两行，请核对表格。")
        told[row] = names[name]
    if lost := [name for name, code in names.items() if code not in told.values()]:
        raise Refusal(
            f"《{mapping.title}》第{block.first}行到第{block.last}行里没有{'、'.join(lost)}的行，合计会少；请核对表格。"
        )
    return told


def record_cells(mapping: FormMapping, block: Block, asked: FormAnswers) -> Cells:
    """A row for each record of the snapshot; what is left of the block is emptied."""
    source = asked.answers.source
    if not isinstance(source, SnapshotSource):
        raise Refusal("逐条填的表只能从封存里填，请先封存。")
    listing = Listing(
        block, source.snapshot.folder, source.places, asked.answers.facts.period, source.cutoff
    )
    rows = listing.rows()
    refuse_too_many(mapping, block, len(rows), "条记录")
    for at, row in enumerate(block.rows):
        values = rows[at] if at < len(rows) else [None] * len(block.columns)
        for column, value in zip(block.columns, values, strict=True):
            yield Spot(block.sheet, (row, column)), Answer(value)


def refuse_too_many(mapping: FormMapping, block: Block, count: int, what: str) -> None:
    """Rows are not put in here: only Excel moves every formula, picture and rule of a form along with them."""
    room = len(block.rows)
    if count > room:
        raise Refusal(
            f"《{mapping.title}》第{block.first}行到第{block.last}行只有{room}行，要填{count}{what}，什么都没有填。"
            f"请用 Excel 或 WPS 在第{block.last}行上面插入{count - room}行（公式会自己跟着变），"
            f"再把{mapping.path.name}里的 行 改成“{block.first}-{block.last + count - room}”，"
            f"运行 taizhang forms accept {mapping.name}。"
        )
