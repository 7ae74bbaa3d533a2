"""The to-do list: first what one answers for oneself, by a switch everything, who answers beside each matter."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from taizhang.ledgers import waiting
from taizhang.ledgers.models import Standard
from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.approvals import Approval
from taizhang.people.acting import act, appointment_of
from taizhang.people.models import AreaDuty, User
from tests import cast

LATE, SOON, LATER = 60, 25, 2  # days since a matter was accepted; it has 20 working days
APPROVAL = {
    "householder": "贾建房",
    "id_number": "430682195306281002",
    "kind": "scattered",
    "land_owner": "collective",
    "land_class": "village_idle",
    "homestead_area": 120,
    "footprint": 90,
    "floor_area": 170,
    "storeys": 2,
}


def apply(number: str, place: str, days: int, **said: object) -> Approval:
    day = timezone.localdate() - timedelta(days)
    values = {**APPROVAL, "applied_on": day, "accepted_on": day, **said}
    return Approval.objects.create(number=number, place_id=place, **values)


def give(username: str, place: str, *lines: str) -> AreaDuty:
    user, since = User.objects.get(username=username), timezone.localdate() - timedelta(30)
    return AreaDuty.objects.create(user=user, place_id=place, lines=list(lines), since=since)


@pytest.fixture
def matters(office) -> None:
    """The officer answers for 广坪村 but for its building site, which is the leader's; nobody for 合兴村."""
    apply("SP-village", cast.GUANGPING, LATE)
    apply("SP-site", cast.SITE, LATE + 1)
    apply("SP-other", cast.HEXING, LATE + 2)
    apply("SP-soon", cast.GUANGPING, SOON)
    apply("SP-later", cast.GUANGPING, LATER)
    give("officer", cast.GUANGPING)
    give("leader", cast.SITE, "housing")


def page(client, scope: str = "", path: str = "/todo/") -> str:
    return client.get(path + (f"?scope={scope}" if scope else "")).content.decode()


def listed(text: str) -> list[str]:
    return re.findall(r">建房审批(SP-\w+)<", text)


def test_ones_own_area_comes_first_and_everything_by_a_switch(visit, matters):
    officer = visit("officer")
    assert listed(page(officer)) == ["SP-village", "SP-soon"]
    assert listed(page(officer, "all")) == ["SP-other", "SP-site", "SP-village", "SP-soon"]
    assert listed(page(visit("leader"))) == ["SP-site"]
    for scope in ("mine", "all"):
        assert re.findall(r"(我的分片|全部) (\d+)<", page(officer, scope)) == [
            ("我的分片", "2"),
            ("全部", "4"),
        ]
    assert "其中已逾期 1 件" in page(officer)
    assert "其中已逾期 3 件" in page(officer, "all")


def test_who_answers_stands_beside_each_matter(visit, matters):
    rows = re.findall(r"<tr>.*?</tr>", page(visit("officer"), "all"), re.S)
    told = {number: row for row in rows for number in listed(row)}
    assert "安分管" in told["SP-site"]
    assert "宋量土" in told["SP-village"]
    assert "（没有登记）" in told["SP-other"]
    assert "合兴村" in told["SP-other"]
    assert "批准或不予批准" in told["SP-other"]
    assert "逾期" in told["SP-other"]
    assert "逾期" not in told["SP-soon"]


@pytest.mark.parametrize("username", ["clerk", "town_leader", "county"])
def test_who_answers_for_nothing_sees_what_the_post_may_see(visit, matters, username):
    text = page(visit(username))
    seen = ["SP-site", "SP-village", "SP-soon"]
    assert listed(text) == (seen if username == "clerk" else ["SP-other", *seen])
    assert "我的分片" not in text


def test_yesterdays_area_is_no_longer_ones_own(visit, matters, acting):
    acting("office")
    AreaDuty.objects.filter(place=cast.GUANGPING).update(until=timezone.localdate())
    give_again = User.objects.get(username="leader")
    AreaDuty.objects.create(
        user=give_again, place_id=cast.GUANGPING, since=timezone.localdate(), lines=["housing"]
    )
    assert "我的分片" not in page(visit("officer"))
    assert listed(page(visit("leader"))) == ["SP-site", "SP-village", "SP-soon"]


