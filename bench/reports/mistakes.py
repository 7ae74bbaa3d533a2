"""Mistakes of many kinds, each seeded into an otherwise true report: which number of which relation goes wrong, and how."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bench.reports import altering, filler
from bench.reports.arithmetic import holds
from bench.reports.drawing import draw
from bench.reports.gold import MARK, Link, Number, Passage
from bench.reports.report import GENRES, MARKS, Maker, Report, made, passages_of, written

TRIES, SPREAD = 20, 1001  # other reports that are tried
Altering = Callable[[Sequence[Number], int, int], Iterator[Number]]


@dataclass(frozen=True)
class Mistake:
    """`tag` is of the links it may hit, `at` the place of the changed number among the link's, from the end if negative."""

    title: str
    tag: str
    at: int
    alter: Altering


MISTAKES = (
    Mistake("total of two halves, a digit", "sum of halves", 0, altering.digit),
    Mistake("one of two halves, a digit", "sum of halves", 1, altering.digit),
    Mistake("one of two halves, digits transposed", "sum of halves", -1, altering.transposed),
    Mistake("total of two parts, a digit", "sum of two", 0, altering.digit),
    Mistake("total of three forgets the last", "sum of three", 0, altering.left_out),
    Mistake("total of three counts one twice", "sum of three", 0, altering.counted_twice),
    Mistake("part of three, a digit dropped", "sum of three", 2, altering.dropped),
    Mistake("part of three, a digit doubled", "sum of three", 1, altering.doubled),
    Mistake("part of three copied from its neighbour", "sum of three", 1, altering.copied),
    Mistake("total of five, a digit", "sum of five", 0, altering.first_digit),
    Mistake("part of five, digits transposed", "sum of five", 1, altering.transposed),
    Mistake("sectors, a digit", "sum of sectors", 3, altering.first_digit),
    Mistake("money without its point", "sum of money", 1, altering.point),
    Mistake("money in 亿 for 万, or 万亿 for 亿", "sum of money", 2, altering.scale_up),
    Mistake("money in 万 for 亿", "sum of money", 0, altering.scale_down),
    Mistake("halves without a cue, a digit", "sum without a cue", 1, altering.first_digit),
    Mistake("total behind its parts, a digit", "sum behind its parts", 0, altering.first_digit),
    Mistake("parts over several sentences, a digit", "sum over sentences", 1, altering.first_digit),
    Mistake("quarters that make a half year", "sum of quarters", 0, altering.first_digit),
    Mistake("total of a table", "table", 0, altering.digit),
    Mistake("cell of a table", "table", 2, altering.transposed),
    Mistake("part above its whole", "part of a whole", 0, altering.above_whole),
    Mistake("phase above its site", "phase of a site", 0, altering.above_whole),
    Mistake("rise above its level", "rise below its level", 0, altering.above_whole),
    Mistake("net figure, a digit", "net", 2, altering.first_digit),
    Mistake("net figure that is the sum", "net", 2, altering.added_up),
    Mistake("what is left over, a digit", "left over", 2, altering.first_digit),
    Mistake("balance of trade, a digit", "net of trade", 2, altering.first_digit),
    Mistake("from, to, by: the change", "from, to, by", 2, altering.digit),
    Mistake("from, to, by: the first value transposed", "from, to, by", 0, altering.transposed),
    Mistake("from, down to, by: the change", "from, down to, by", 2, altering.digit),
    Mistake("points, a digit", "points", 2, altering.digit),
    Mistake("% for points", "points", 2, altering.other_unit),
    Mistake("natural growth of population", "rates of population", 2, altering.first_digit),
    Mistake("growth from two values, a digit", "growth from two values", 2, altering.first_digit),
    Mistake("growth over the new value", "growth from two values", 2, altering.on_new_base),
    Mistake("growth with its change: the rate", "growth with its change", 2, altering.first_digit),
    Mistake(
        "growth with its change: over the new level",
        "growth with its change",
        2,
        altering.on_its_level,
    ),
    Mistake("growth with its change: the change", "growth with its change", 1, altering.doubled),
    Mistake("share, a digit", "share", 0, altering.first_digit),
    Mistake("share of the rest", "share of the whole", 0, altering.against_the_rest),
    Mistake("share of money, a digit", "share of money", 0, altering.digit),
    Mistake("share of a plan, transposed", "share of a plan", 0, altering.transposed),
    Mistake("rate, a digit", "rate", 0, altering.digit),
    Mistake("rate: the part", "rate", 1, altering.dropped),
    Mistake("rate of closing that is the rest", "rate of closing", 0, altering.the_rest),
    Mistake("rate that so few cannot give", "rate of few", 0, altering.digit),
    Mistake("proportion that is not a hundred", "proportion", 1, altering.first_digit),
    Mistake("proportion of the year before", "proportion before", 2, altering.first_digit),
    Mistake("yield, transposed", "yield", 1, altering.transposed),
    Mistake("yield in 斤 called 公斤", "yield", 1, altering.twice),
    Mistake("output in 亿 for 万", "yield", 2, altering.scale_up),
    Mistake("per household, a digit", "per household", 1, altering.first_digit),
    Mistake(
        "the same in another unit, a digit", "the same in another unit", 0, altering.first_digit
    ),
    Mistake("a hectare taken for 10 亩", "the same in another unit", 0, altering.by_ten),
    Mistake("the unit itself", "the same in another unit", 1, altering.other_unit),
    Mistake("the same again, a digit", "the same again", 1, altering.first_digit),
    Mistake("the same again, scale", "the same again", 0, altering.scale_up),
    Mistake("pointing back to another number", "pointing back", 1, altering.digit),
    Mistake("list before its count", "list before its count", 0, altering.one_less),
    Mistake("list behind its count", "list behind its count", 0, altering.one_off),
    Mistake("list in brackets", "list in brackets", 0, altering.one_off),
    Mistake("dated before its period is over", "dated after its period", 0, altering.too_early),
    Mistake("now of something over", "now of something over", 0, altering.too_late),
)


