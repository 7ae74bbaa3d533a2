"""The annexes of a summary: every indicator with its definition and inputs, and the figures by village."""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.core.wording import plain
from taizhang.documents.answers import Answers
from taizhang.documents.formulas import difference
from taizhang.documents.model import AnnexTitle, Block, Cell, Column, Remark, Run, Runs, Table, Text
from taizhang.documents.templates import lines
from taizhang.indicators.definition import Definition
from taizhang.indicators.figures import Figure
from taizhang.indicators.indicator import definitions
from taizhang.people.models import VILLAGE

INDICATORS, VILLAGES = "指标附表", "分村（社区）情况表"
OWN_LEVEL = "本级"
FIGURES_A_TABLE = 6  # columns that fit across the page beside the village's name
FEWEST_VILLAGES = 2
ZERO = Decimal(0)

INDICATOR_COLUMNS = (
    Column("指标", 25, "left"),
    Column("数值", 20, "right"),
    Column("单位", 14),
    Column("口径与算式", 62, "left"),
    Column("记录数", 15, "right"),
    Column("未报单位", 20, "left"),
)
SHOWN = {"flow": "本期数", "stock": "期末数"}

Parts = dict[str, dict[str, Figure]]  # place -> indicator -> figure


def annexes(answers: Answers) -> list[tuple[str, list[Block]]]:
    """The title of each annex and what it shows; one without anything to show is left out."""
    tables = list(village_tables(answers))
    found: list[tuple[str, list[Block]]] = [
        (INDICATORS, [of_what(answers), indicator_table(answers)])
    ]
    return [*found, (VILLAGES, tables)] if tables else found


def annex_blocks(annexed: list[tuple[str, list[Block]]]) -> Iterator[Block]:
    """The annexes one after another, each on a page of its own; a single one needs no number."""
    for number, (title, blocks) in enumerate(annexed, 1):
        yield AnnexTitle(f"附件{number if len(annexed) > 1 else ''}", title)
        yield from blocks


def of_what(answers: Answers) -> Remark:
    """Which place, period and cut-off a table is of: an annex is often read alone."""
    period, cutoff = answers.about("snapshot.period"), answers.about("snapshot.cutoff")
    return Remark((Text(f"{answers.place_name('')}，"), period, Text("，数据截至"), cutoff))


def indicator_table(answers: Answers) -> Table:
    """Every indicator: value, unit, written definition, inputs, number of records, who has not reported."""
    rows = (indicator_row(answers, definition) for definition in in_order(answers))
    return Table(INDICATOR_COLUMNS, tuple(rows))


def in_order(answers: Answers) -> list[Definition]:
    """The definitions as the lines stand in the summary and declare them; those of lines no longer here at the end."""
    line = {config.label: number for number, config in enumerate(lines())}
    declared = {name: number for number, name in enumerate(definitions())}

    def turn(one: Definition) -> tuple[int, int]:
        return line.get(one.line, len(line)), declared.get(one.name, len(declared))

    return sorted(answers.source.definitions.values(), key=turn)


def indicator_row(answers: Answers, definition: Definition) -> tuple[Cell, ...]:
    link = answers.link(definition.name, style="bare", unit=False)
    figure = answers.figure(link)
    meaning = f"{SHOWN.get(figure.show, '')}。{definition.definition}"
    worked_out = formula(answers, figure)
    return (
        words(definition.title),
        tagged(answers, definition.name),
        words(definition.unit),
        ((Text(meaning),), *([worked_out] if worked_out else [])),
        tagged(answers, definition.name, part="records"),
        tagged(answers, definition.name, part="gaps"),
    )


def formula(answers: Answers, figure: Figure) -> Runs:
    """How a derived figure comes about, with its inputs; nothing for one that is simply counted."""
    definition = answers.source.definitions[figure.indicator]
    if figure.inputs:
        of, to = figure.inputs
        scale = " × 100%" if figure.unit == "%" else ""
        return (*two_inputs(answers, of, "÷", to), Text(scale))
    if pair := difference(definition, answers.source.definitions.values()):
        first, second = (answers.figure(answers.link(one.name, show=figure.show)) for one in pair)
        return two_inputs(answers, first, "－", second)
    return what_moved(answers, figure)


