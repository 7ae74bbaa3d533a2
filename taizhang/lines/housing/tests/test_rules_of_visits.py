"""Each rule of visits: what keeps it and what breaks it, on the visit and on what must wait for it."""

from datetime import date

import pytest

from taizhang.ledgers.models import Standard
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import rules
from taizhang.lines.housing.models import Approval
from taizhang.lines.housing.tests.records import SECOND_ID, approval, saved
from taizhang.lines.housing.tests.visit_records import (
    acceptance,
    visit,
)
from tests.rule_cases import broken

SITING, SETTING_OUT, COMPLETION = "选址（申请审查）", "放线（丈量批放）", "竣工（验收）"
BUILT = {
    "set_out_on": date(2017, 3, 6),
    "started_on": date(2017, 3, 8),
    "completed_on": date(2017, 8, 31),
}
NEW_LAW = {
    "applied_on": date(2021, 3, 1),
    "accepted_on": date(2021, 3, 3),
    "approved_on": date(2021, 3, 24),
    "authority": "town",
    "set_out_on": date(2021, 3, 29),
    "started_on": date(2021, 4, 6),
    "completed_on": date(2021, 9, 1),
}
DAYS = {
    "siting": (date(2016, 11, 21), date(2021, 3, 8)),
    "setting_out": (date(2017, 3, 6), date(2021, 3, 29)),
    "trench": (date(2017, 3, 20), date(2021, 4, 20)),
    "completion": (date(2017, 9, 11), date(2021, 9, 6)),
}


def visited(kinds: dict[str, object], new_law: bool = False, **changes: object) -> Record:
    """A house from application to completion with visits of these kinds, each with what is special of it."""
    case = saved(approval(**(BUILT | (NEW_LAW if new_law else {}) | changes)))
    for number, (kind, special) in enumerate(kinds.items()):
        values = {"kind": kind, "on": DAYS[kind][new_law]} | dict(special or {})
        saved(visit(case, f"DC{number}", **values))
    return case


def accepted(kinds: dict[str, object], new_law: bool = False, **changes: object) -> Record:
    day = {"passed_on": date(2021, 9, 7)} if new_law else {}
    return acceptance(visited(kinds, new_law), **(day | changes))


BEFORE_APPROVAL, BEFORE_START = f"批准前要到场：{SITING}", f"开工前要到场：{SETTING_OUT}"
BEFORE_PASSING = f"验收合格前要到场：{COMPLETION}"
ALL = {"siting": None, "setting_out": None, "completion": None}
LATE = {"on": date(2017, 3, 9)}
UNSOUND = {"result": "moved", "next_step": "退到批准的界址"}
ON_CASES = [
    # title, made by, the visits that break it, the visits that keep it
    (BEFORE_APPROVAL, visited, {}, ALL),
    (
        BEFORE_APPROVAL,
        visited,
        {"siting": {"on": date(2016, 12, 10)}},
        {"siting": {"on": date(2016, 12, 9)}},
    ),
    (BEFORE_START, visited, {"siting": None}, ALL),
    (BEFORE_START, visited, {"setting_out": LATE}, {"setting_out": {"on": date(2017, 3, 8)}}),
    (BEFORE_PASSING, accepted, {"siting": None, "setting_out": None}, ALL),
    (BEFORE_PASSING, accepted, {"completion": {"on": date(2017, 9, 13)}}, ALL),
    (f"到场不符合的不得批准：{SITING}", visited, {"siting": UNSOUND}, ALL),
    (f"到场不符合的不得开工：{SETTING_OUT}", visited, {"setting_out": UNSOUND}, ALL),
    (f"到场不符合的不得验收合格：{COMPLETION}", accepted, {"completion": UNSOUND}, ALL),
]
HARD = "到场不符合的"


@pytest.fixture
def registering(office) -> None:
    """The office has begun to register visits: one for somebody else."""
    saved(visit(saved(approval("JF0", id_number=SECOND_ID)), "DC99", on=date(2016, 11, 16)))