@cache
def makers(tag: str) -> tuple[tuple[str, Maker], ...]:
    """Who writes links with this tag, and for which genre; nobody in particular where every report has it."""
    everybody = [(genre, maker) for genre, all_of in GENRES.items() for maker in all_of]
    everybody.append(("letter", filler.sessions))
    return tuple(
        pair for pair in everybody if any(link.tag == tag for link in made(pair[1], "who").links)
    )


def true_passages(mistake: Mistake, number: int) -> tuple[str, list[Passage]]:
    """A true report that has the relation in it."""
    key = ("mistake", mistake.title, number)
    able = makers(mistake.tag)
    if not able:
        genre = tuple(GENRES)[number % len(GENRES)]
        return genre, passages_of(genre, "mistaken", *key)
    genre, maker = able[number % len(able)]
    passage = made(maker, *key)
    if genre == "letter":
        return genre, [passage, Passage(filler.prose(*key), (), ())]
    others = passages_of(genre, "mistaken", *key)
    if passage not in others:
        places = [n for n, one in enumerate(others) if n and one.numbers]
        others[places[draw(0, len(places) - 1, *key, "place")]] = passage
    return genre, others


def seeded(mistake: Mistake, number: int) -> Report:
    """A report with exactly this mistake; the same every time. Not every relation can go wrong in every way."""
    for attempt in range(number, number + TRIES * SPREAD, SPREAD):
        genre, passages = true_passages(mistake, attempt)
        turn = draw(0, 999, mistake.title, attempt)
        for n, passage in enumerate(passages):
            for link in (one for one in passage.links if one.tag == mistake.tag):
                wrong = broken(mistake, passage, link, turn)
                if wrong is not None:
                    at, passages[n] = wrong
                    return labelled(mistake, genre, number, passages, seen(passages, n, at))
    raise ValueError(f"No report can have this mistake: {mistake.title}")


def broken(mistake: Mistake, passage: Passage, link: Link, turn: int) -> tuple[int, Passage] | None:
    """The passage with the number changed so that the link cannot hold any more."""
    place = mistake.at % len(link.members)
    numbers = [passage.numbers[at] for at in link.members]
    for other in mistake.alter(numbers, place, turn):
        changed = passage.changed(link.members[place], other)
        if not holds(link, changed.numbers):
            return link.members[place], changed
    return None


def seen(passages: list[Passage], n: int, at: int) -> int:
    """Which label of the report is the changed number."""
    before = sum(len(MARKS.findall(passage.text)) for passage in passages[:n])
    return before + MARKS.findall(passages[n].text).index(chr(MARK + at))


def labelled(mistake: Mistake, genre: str, number: int, passages: list[Passage], at: int) -> Report:
    text, labels, related = written(passages)
    name = f"mistaken-{MISTAKES.index(mistake):02}-{number:03}"
    return Report(name, "mistaken", genre, text, tuple(labels), tuple(related), mistake.title, at)
