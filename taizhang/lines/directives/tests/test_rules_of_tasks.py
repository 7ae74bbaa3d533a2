"""Each rule of tasks, progress, urging and extensions: what keeps it and what breaks it."""

from datetime import date, timedelta

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.directives.tests.records import (
    CLOSED,
    DOER,
    DONE,
    DUE,
    TOWN_DAY,
    VERIFIED,
    entered,
    extension,
    found,
    meeting,
    progress,
    saved,
    task,
    urging,
    with_scan,
)
from tests import cast
from tests.rule_cases import message

BACK = {"returned_on": date(2018, 3, 20), "return_reason": "没有办到位"}
GRANTED = {"approved_on": date(2018, 3, 17), "decided_by": "李丁卯"}
LATER = timedelta(1)


def plain(**changes):
    return task(**changes)


def from_a_meeting(**changes):
    return task(source="meeting", meeting=saved(meeting()), **changes)


def beside(**changes):
    saved(task("RW0", title=changes.pop("other", "传达三级干部会精神"), **changes.pop("ended", {})))
    return task(**changes)


def told(**changes):
    of = saved(task())
    saved(progress(of, date(2018, 3, 12), 60, "JZ0"))
    record = progress(of, changes.get("day", date(2018, 3, 14)), changes.get("percent", 60))
    record.place_id = changes.get("place_id", cast.TOWN)
    return record


def urged(**changes):
    return urging(saved(task(**changes.pop("of", {}))), **changes)


def put_off(**changes):
    return extension(saved(task()), **changes)


def again(**changes):
    """Put off till the 28th already; asked once more."""
    of = saved(task())
    saved(extension(of, "YQ0", **GRANTED))
    return extension(of, **{"asked_on": date(2018, 3, 28), "until": date(2018, 4, 10)} | changes)


