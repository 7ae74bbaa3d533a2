"""Each rule of draws: a draw that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.lines.housing.tests.draw_records import (
    DRAWN,
    ID_NUMBERS,
    altered,
    conducted,
    draw,
    draw_unit,
    two_sites,
)
from taizhang.lines.housing.tests.records import allocation, saved
from tests import cast
from tests.rule_cases import broken, message


@pytest.fixture
def town(office):
    return two_sites()


def a_draw(town, **changes):
    return conducted(saved(draw(town["site"], "CQ2")), **changes)


def a_void_draw(town, **changes):
    """Drawn, with a dwelling given out, then void."""
    lot = saved(conducted(saved(draw(town["site"], "CQ3"))))
    return altered(lot, **{"voided_on": date(2018, 3, 12), "void_reason": "名单有误"} | changes)


def a_repeat(town, **changes):
    of = town[changes.pop("of", "void")]
    return draw(town["site"], "CQ4", **{"repeats": of, "repeat_reason": "停电中断"} | changes)


def a_draft_with(town, **changes):
    """A draft draw over one dwelling."""
    of = town[changes.pop("over", "once")]
    lot = saved(draw(town["site"], "CQ5", **changes))
    saved(draw_unit(lot, of, "CF5"))
    return lot


CASES = [
    (
        "与集中建房点同在一地",
        "error",
        lambda town, **changes: draw(town["site"], "CQ7", **changes),
        {"place_id": cast.HEXING},
        {},
    ),
    (
        "名单公示期满再抽签",
        "error",
        a_draw,
        {"list_published_on": date(2018, 3, 2)},
        {"list_published_on": date(2018, 3, 1)},
    ),
    ("按公布的日期抽签", "ask", a_draw, {"meeting_on": date(2018, 3, 8)}, {}),
    ("抽签要有监督人", "error", a_draw, {"supervised_by": ""}, {}),
    ("公开数要写明来历", "error", a_draw, {"announced_by": ""}, {}),
    ("公开数要写明来历", "error", a_draw, {"announced_how": ""}, {}),
    (
        "结果公示不少于规定天数",
        "error",
        a_draw,
        {"result_posted_on": DRAWN, "result_notice_until": date(2018, 3, 15)},
        {"result_posted_on": DRAWN, "result_notice_until": date(2018, 3, 16)},
    ),
    (
        "公示期满再撤下",
        "error",
        a_draw,
        {"result_posted_on": DRAWN, "result_taken_down_on": date(2018, 3, 15)},
        {"result_posted_on": DRAWN, "result_taken_down_on": date(2018, 3, 16)},
    ),
    (
        "公示期满再撤下",
        "error",
        a_draw,
        {
            "result_posted_on": DRAWN,
            "result_notice_until": date(2018, 3, 20),
            "result_taken_down_on": date(2018, 3, 19),
        },
        {"result_posted_on": DRAWN, "result_notice_until": date(2018, 3, 20)},
    ),
    ("重抽要写明原因", "error", a_repeat, {"repeat_reason": ""}, {}),
    ("重抽要写明原因", "error", a_repeat, {"of": "lot"}, {}),
    ("重抽要写明是哪一次", "error", a_draft_with, {}, {"over": "free"}),
    ("作废要写明原因", "error", a_void_draw, {"void_reason": ""}, {}),
]
ROWS = [("housing.draw", *case) for case in CASES]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_a_void_draw_takes_its_dwellings_back(town):
    lot = conducted(saved(draw(town["site"], "CQ9")))
    # As the draw itself writes them: before it is dated, in one transaction.
    row = allocation(town["free"], "FF8", id_number=ID_NUMBERS[4], draw=lot)
    saved(row)
    saved(lot)
    void = altered(lot, voided_on=date(2018, 3, 12), void_reason="名单有误")
    assert broken(void) == {"作废的抽签收回套房": "error"}
    saved(altered(row, withdrawn_on=date(2018, 3, 12)))
    assert broken(void) == {}


def test_sound_draws_raise_no_question(town):
    assert broken(a_draw(town)) == {}
    assert broken(a_repeat(town)) == {}


def test_the_notice_is_told_with_its_days(town):
    told = message(a_draw(town, list_published_on=date(2018, 3, 2)), "名单公示期满再抽签")
    assert "抽签日期 2018-03-09，离名单公布日期 2018-03-02 不足 7 天的公示期" in told
