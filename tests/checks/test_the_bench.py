"""The bench of the checker: its reports come out the same twice, its labels fit, what it calls true is true, and what the checker reaches on it."""

import hashlib
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from bench.reports import arithmetic, others
from bench.reports.__main__ import our_answer, reports
from bench.reports.gold import Link, amount, spelled
from bench.reports.mistakes import MISTAKES, seeded
from bench.reports.report import GENRES, report
from bench.reports.score import claim_scores, finds_the_mistake, of_relations, relation_scores

ROOT = Path(__file__).parents[2]
GROUPS = ("true", "suspicious")
MADE = (*GROUPS, "mistaken")
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def everything(each=3):
    return [report(group, genre, n) for group in GROUPS for genre in GENRES for n in range(each)]


@pytest.fixture(scope="module")
def sample():
    found = [one for one in reports(each=3, mistakes=1) if one.group in MADE]
    return found, [our_answer(one) for one in found]


def test_the_same_reports_come_out_in_another_process():
    script = (
        "import hashlib; from bench.reports.__main__ import reports; "
        "print(hashlib.sha256(repr(reports(1, 1)).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.stdout.strip() == hashlib.sha256(repr(reports(1, 1)).encode()).hexdigest()


def test_two_reports_of_a_genre_are_not_the_same():
    texts = [one.text for one in everything()]
    assert len(set(texts)) == len(texts)


def test_every_label_stands_where_it_says():
    for one in [*everything(), *(seeded(mistake, 0) for mistake in MISTAKES)]:
        assert [one.text[label.start : label.end] for label in one.labels] == [
            label.number.text for label in one.labels
        ]
        starts = [label.start for label in one.labels]
        assert starts == sorted(starts)
        assert not re.search("[\ue000-\uf8ff]", one.text)


def test_every_labelled_value_is_that_of_its_digits():
    for one in [*everything(), *(seeded(mistake, 0) for mistake in MISTAKES)]:
        for label in one.labels:
            plain = re.fullmatch(
                r"([\d,]+(?:\.\d+)?)((?:万亿|万|亿)?)([^\d万亿余多]+)", label.number.text
            )
            if plain and plain[1].isascii() and label.is_claim:
                value = Decimal(plain[1].replace(",", "")) * SCALES[plain[2]]
                assert label.number.value == value, label.number
                assert plain[3].removeprefix("个") == label.number.unit.removeprefix("个")


def test_everything_in_a_true_report_holds():
    for one in everything(each=8):
        assert [related for related in one.relations if not related.holds] == []


def test_a_mistaken_report_has_exactly_one_mistake():
    assert len(MISTAKES) >= 25
    for mistake in MISTAKES:
        one = seeded(mistake, 1)
        broken = [related for related in one.relations if not related.holds]
        assert broken, mistake.title
        assert all(one.seeded in related.labels for related in broken), mistake.title


ARITHMETIC = [
    ("sum", [amount(7478, "亩"), amount(960, "亩"), amount(6518, "亩")], True),
    ("sum", [amount(7458, "亩"), amount(960, "亩"), amount(6518, "亩")], False),
    ("sum", [amount(12 * 10**7, "元", 1, "亿"), amount(75 * 10**6, "元", 2, "亿"), amount(44 * 10**6, "元", 2, "亿")], True),
    ("part_whole", [amount(198, "名"), amount(926, "名")], True),
    ("part_whole", [amount(198, "名"), amount(126, "名")], False),
    ("difference", [amount(86, "家"), amount(102, "家"), amount(16, "家")], True),
    ("difference", [amount(86, "家"), amount(102, "家"), amount(26, "家")], False),
    ("difference", [amount(Decimal("45.9"), "%", 1), amount(Decimal("52.6"), "%", 1), amount(Decimal("6.7"), "百分点", 1)], True),
    ("difference", [amount(Decimal("45.9"), "%", 1), amount(Decimal("52.6"), "%", 1), amount(Decimal("6.7"), "%", 1)], False),
    ("growth", [amount(86, "家"), amount(102, "家"), amount(Decimal("18.6"), "%", 1)], True),
    ("growth", [amount(86, "家"), amount(102, "家"), amount(Decimal("15.7"), "%", 1)], False),
    ("growth_by", [amount(320, "人"), amount(20, "人"), amount(Decimal("6.7"), "%", 1)], True),
    ("ratio", [amount(28, "%"), amount(10926, "人"), amount(38943, "人")], True),
    ("ratio", [amount(38, "%"), amount(10926, "人"), amount(38943, "人")], False),
    ("repeat", [amount(15, "亩"), amount(1, "公顷")], True),
    ("repeat", [amount(15, "亩"), amount(2, "公顷")], False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "numbers", "holds"), ARITHMETIC)
def test_the_arithmetic_of_the_bench(kind, numbers, holds):
    link = Link(kind, tuple(range(len(numbers))), kind)
    assert arithmetic.holds(link, numbers) is holds


def test_the_gold_owes_nothing_to_the_checker():
    for file in (ROOT / "bench" / "reports").glob("*.py"):
        if file.name != "__main__.py":
            assert "taizhang" not in file.read_text().replace("`taizhang", ""), file.name


def test_numbers_in_words_are_written_as_they_are_read():
    written = [spelled(n, "个").text for n in (2, 10, 12, 20, 35)]
    assert written == ["两个", "十个", "十二个", "二十个", "三十五个"]


def test_a_wrong_unit_is_a_right_value_only():
    one = report("true", "township", 0)
    claims = [
        {"start": label.start, "end": label.end, "value": float(label.number.value), "unit": "头"}
        for label in one.labels
        if label.is_claim
    ]
    scores = claim_scores([one], [claims])
    assert (scores["recall, with unit"], scores["recall, value"]) == (0, 1)


def test_an_answer_without_relations_finds_no_mistake():
    one = seeded(MISTAKES[0], 0)
    answer = our_answer(one)
    assert finds_the_mistake(one, answer)
    silent = {**answer, "relations": [], "findings": []}
    assert not finds_the_mistake(one, silent)
    assert of_relations(one, silent)["relation_hit"] == 0


def test_the_plain_pattern_reads_what_is_plain():
    found = list(others.plain_pattern()("耕地1.2万亩，提高0.6个百分点，党员三十名"))
    assert [(claim["value"], claim["unit"]) for claim in found] == [(12000, "亩"), (0.6, "百分点")]


# What must be reached on this sample, which is small, and what is aimed at. Raise the first until it is the second.
REACHED = [
    ("precision, with unit", 0.99, 0.97),
    ("recall, with unit", 0.99, 0.97),
    ("relation recall", 0.97, 0.85),
    ("violation precision", 0.92, 0.95),
    ("mistakes found", 0.97, 0.90),
]


@pytest.mark.parametrize(("score", "least", "aim"), REACHED)
def test_the_checker_does_not_fall_behind(sample, score, least, aim):
    found, answers = sample
    claims = claim_scores(found, [answer["claims"] for answer in answers])
    reached = (claims | relation_scores(found, answers))[score]
    assert reached >= least, f"{score} is {reached:.3f}; aimed at {aim}"
