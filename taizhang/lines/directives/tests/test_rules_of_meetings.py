"""Each rule of meetings, their sign-in sheets and how they are passed on: what keeps it and what breaks it."""

from datetime import date, timedelta

import pytest

from taizhang.lines.directives.tests.records import (
    CITY_DAY,
    TOWN_DAY,
    attendee,
    city,
    found,
    meeting,
    relay,
    saved,
    unit,
)
from tests import cast
from tests.rule_cases import message

COUNTED = {"expected": 46, "present": 44, "absent": 2, "absence_reason": "请假"}
SECRET = {"secrecy": "secret", "title": "机要工作会议"}


def plain(**changes):
    return meeting(**changes)


def relayed(**changes):
    """A station's meeting that passes on the town's of 7 March."""
    of = saved(meeting("HY2"))
    return relay(of, saved(unit()), TOWN_DAY + timedelta(1), **changes)


def of_a_village(**changes):
    by = saved(unit(name=changes.pop("of", "广坪村"), kind="village"))
    own = {"level": "village", "place_id": cast.GUANGPING}
    return relay(saved(meeting("HY2")), by, TOWN_DAY, **own | changes)


def to_be_relayed(**changes):
    """A meeting that a station in force that day is to pass on."""
    saved(
        unit(**{name: changes.pop(name) for name in ("since", "until", "kind") if name in changes})
    )
    return meeting(must_relay=True, **changes)


def with_sheet(**changes):
    """A meeting with two people on its sheet, one of them excused; the count follows."""
    of = saved(meeting())
    saved(attendee(of))
    saved(attendee(of, "QD2", name="钱乙丑", state="excused", reason="出差"))
    for name, value in changes.items():
        setattr(of, name, value)
    return of


def signed(**changes):
    of = saved(meeting())
    saved(attendee(of, "QD0", name="钱乙丑"))
    return attendee(of, **changes)


# ledger, title, how hard, make, what breaks the rule, what keeps it
ROWS = [
    ("directives.meeting", "内部会议少录内容", "ask", plain, {"secrecy": "internal", "minutes": "人事"},
     {"secrecy": "internal"}),
    ("directives.meeting", "实到不多于应到", "error", plain, {"expected": 5, "present": 6}, COUNTED),
    ("directives.meeting", "应到等于实到加缺席", "ask", plain, COUNTED | {"absent": 3}, COUNTED),
    ("directives.meeting", "缺席要写原因", "ask", plain, COUNTED | {"absence_reason": ""}, COUNTED),
    ("directives.meeting", "上级会议写明主办单位", "ask", plain, {"level": "county"},
     {"level": "county", "host": "市委"}),
    ("directives.meeting", "本镇会议写明召开单位", "error", relayed, {"unit": None}, {}),
    ("directives.meeting", "召开单位与村（社区）一致", "ask", of_a_village, {"of": "合兴村"}, {}),
    ("directives.meeting", "传达不早于原会议", "error", relayed, {"held_on": CITY_DAY}, {}),
    ("directives.meeting", "会议传达期限", "ask", relayed, {"held_on": date(2018, 3, 15)},
     {"held_on": date(2018, 3, 14)}),
    ("directives.meeting", "还有单位没有传达", "ask", to_be_relayed, {}, {"held_on": date(2999, 1, 4)}),
    ("directives.meeting", "还有单位没有传达", "ask", to_be_relayed, {}, {"until": TOWN_DAY}),
    ("directives.meeting", "还有单位没有传达", "ask", to_be_relayed, {}, {"since": TOWN_DAY + timedelta(1)}),
    ("directives.meeting", "还有单位没有传达", "ask", to_be_relayed, {}, {"kind": "office"}),
    ("directives.meeting", "上报要有贯彻情况", "ask", relayed, {"reported_on": date(2018, 3, 12)},
     {"reported_on": date(2018, 3, 12), "report": "已学习"}),
    ("directives.meeting", "涉密会议不录内容", "error", plain, SECRET | {"minutes": "机要"}, SECRET),
    ("directives.meeting", "涉密会议不录内容", "error", plain, SECRET | {"agenda": "机要"},
     {"agenda": "工作"}),
    ("directives.meeting", "签到与实到人数一致", "ask", with_sheet, {"present": 2}, {"present": 1}),
    ("directives.attendee", "一人一次会议只签到一次", "ask", signed, {"name": "钱乙丑"}, {}),
    ("directives.attendee", "未到要写原因", "ask", signed, {"state": "absent"},
     {"state": "absent", "reason": "生病"}),
    ("directives.attendee", "代会写明代会人", "error", signed, {"state": "deputy"},
     {"state": "deputy", "deputy": "李丁卯"}),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_breaks_a_rule_is_found(office, ledger, title, severity, make, breaks, keeps):
    record = make(**breaks)
    assert record.ledger_name() == ledger
    assert found(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_keeps_a_rule_is_not(office, ledger, title, severity, make, breaks, keeps):
    assert title not in found(make(**keeps))


def test_a_meeting_does_not_pass_on_itself(office):
    record = saved(meeting())
    assert "不传达自己" not in found(record)
    record.relayed_from = record
    assert found(record)["不传达自己"] == "error"


def test_a_plain_meeting_raises_no_question(office):
    assert found(meeting(**COUNTED)) == {}
    assert found(city()) == {}


def test_who_has_not_passed_it_on_is_named_until_all_have(office):
    units = [
        saved(unit(f"DW{at}", name=name)) for at, name in enumerate(("司法所", "财政所", "水利站"))
    ]
    of = saved(meeting(must_relay=True))
    saved(relay(of, units[1], TOWN_DAY + timedelta(1)))
    told = message(of, "还有单位没有传达")
    assert "的单位：司法所、水利站；" in told
    for at in (0, 2):
        saved(relay(of, units[at], TOWN_DAY + timedelta(2), f"HY9{at}"))
    assert "还有单位没有传达" not in found(of)


def test_the_lag_is_counted_in_working_days_over_spring_festival(office):
    of = saved(meeting("HY2", held_on=date(2018, 2, 9)))  # Friday before the make-up Sunday
    by = saved(unit())
    assert "会议传达期限" not in found(relay(of, by, date(2018, 2, 22)))  # 11 12 13 14 22: five
    assert found(relay(of, by, date(2018, 2, 23), "HY8"))["会议传达期限"] == "ask"


def test_the_message_says_when_the_meeting_above_was(office):
    told = message(relay(city(), saved(unit()), date(2018, 3, 12)), "会议传达期限")
    assert told.startswith("原会议 2018-02-28 召开，2018-03-12 才传达，超过 5 个工作日")


def test_a_number_of_units_is_fixed_by_the_day_of_the_meeting(office):
    saved(unit("DW1"))
    saved(unit("DW2", kind="village", name="广坪村"))
    saved(unit("DW3", kind="office", name="党政办"))
    saved(unit("DW4", until=TOWN_DAY))
    assert saved(meeting(must_relay=True)).units_asked == 2
    assert saved(meeting("HY3")).units_asked is None


def test_reporting_back_starts_on_the_day_of_a_unit_s_own_meeting(office):
    own = saved(relay(city(), saved(unit()), date(2018, 3, 5)))
    assert own.report_from == date(2018, 3, 5)
    assert saved(meeting("HY3", relayed_from=own)).report_from is None