def two_inputs(answers: Answers, first: Figure, sign: str, second: Figure) -> Runs:
    runs: list[Run] = [Text("算式：")]
    for one, after in ((first, f" {sign} "), (second, "")):
        link = answers.link(one.indicator, show=one.show)
        runs += [Text(one.title), answers.tagged(link), Text(after)]
    return tuple(runs)


def what_moved(answers: Answers, figure: Figure) -> Runs:
    """What came in and what went out, where there is more to say than the figure itself."""
    grown = figure.show == "stock" and figure.opening and figure.inflow
    if figure.value is None or not (figure.outflow or grown):
        return ()
    sides = [("计入", "inflow"), (" － 扣减", "outflow")]
    if figure.show == "stock":
        sides = [("期初", "opening"), (" ＋ 本期增", "inflow"), (" － 本期减", "outflow")]
    runs: Runs = (Text("算式："),)
    for title, part in sides:
        runs += (Text(title), answers.tagged(answers.link(figure.indicator, part=part)))
    return runs


def village_tables(answers: Answers) -> Iterator[Block]:
    """For each line of work whose figures lie in several villages, its figures by village."""
    parts = answers.by_place()
    for config in lines():
        shown = [
            one for one in in_order(answers) if one.line == config.label and is_shown(one, parts)
        ]
        if len(with_records(shown, parts)) >= FEWEST_VILLAGES:
            for number, columns in enumerate(evenly(shown)):
                more = "（续）" if number else ""
                yield Remark((Text(f"{config.verbose_name}{more}"),))
                yield village_table(answers, columns, parts)


def evenly(shown: list[Definition]) -> Iterator[list[Definition]]:
    """As many tables as the width of the page asks for, of about as many columns each."""
    tables = -(-len(shown) // FIGURES_A_TABLE)
    for number in range(tables):
        yield shown[len(shown) * number // tables : len(shown) * (number + 1) // tables]


def is_shown(definition: Definition, parts: Parts) -> bool:
    """Whether villages keep the figure's ledgers and any of them has entries of it."""
    kept_in_villages = all(digits >= VILLAGE for digits in definition.ledgers.values())
    return (
        definition.kind == "additive"
        and kept_in_villages
        and bool(with_records([definition], parts))
    )


def with_records(shown: list[Definition], parts: Parts) -> list[str]:
    names = {one.name for one in shown}
    return [
        code
        for code, figures in parts.items()
        if any(figures[name].records for name in names & set(figures))
    ]


def village_table(answers: Answers, shown: list[Definition], parts: Parts) -> Table:
    """A row for each village, and the town's own figures below; the rows sum to them."""
    columns = [Column("单位", 22, "left")]
    columns += [Column(f"{one.title}（{one.unit}）", 20, "right") for one in shown]
    rows: list[tuple[Cell, ...]] = []
    for code in sorted(set(parts) - {answers.source.place}):
        cells = [tagged(answers, one.name, place=code) for one in shown]
        rows.append((words(answers.place_name(code)), *cells))
    rows += own_level(answers, shown, parts)
    total = [tagged(answers, one.name) for one in shown]
    return Table(tuple(columns), (*rows, (words("合计"), *total)))


def own_level(answers: Answers, shown: list[Definition], parts: Parts) -> list[tuple[Cell, ...]]:
    """What the town itself keeps, where there is any: a part of its figure that has no address of its own."""
    code = answers.source.place
    if code not in with_records(shown, parts):
        return []
    own = [words(plain(parts[code][one.name].value or ZERO)) for one in shown]
    return [(words(f"{answers.place_name(code)}{OWN_LEVEL}"), *own)]


def words(text: str) -> Cell:
    return ((Text(text),),)


def tagged(answers: Answers, name: str, **said: str) -> Cell:
    """A cell with a bare number."""
    link = answers.link(name, style="bare", unit=False, **said)
    return ((answers.tagged(link),),)
