"""Each rule of what is drawn for, of who is entitled and of what is given out: kept, and broken."""

from datetime import date

import pytest

from taizhang.lines.housing.tests.draw_records import (
    DRAWN,
    ID_NUMBERS,
    draw,
    draw_unit,
    entitlement,
    two_sites,
)
from taizhang.lines.housing.tests.records import FIRST_ID, allocation, saved
from tests import cast
from tests.rule_cases import broken

JULY = date(2018, 7, 2)


@pytest.fixture
def town(office):
    return two_sites()


def a_unit(town, **changes):
    of = town[changes.pop("of", "free")]
    return draw_unit(town["lot"], of, "CF9", **changes)


def a_unit_drawn_elsewhere(town, **changes):
    """A dwelling that is on another list, which is still to be drawn, or void."""
    if changes.pop("elsewhere", True):
        saved(draw_unit(saved(draw(town["site"], "CQ6")), town["free"], "CF6"))
    return a_unit(town, **changes)


def entitled(town, **changes):
    of = changes.pop("of", None)
    lot = {"draw": town[of]} if of else {}
    number = changes.pop("number", "ZG9")
    return entitlement(town["site"], number, **{"id_number": ID_NUMBERS[2]} | lot | changes)


def by_points(town, **changes):
    return entitled(town, **{"points": "50", "choice_order": 3} | changes)


def given_out(town, **changes):
    return allocation(town["free"], "FF9", **{"id_number": ID_NUMBERS[3]} | changes)


CASES = {
    "housing.draw_unit": [
        ("与分房抽签同在一地", "error", a_unit, {"place_id": cast.HEXING}, {}),
        ("套房属于抽签的建房点", "error", a_unit, {"of": "far"}, {}),
        ("已分出的套房不再抽", "error", a_unit, {"of": "given"}, {"of": "once"}),
        ("一套房同时只进一次抽签", "error", a_unit_drawn_elsewhere, {}, {"elsewhere": False}),
        (
            "撤出套房写明原因",
            "error",
            a_unit,
            {"struck_on": date(2018, 2, 9)},
            {"struck_on": date(2018, 2, 9), "note": "质量问题返修"},
        ),
    ],
    "housing.entitlement": [
        ("与集中建房点同在一地", "error", entitled, {"place_id": cast.HEXING}, {}),
        (
            "资格与抽签同一建房点",
            "error",
            lambda town, **changes: entitlement(
                town["other"],
                "ZG8",
                draw=changes.get("draw", town["lot"]),
                place_id=cast.HUANGGAIHU,
            ),
            {},
            {"draw": None},
        ),
        (
            "资格编号不用身份证号",
            "error",
            entitled,
            {"number": "430682195306281002"},
            {"number": "GP-20180208-001"},
        ),
        (
            "取消资格写明原因",
            "error",
            entitled,
            {"struck_on": date(2018, 2, 9)},
            {"struck_on": date(2018, 2, 9), "struck_reason": "另有宅基地"},
        ),
        (
            "取消资格写明原因",
            "error",
            entitled,
            {"struck_on": date(2018, 2, 7), "struck_reason": "另有宅基地"},
            {"struck_on": date(2018, 2, 8), "struck_reason": "另有宅基地"},
        ),
        (
            "一户只有一份资格",
            "ask",
            entitled,
            {"id_number": ID_NUMBERS[1], "of": "lot"},
            {"id_number": ID_NUMBERS[1], "of": "dropped"},
        ),
        (
            "已分房的户不再抽签",
            "ask",
            entitled,
            {"id_number": FIRST_ID, "of": "lot"},
            {"of": "lot"},
        ),
        ("选房顺序要有积分", "error", by_points, {"points": None}, {}),
        ("积分高的先选房", "error", by_points, {"points": "50", "choice_order": 1}, {}),
        ("选房顺序不重复", "error", by_points, {"choice_order": 2}, {"choice_order": 3}),
        (
            "同分写明先后理由",
            "ask",
            by_points,
            {"points": "60"},
            {"points": "60", "tie_note": "家庭人口多的在先"},
        ),
    ],
    "housing.allocation": [
        (
            "先入住后搬出",
            "error",
            given_out,
            {"moved_out_on": JULY},
            {"moved_in_on": JULY, "moved_out_on": JULY},
        ),
        (
            "先入住后搬出",
            "error",
            given_out,
            {"moved_in_on": JULY, "moved_out_on": date(2018, 7, 1)},
            {"moved_in_on": JULY},
        ),
        (
            "先分房后收回",
            "error",
            given_out,
            {"withdrawn_on": date(2018, 3, 8)},
            {"withdrawn_on": JULY},
        ),
        (
            "搬出以后收回",
            "error",
            given_out,
            {"moved_in_on": DRAWN, "withdrawn_on": JULY},
            {"moved_in_on": DRAWN, "moved_out_on": JULY, "withdrawn_on": JULY},
        ),
        (
            "协商分房要有协议",
            "ask",
            given_out,
            {"method": "agreement"},
            {"method": "agreement", "basis": "协议2018年示例3号"},
        ),
        (
            "积分分房要有积分",
            "ask",
            given_out,
            {"method": "points"},
            {"method": "points", "id_number": ID_NUMBERS[1]},
        ),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_sound_records_raise_no_question(town):
    assert broken(a_unit(town)) == {}
    assert broken(entitled(town, number="ZG7", of="lot")) == {}
    assert broken(by_points(town, id_number=ID_NUMBERS[4])) == {}


def test_a_house_that_was_taken_back_may_be_given_again(town):
    saved(given_out(town, withdrawn_on=JULY))
    again = allocation(town["free"], "FF10", id_number=ID_NUMBERS[3], allocated_on=JULY)
    assert broken(again) == {}
