"""Quorums of village meetings by the organic law of 2010, and who makes up a representatives' meeting."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from taizhang.lines.directives.tests.records import assembly, found, saved, vote
from tests.rule_cases import message

BY_HOUSEHOLDS = {"expected": None, "present": None, "absent": None}


def of(kind):
    def make(**changes):
        return vote(kind, **changes)

    return make


def lasting(**changes):
    """One in office today; nobody met for it."""
    return assembly(**{"until": None} | changes)


ASSEMBLY, REPRESENTATIVES, GROUP = of("assembly"), of("representatives"), of("group")
COMMITTEES = of("committees")

# ledger, title, how hard, make, what breaks the rule, what keeps it
ROWS = [
    ("directives.meeting", "村民会议到会人数", "error", ASSEMBLY, {"present": 15, "agreed": 15}, {"present": 16}),
    ("directives.meeting", "村民会议到会人数", "error", ASSEMBLY,
     BY_HOUSEHOLDS | {"households": 300, "households_present": 199, "agreed": 150},
     BY_HOUSEHOLDS | {"households": 300, "households_present": 200, "agreed": 150}),
    ("directives.meeting", "村民会议到会人数", "error", ASSEMBLY,
     {"present": 15, "households": 300, "households_present": 199},
     {"present": 15, "households": 300, "households_present": 200}),
    ("directives.meeting", "村民会议到会人数", "error", ASSEMBLY,
     {"expected": None, "present": 9, "households": 300, "households_present": 1},
     {"present": 15, "passed": False}),
    ("directives.meeting", "村民会议到会人数", "error", ASSEMBLY, {"present": 15},
     {"present": 15, "held_on": date(2010, 10, 27)}),
    ("directives.meeting", "村民代表会议到会人数", "error", REPRESENTATIVES, {"present": 19}, {"present": 20}),
    ("directives.meeting", "村民小组会议到会人数", "error", GROUP, {"present": 19}, {"present": 20}),
    ("directives.meeting", "村民小组会议到会人数", "error", GROUP,
     {"present": 19, "households": 30, "households_present": 19},
     {"present": 19, "households": 30, "households_present": 20}),
    ("directives.meeting", "表决要过半数同意", "error", REPRESENTATIVES, {"agreed": 10}, {"agreed": 11}),
    ("directives.meeting", "表决要过半数同意", "error", ASSEMBLY, {"agreed": 10}, {"agreed": 10, "passed": False}),
    ("directives.meeting", "同意不多于到会", "error", REPRESENTATIVES, {"agreed": 21}, {"agreed": 20}),
    ("directives.meeting", "通过要有到会和表决人数", "error", REPRESENTATIVES, {"agreed": None}, {}),
    ("directives.meeting", "通过要有到会和表决人数", "error", GROUP, {"expected": None}, {}),
    ("directives.meeting", "村民会议提前通知", "ask", ASSEMBLY, {"noticed_on": date(2018, 2, 26)},
     {"noticed_on": date(2018, 2, 25)}),
    ("directives.meeting", "村民会议提前通知", "ask", ASSEMBLY, {"noticed_on": None}, {}),
    ("directives.meeting", "应由村民会议决定的事项", "error", COMMITTEES, {"matter": "land_money"}, {}),
    ("directives.meeting", "应由村民会议决定的事项", "error", COMMITTEES, {"matter": "homestead"},
     {"matter": "homestead", "passed": False}),
    ("directives.meeting", "村民代表会议要有授权", "ask", REPRESENTATIVES, {"matter": "land_money"},
     {"matter": "land_money", "authorised": True}),
    ("directives.assembly", "村民代表不少于五分之四", "error", assembly, {"representatives": 23},
     {"representatives": 24}),
    ("directives.assembly", "妇女不少于三分之一", "error", assembly, {"women": 9}, {"women": 10}),
    ("directives.assembly", "五至十五户推选一名代表", "ask", assembly, {"households": 124}, {"households": 125}),
    ("directives.assembly", "五至十五户推选一名代表", "ask", assembly, {"households": 376}, {"households": 375}),
    ("directives.assembly", "代表和妇女不多于组成人员", "error", assembly, {"women": 31}, {}),
    ("directives.assembly", "村民代表会议每季度一次", "ask", lasting, {}, {"until": date(2020, 4, 1)}),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_breaks_a_rule_is_found(office, ledger, title, severity, make, breaks, keeps):
    record = make(**breaks)
    assert record.ledger_name() == ledger
    assert found(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_keeps_a_rule_is_not(office, ledger, title, severity, make, breaks, keeps):
    assert title not in found(make(**keeps))


@pytest.mark.parametrize("make", [ASSEMBLY, REPRESENTATIVES, GROUP])
def test_a_meeting_with_its_quorum_raises_no_question(office, make):
    assert found(make()) == {}


def test_a_meeting_of_representatives_this_quarter_answers_the_question(office):
    today = timezone.localdate()
    saved(vote("representatives", held_on=today - timedelta(30)))
    assert "村民代表会议每季度一次" not in found(lasting())


def test_the_message_names_the_matter_and_the_law(office):
    told = message(COMMITTEES(matter="land_money"), "应由村民会议决定的事项")
    assert told.startswith("征地补偿费使用分配要经村民会议")
    assert "村民委员会组织法第24条" in told