def test_a_line_of_work_that_is_another_persons_is_not_ones_own(visit, office):
    apply("SP-1", cast.GUANGPING, LATE)
    give("officer", cast.GUANGPING, "land")
    assert listed(page(visit("officer"))) == []
    assert listed(page(visit("officer"), "all")) == ["SP-1"]


def test_questions_are_asked_of_whoever_answers_for_the_place(visit, office):
    apply("SP-1", cast.GUANGPING, 1, storeys=9)
    apply("SP-2", cast.HEXING, 1, storeys=9)
    give("officer", cast.HEXING)
    mine = page(visit("officer"), path="/todo/questions/")
    assert "SP-2" in mine
    assert "SP-1" not in mine
    assert "宋量土" in mine
    everything = page(visit("officer"), "all", "/todo/questions/")
    assert "SP-1" in everything
    assert "（没有登记）" in everything


def test_the_start_page_loads_a_short_list_that_leads_to_the_long_one(visit, office):
    for turn in range(25):
        apply(f"SP-{turn}", cast.GUANGPING, LATE + turn)
    client = visit("officer")
    assert '/todo/due/"' in client.get("/").content.decode()
    short = page(client, path="/todo/due/")
    assert len(listed(short)) == 20
    assert "还有 5 件没有列出" in short
    assert len(listed(page(client))) == 25


@pytest.mark.parametrize("path", ["/todo/", "/todo/questions/"])
def test_a_longer_list_takes_no_more_queries(visit, office, path):
    client, counts = visit("officer"), []
    for turns in (range(2), range(2, 30)):
        for turn in turns:
            apply(f"SP-{turn}", cast.GUANGPING, LATE + turn, storeys=9, document_no=str(turn))
        if not AreaDuty.objects.exists():
            give("officer", cast.GUANGPING)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(client, path=path)
        counts.append(len(asked))
        give_ticket_back()
    assert counts[0] == counts[1]


def give_ticket_back() -> None:
    """A page takes the ticket off the connection that the test shares with it."""
    act(appointment_of("office", timezone.localdate()))


@pytest.fixture
def days_by_notice(monkeypatch) -> Workflow:
    """The decision within days that a local notice sets, which nobody has entered."""
    clock = Clock("housing.decision_days", since="accepted_on", working=False)
    flow = Workflow(
        Approval,
        (
            Step("受理", "accepted", on="accepted_on"),
            Step("批准", "approved", on="approved_on", after=("accepted",), clock=clock),
        ),
    )
    here = "taizhang.desk.record_page.workflow"
    monkeypatch.setattr(waiting, "workflow", lambda model: flow if model is Approval else None)
    monkeypatch.setattr(here, lambda model: flow if model is Approval else None)
    return flow


def test_a_standard_that_is_missing_is_told_and_breaks_no_page(visit, matters, days_by_notice):
    officer = visit("officer")
    text = page(officer)
    assert "建房审批有 5 件的期限算不出" in text
    assert "housing.decision_days" in text
    assert listed(text) == []
    give_ticket_back()
    record = Approval.objects.get(number="SP-village")
    shown = officer.get(f"/housing/approval/{record.pk}/change/").content.decode()
    assert "期限不明" in shown
    assert "没有生效的标准“housing.decision_days”" in shown


def test_a_standard_that_is_entered_counts_at_once(visit, matters, days_by_notice):
    Standard.objects.create(
        name="housing.decision_days",
        title="审批期限",
        value=30,
        since="2018-01-01",
        document="示例",
    )
    assert listed(page(visit("officer"))) == ["SP-village", "SP-soon"]


def test_a_deadline_in_a_year_without_calendar_is_provisional(visit, office, monkeypatch):
    future = timezone.localdate().replace(year=2091, month=6, day=1)
    monkeypatch.setattr("taizhang.desk.todo.timezone.localdate", lambda: future)
    day = future - timedelta(LATE)
    apply("SP-2091", cast.GUANGPING, LATE, accepted_on=day)
    assert "（暂定）" in page(visit("officer"))


def test_the_page_names_whose_list_it_is_for_the_print_out(visit, matters):
    text = page(visit("officer"))
    assert "黄盖镇待办清单" in text
    assert "宋量土（国土所干事）" in text
    assert "window.print()" in text