# ledger, title, how hard, make, what breaks the rule, what keeps it
ROWS = [
    ("directives.progress", "与督办事项同在一地", "error", told, {"place_id": cast.GUANGPING}, {}),
    ("directives.urging", "与督办事项同在一地", "error", urged, {"place_id": cast.GUANGPING}, {}),
    ("directives.extension", "与督办事项同在一地", "error", put_off, {"place_id": cast.GUANGPING}, {}),
    ("directives.task", "期限不早于立项", "error", plain, {"deadline": TOWN_DAY - LATER}, {"deadline": TOWN_DAY}),
    ("directives.task", "来源要查得到", "ask", plain, {"source": "document"}, {"source": "document", "source_no": "1号"}),
    ("directives.task", "来源要查得到", "ask", plain, {"source": "meeting"}, {"source": "meeting", "source_no": "纪要1"}),
    ("directives.task", "立项不早于来源会议", "error", from_a_meeting, {"registered_on": TOWN_DAY - LATER}, {}),
    ("directives.task", "乡镇开展的是督办", "ask", plain,
     {"title": "环境督查", "source": "remark", "registered_on": date(2021, 2, 1), "deadline": date(2021, 3, 1),
      "noticed_on": None},
     {"title": "环境督查", "source": "handed", "registered_on": date(2021, 2, 1), "deadline": date(2021, 3, 1),
      "noticed_on": None}),
    ("directives.task", "乡镇开展的是督办", "ask", plain,
     {"title": "督查", "source": "remark", "registered_on": date(2021, 2, 1), "noticed_on": None},
     {"title": "督查", "source": "remark"}),
    ("directives.task", "一事一项", "ask", beside, {}, {"other": "别的事"}),
    ("directives.task", "一事一项", "ask", beside, {}, {"ended": CLOSED}),
    ("directives.task", "报结要写办理结果和报结人", "error", plain, DONE | {"result": ""}, DONE),
    ("directives.task", "报结要写办理结果和报结人", "error", plain, DONE | {"reported_by": ""}, {}),
    ("directives.task", "退回要写原因", "error", plain, DONE | BACK | {"return_reason": ""}, DONE | BACK),
    ("directives.task", "核实要有核实人和情况", "error", plain, VERIFIED | {"verified_by": ""}, VERIFIED),
    ("directives.task", "核实要有核实人和情况", "error", plain, VERIFIED | {"finding": ""}, DONE),
    ("directives.task", "核实人不是承办人", "error", plain, VERIFIED | {"verified_by": DOER}, VERIFIED),
    ("directives.task", "核实人不是承办人", "error", plain,
     VERIFIED | {"responsible": "李丁卯、钱乙丑"}, VERIFIED | {"responsible": "李丁卯、周戊辰"}),
    ("directives.task", "核实人不是承办人", "error", plain, VERIFIED | {"reported_by": "钱乙丑"}, VERIFIED),
    ("directives.task", "退回的要再次报结才能核实", "error", plain, VERIFIED | BACK,
     VERIFIED | BACK | {"reported_again_on": date(2018, 3, 20)}),
    ("directives.task", "销号要有依据", "error", plain, CLOSED | {"evidence": ""}, CLOSED),
    ("directives.task", "销号人不是承办人", "error", plain, CLOSED | {"closed_by": DOER}, CLOSED),
    ("directives.task", "销号人不是承办人", "error", plain, CLOSED | {"closed_by": ""}, VERIFIED),
    ("directives.task", "销号和撤销不同时", "error", plain,
     CLOSED | {"withdrawn_on": DUE, "withdrawn_why": "并案"}, CLOSED),
    ("directives.task", "撤销要写原因", "error", plain, {"withdrawn_on": DUE},
     {"withdrawn_on": DUE, "withdrawn_why": "并入RW2"}),
    ("directives.task", "超过反馈周期没有报进展", "ask", plain, {"every": "week"}, {"every": "once"}),
    ("directives.task", "超过反馈周期没有报进展", "ask", plain, {"every": "week"}, DONE | {"every": "week"}),
    ("directives.task", "超过反馈周期没有报进展", "ask", plain, DONE | BACK | {"every": "week"},
     DONE | BACK | {"every": "week", "reported_again_on": DUE}),
    ("directives.progress", "反馈不早于立项", "error", told, {"day": TOWN_DAY - LATER}, {}),
    ("directives.progress", "进度不后退", "ask", told, {"percent": 59}, {"percent": 60}),
    ("directives.urging", "催办不早于立项", "error", urged, {"urged_on": TOWN_DAY - LATER}, {}),
    ("directives.urging", "办结的不再催办", "error", urged, {"of": CLOSED}, {"of": CLOSED, "urged_on": DUE}),
    ("directives.urging", "答复期限不早于催办", "error", urged, {"answer_by": DUE}, {}),
    ("directives.urging", "答复要写情况", "error", urged, {"answered_on": date(2018, 3, 23)},
     {"answered_on": date(2018, 3, 23), "answer": "明天完工"}),
    ("directives.extension", "延期要在期限之前申请", "error", put_off, {"asked_on": DUE + LATER}, {"asked_on": DUE}),
    ("directives.extension", "延期要在期限之前申请", "error", again, {"asked_on": date(2018, 3, 29)}, {}),
    ("directives.extension", "延期要晚于现定期限", "error", put_off, {"until": DUE}, {"until": DUE + LATER}),
    ("directives.extension", "延期要晚于现定期限", "error", again, {"until": date(2018, 3, 28)}, {}),
    ("directives.extension", "申请延期不早于立项", "error", put_off, {"asked_on": TOWN_DAY - LATER}, {}),
    ("directives.extension", "延期只有一个结论", "error", put_off, GRANTED | {"refused_on": date(2018, 3, 17)},
     GRANTED),
    ("directives.extension", "延期由他人批准", "error", put_off, GRANTED | {"decided_by": ""}, GRANTED),
    ("directives.extension", "延期由他人批准", "error", put_off, GRANTED | {"decided_by": DOER}, {}),
    ("directives.extension", "延期由他人批准", "error", put_off, GRANTED | {"decided_by": DOER, "asked_by": "周戊辰"},
     GRANTED | {"asked_by": "周戊辰"}),
]  # fmt: skip


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_breaks_a_rule_is_found(office, ledger, title, severity, make, breaks, keeps):
    record = make(**breaks)
    assert record.ledger_name() == ledger
    assert found(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_what_keeps_a_rule_is_not(office, ledger, title, severity, make, breaks, keeps):
    assert title not in found(make(**keeps))


@pytest.mark.parametrize("values", [{}, DONE, VERIFIED, CLOSED])
def test_a_task_on_its_way_raises_no_question(office, values):
    assert found(task(**values)) == {}


@pytest.mark.parametrize(("paper", "holds"), [("", True), ("督办通知单", False)])
def test_a_scan_is_evidence_but_the_notice_itself_is_not(office, paper, holds):
    record = saved(task(**CLOSED | {"evidence": ""}))
    with_scan(record, paper)
    assert ("销号要有依据" not in found(record)) is holds


def test_an_extension_counts_once_it_is_approved(office):
    of = entered(task())
    asked = entered(extension(of))
    of.refresh_from_db()
    assert (of.due_on, of.late_from) == (DUE, DUE + LATER)
    for name, value in GRANTED.items():
        setattr(asked, name, value)
    entered(asked)
    of.refresh_from_db()
    assert (of.due_on, of.late_from) == (date(2018, 3, 28), date(2018, 3, 29))


def test_an_extension_asked_for_after_the_deadline_is_refused_with_the_deadline(office):
    of = entered(task())
    with pytest.raises(Refusal, match="已经过了期限 2018-03-21，不能再申请延期"):
        save_record(extension(of, asked_on=DUE + LATER))
    assert of.extension_set.count() == 0


def test_a_deadline_on_a_rest_day_is_late_after_the_next_working_day(office):
    assert saved(task(deadline=date(2018, 4, 5))).late_from == date(2018, 4, 9)  # 清明 to Sunday


def test_progress_is_read_from_its_ledger(office):
    of = entered(task(every="week"))
    assert of.feedback_due_on == date(2018, 3, 14)
    entered(progress(of, date(2018, 3, 14), 40))
    entered(progress(of, date(2018, 3, 12), 20, "JZ2"))
    of.refresh_from_db()
    assert (of.progress_on, of.percent) == (date(2018, 3, 14), 40)
    assert of.feedback_due_on == date(2018, 3, 21)


def test_progress_belongs_to_its_own_task(office):
    of = saved(task())
    saved(progress(of, date(2018, 3, 14), 40))
    assert saved(task("RW2")).percent is None


def test_the_message_about_the_doer_names_both(office):
    told = message(task(**VERIFIED | {"verified_by": DOER}), "核实人不是承办人")
    assert f"核实人 {DOER} 是这一项的责任人（{DOER}）" in told
