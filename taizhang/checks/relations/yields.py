"""Per-unit numbers against their totals: 播种面积38.6万亩，总产15.2万吨，亩产393.8公斤."""

import re
from collections.abc import Iterator

from taizhang.checks.claims import Claim
from taizhang.checks.relation import Relation, as_written, meet, middle, said, span_of
from taizhang.checks.relations.groups import parts_of_groups
from taizhang.checks.relations.halves import CHANGE
from taizhang.checks.structure import Passage
from taizhang.checks.units import measured

PER = [  # words before the per-unit number, unit of the whole it is per
    (re.compile(r"(?:平均)?(?:亩产|亩均|每亩)[^\d，。；]{0,6}$"), "亩"),
    (re.compile(r"单产[^\d，。；]{0,6}$"), "亩"),
    (re.compile(r"(?:户均|平均每户|每户)[^\d，。；]{0,6}$"), "户"),
    (re.compile(r"(?:平均每栋|每栋)[^\d，。；]{0,6}$"), "栋"),
    (re.compile(r"(?:公顷产|每公顷)[^\d，。；]{0,6}$"), "公顷"),
]
EACH = re.compile(r"(?:人均|生均|平均每人)[^\d，。；]{0,8}$")
PERSONS = {"人", "名", "人次"}
RISES = re.compile(r"增|减|提高|降")


def relations(passage: Passage) -> Iterator[Relation]:
    for i in passage.stated:
        claim = passage.claims[i]
        for words, unit in PER:
            if words.search(passage.before(claim, 12)):
                yield from product(passage, i, unit)
        if EACH.search(passage.before(claim, 12)):
            yield from each_person(passage, i)


def each_person(passage: Passage, i: int) -> Iterator[Relation]:
    """游客36万人次，收入1.8亿元，人均消费500元: said where it fits, for whose mean it is the words do not tell."""
    claims = passage.claims
    here = [k for k in near(passage, i) if k < i and not CHANGE.search(claims[k].lead)]
    for base in (k for k in here if claims[k].unit in PERSONS):
        for output in (k for k in here if of_output(passage, k, i) and k != base):
            if makes(claims[base], claims[i], claims[output], claims[base].unit):
                yield multiplied(passage, (base, output, i), claims[base].unit)
                return


def product(passage: Passage, i: int, unit: str) -> Iterator[Relation]:
    """Area times yield is the output: whatever fits; else the only area and output of the sentence, named alike."""
    claims, each = passage.claims, passage.claims[i]
    wholes, outputs = [], []
    for choice in (passage.in_sentence(each.sentence), near(passage, i)):
        here = [
            k
            for k in choice
            if k != i and not CHANGE.search(claims[k].lead) and k not in parts_of_groups(passage)
        ]
        wholes = [k for k in here if measured(claims[k].unit)[0] == measured(unit)[0]]
        outputs = [k for k in here if of_output(passage, k, i) and k not in wholes]
        if wholes and outputs:
            break
    if RISES.search(each.lead) or not wholes or len(outputs) != 1:
        return
    output = claims[outputs[0]]
    if "单产" in each.lead and claims[wholes[0]].unit == "公顷":
        unit = "公顷"
    fitting = [k for k in wholes if makes(claims[k], each, output, unit)]
    alone = len(wholes) == 1 and claims[wholes[0]].sentence >= first_of(passage, each)
    if fitting or (alone and named_as_product(each, output)):
        yield multiplied(passage, ((fitting or wholes)[0], outputs[0], i), unit)


def of_output(passage: Passage, k: int, i: int) -> bool:
    return measured(passage.claims[k].unit)[0] == measured(passage.claims[i].unit)[0]


def makes(base: Claim, each: Claim, output: Claim, unit: str) -> bool:
    per = measured(unit)[1]
    low, high = (end / per for end in span_of(base))
    spans = span_of(each)
    return meet((low * spans[0], high * spans[1]), span_of(output))


def multiplied(passage: Passage, three: tuple[int, int, int], unit: str) -> Relation:
    base, output, each = (passage.claims[k] for k in three)
    holds = makes(base, each, output, unit)
    worked_out = as_written(middle(base) / measured(unit)[1] * middle(each), output)
    message = f"{said(base)}×{said(each)}＝{worked_out}"
    message += (
        f"，与{said(output)}相符。" if holds else f"，文中却写{said(output)}，请核对这三个数。"
    )
    return Relation("product", three, holds, message, "ask")


def first_of(passage: Passage, claim: Claim) -> int:
    """The first of the sentences that semicolons join to the one of a claim."""
    first = claim.sentence
    while first > 0 and passage.plain[passage.sentences[first - 1].end - 1] in "；;":
        first -= 1
    return first


def near(passage: Passage, i: int) -> list[int]:
    """The amounts of the sentence, of those that semicolons join to it, and of the one before in its paragraph."""
    claims, each = passage.claims, passage.claims[i]
    first = first_of(passage, each)
    start = passage.sentences[first].start
    if first and "\n" not in passage.plain[max(0, start - 1) : start]:
        first -= 1
    here = [k for n in range(first, each.sentence + 1) for k in passage.in_sentence(n)]
    return [k for k in here if k != i and claims[k].kind != "percent"]


def named_as_product(each: Claim, output: Claim) -> bool:
    """亩产 belongs to 产量, 户均收入 to 收入: a last letter of the one stands in the other's clause."""
    word = re.sub(r"[为达约到]+$", "", each.lead)[-2:]
    return any(letter in output.lead for letter in word)