def test_sheets_of_the_years_before_visits_were_registered_are_not_asked_about(office):
    saved(visit(saved(approval("JF0")), "DC99", on=date(2016, 12, 10)))
    assert BEFORE_APPROVAL not in broken(visited({}))


@pytest.mark.parametrize(("title", "make", "breaks", "keeps"), ON_CASES)
def test_what_must_wait_for_a_visit_is_found(registering, title, make, breaks, keeps):
    assert broken(make(breaks)).get(title) == ("error" if title.startswith(HARD) else "ask")


@pytest.mark.parametrize(("title", "make", "breaks", "keeps"), ON_CASES)
def test_what_came_after_its_visit_is_not(registering, title, make, breaks, keeps):
    assert title not in broken(make(keeps))


@pytest.mark.parametrize(
    ("title", "make"),
    [(BEFORE_APPROVAL, visited), (BEFORE_START, visited), (BEFORE_PASSING, accepted)],
)
def test_since_2020_the_missing_visit_bars_closing_and_the_step(office, title, make):
    missing = saved(make({}, new_law=True))
    model = type(missing)
    found = [
        rule
        for rule in rules(model)
        if rule.title == title and model.objects.filter(rule.broken(), pk=missing.pk).exists()
    ]
    assert [(rule.at_closing, rule.at_steps) for rule in found] == [(True, True)]


@pytest.mark.parametrize(
    ("title", "make"),
    [(BEFORE_APPROVAL, visited), (BEFORE_START, visited), (BEFORE_PASSING, accepted)],
)
def test_since_2020_the_visit_made_in_time_is_enough(office, title, make):
    assert title not in broken(make(ALL, new_law=True))


def test_the_last_finding_before_the_approval_counts(office):
    case = visited({"siting": UNSOUND}, approved_on=None, authority="")
    saved(visit(case, "DC9", on=date(2016, 12, 1), is_repeat=True))
    case.approved_on, case.authority = date(2016, 12, 9), "county"
    assert f"到场不符合的不得批准：{SITING}" not in broken(case)
    saved(visit(case, "DC10", on=date(2016, 12, 9), is_repeat=True, **UNSOUND))
    assert broken(case)[f"到场不符合的不得批准：{SITING}"] == "error"


def test_a_finding_after_the_approval_does_not_undo_it(office):
    case = visited({"siting": None})
    saved(visit(case, "DC9", on=date(2016, 12, 10), is_repeat=True, **UNSOUND))
    assert f"到场不符合的不得批准：{SITING}" not in broken(case)


def test_state_land_is_not_visited_as_a_homestead(registering):
    assert BEFORE_APPROVAL not in broken(visited({}, land_owner="state"))


# --- the list of three or six -------------------------------------------------------------------------------------

LOCAL = {"trench": "基槽", "key_nodes": "关键节点", "structure": "主体"}


def require(kind: str, since: date) -> None:
    Standard.objects.create(
        name=f"housing.visit_{kind}",
        title=f"到场环节：{LOCAL[kind]}",
        value="1",
        since=since,
        document="临建发〔2017〕示例6号",
    )


@pytest.mark.parametrize("kind", LOCAL)
def test_a_list_of_three_does_not_ask_for_the_local_visits(office, kind):
    assert f"竣工前要到场：{LOCAL[kind]}" not in broken(visited(ALL))


@pytest.mark.parametrize("kind", LOCAL)
def test_a_list_of_six_asks_from_its_first_day(office, kind):
    title = f"竣工前要到场：{LOCAL[kind]}"
    require(kind, date(2017, 9, 1))
    assert title not in broken(visited(ALL))
    require(kind, date(2017, 8, 31))
    case = Approval.objects.get(number="JF1")
    assert broken(case)[title] == "ask"
    saved(visit(case, "DC9", kind=kind, on=date(2017, 5, 2)))
    assert title not in broken(case)


ROWS = [
    *(
        ("housing.acceptance" if make is accepted else "housing.approval", title)
        for title, make, *_ in ON_CASES
    ),
    *(("housing.approval", f"竣工前要到场：{label}") for label in LOCAL.values()),
]
