"""Passages of every kind of report: all their numbers, the relations a careful reader sees, and each of them broken."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of

GENRES = Path(__file__).with_name("genres")
LOOSE = {"part_whole", "count_list", "mean"}  # a changed digit need not break these
LEAST_FOUND = 0.90  # of all changed digits


@cache
def passages():
    return {
        f"{file.stem}: {one['name']}": one
        for file in sorted(GENRES.glob("*.toml"))
        for one in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]
    }


def checked(text):
    return check(report_of(Path("报告.txt"), text))


def words(listed):
    return [word for word in listed.split("|" if "|" in listed else " ") if word]


def told(found, holds):
    return {
        frozenset(found.claims[i].text for i in one.claims)
        for one in found.relations
        if one.holds is holds
    }


def changed(text, claim):
    """The text with the first digit of a claim one higher, and where it stands."""
    digit = re.search(r"[1-9]", claim.text)
    if digit is None or claim.approx != "exact":
        return None
    at = claim.start + digit.start()
    higher = "3" if digit[0] == "9" else str(int(digit[0]) + 1)
    return text[:at] + higher + text[at + 1 :], at


def is_found(text, at):
    wrong = checked(text)
    return any(
        not one.holds and any(wrong.claims[i].start <= at < wrong.claims[i].end for i in one.claims)
        for one in wrong.relations
    )


def changes(passage):
    """For each tight relation, the changes of its numbers: whether first, and whether found."""
    text, found = passage["text"], checked(passage["text"])
    for relation in passage["holds"]:
        kind, *numbers = relation.split(" ")
        for number in numbers if kind not in LOOSE else []:
            claim = next(one for one in found.claims if one.text == number and one.is_stated)
            broken = changed(text, claim)
            if broken:
                yield relation, number, is_found(*broken)


@pytest.mark.parametrize("name", passages())
def test_every_number_of_a_passage_is_read_and_nothing_else(name):
    passage = passages()[name]
    found = checked(passage["text"])
    assert [one.text for one in found.claims if one.is_stated] == words(passage["claims"])


@pytest.mark.parametrize("name", passages())
def test_a_true_passage_holds_and_alarms_nobody(name):
    passage = passages()[name]
    found = checked(passage["text"])
    held = told(found, True)
    missed = [one for one in passage["holds"] if frozenset(one.split(" ")[1:]) not in held]
    assert missed == passage.get("beyond", [])
    assert told(found, False) == set()
    assert found.remarks == []


def test_changed_digits_are_found():
    tried = [one for passage in passages().values() for one in changes(passage)]
    caught = [one for one in tried if one[2]]
    assert len(caught) >= LEAST_FOUND * len(tried), [one for one in tried if not one[2]]
