"""Leading groups have a head at any time; standing meetings are the town's, each turn once."""

from datetime import date

import pytest

from taizhang.lines.directives.tests.records import (
    cadence,
    found,
    group,
    meeting,
    publicity,
    saved,
    seat,
    session,
)
from tests import cast

FOUNDED = date(2018, 1, 2)
BY_PAPER = {"basis_no": "黄发〔2018〕9号"}
HELD = date(2018, 1, 9)


def headed(**changes):
    """A group whose first head left on 1 June."""
    of = saved(group(**{k: changes.pop(k) for k in ("dissolved_on",) if k in changes}))
    saved(seat(of, until=date(2018, 6, 1), **BY_PAPER))
    if changes:
        saved(seat(of, "CY2", **{"name": "钱乙丑"} | BY_PAPER | changes))
    return of


def never_headed(**changes):
    of = saved(group())
    saved(seat(of, **{"seat": "deputy"} | changes))
    return of


def seated(**changes):
    of = saved(group())
    saved(seat(of, "CY0", until=date(2018, 6, 1)))
    return seat(of, **{"name": "钱乙丑"} | changes)


def turn(**changes):
    of = saved(cadence(until=date(2018, 7, 1)))
    saved(session(of, "QC0", begins_on=date(2018, 1, 1), due_on=date(2018, 1, 5)))
    return session(of, **changes)


def held(**changes):
    of = saved(meeting("HY7", kind="huddle", held_on=HELD))
    return turn(**{"meeting": of, "held_on": HELD} | changes)


SKIPPED = {"skipped_on": date(2018, 1, 8), "skipped_why": "春节"}

# ledger, title, how hard, make, what breaks the rule, what keeps it
ROWS = [
    ("directives.leading_group", "领导小组任何时候都有组长", "ask", headed, {}, {"since": date(2018, 6, 1)}),
    ("directives.leading_group", "领导小组任何时候都有组长", "ask", headed, {"since": date(2018, 6, 2)},
     {"since": date(2018, 5, 1)}),
    ("directives.leading_group", "领导小组任何时候都有组长", "ask", headed,
     {"since": date(2018, 5, 1), "seat": "deputy"}, {"dissolved_on": date(2018, 6, 1)}),
    ("directives.leading_group", "领导小组任何时候都有组长", "ask", never_headed, {}, {"seat": "head"}),
    ("directives.leading_group", "领导小组任何时候都有组长", "ask", never_headed,
     {"seat": "head", "since": date(2018, 1, 3)}, {"seat": "head"}),
    ("directives.leading_group", "撤销晚于成立", "error", group, {"dissolved_on": FOUNDED}, {}),
    ("directives.group_member", "免职晚于任职", "error", seated, {"until": FOUNDED} | BY_PAPER, {}),
    ("directives.group_member", "任职不早于小组成立", "error", seated, {"since": date(2018, 1, 1)}, {}),
    ("directives.group_member", "同一职务不重复任职", "error", seated,
     {"name": "赵甲子", "since": date(2018, 5, 31)}, {"name": "赵甲子", "since": date(2018, 6, 1)}),
    ("directives.group_member", "组成人员变动要有文号", "ask", seated, {"since": date(2018, 6, 1)},
     {"since": date(2018, 6, 1)} | BY_PAPER),
    ("directives.cadence", "例会制度只登记到镇", "error", cadence, {"place_id": cast.GUANGPING}, {}),
    ("directives.session", "例会期次只登记到镇", "error", turn, {"place_id": cast.GUANGPING}, {}),
    ("directives.cadence", "例会停用晚于起用", "error", cadence, {"until": date(2018, 1, 1)}, {}),
    ("directives.session", "应开不早于期次起", "error", turn, {"due_on": date(2018, 1, 7)}, {}),
    ("directives.session", "期次在例会制度起止之内", "error", turn,
     {"begins_on": date(2018, 7, 2), "due_on": date(2018, 7, 6)}, {}),
    ("directives.session", "一期只登记一次", "error", turn, {"begins_on": date(2018, 1, 1)}, {}),
    ("directives.session", "例会实开与会议一致", "error", held, {"held_on": date(2018, 1, 10)}, {}),
    ("directives.session", "例会实开与会议一致", "error", held, {"held_on": None}, {}),
    ("directives.session", "开了的例会要有会议记录", "ask", turn, {"held_on": HELD}, {}),
    ("directives.session", "不开的写原因", "error", turn, SKIPPED | {"skipped_why": ""}, SKIPPED),
    ("directives.session", "不开的写原因", "error", held, SKIPPED, {}),
    ("directives.publicity", "撤除不早于设置", "error", publicity, {"taken_down_on": date(2018, 1, 15)},
     {"taken_down_on": date(2018, 1, 16)}),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_breaks_a_rule_is_found(office, ledger, title, severity, make, breaks, keeps):
    record = make(**breaks)
    assert record.ledger_name() == ledger
    assert found(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_keeps_a_rule_is_not(office, ledger, title, severity, make, breaks, keeps):
    assert title not in found(make(**keeps))
