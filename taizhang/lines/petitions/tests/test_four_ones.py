"""One case, one leader, one team, followed to the end: two leaders at once are refused, and nobody's duty lapses."""

from datetime import date

import pytest
from django.db import Error, transaction

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.petitions.models import CaseLeader, TeamMember
from taizhang.lines.petitions.tests.petitions import (
    CAME,
    CLOSED,
    follow_up,
    leader,
    petition,
    rows,
    saved,
)
from tests import cast

HANDED_OVER = date(2018, 3, 12)


@pytest.fixture
def case(office):
    return saved(petition())


def test_a_case_shows_who_answers_for_it(case):
    save_record(leader(case))
    case.refresh_from_db()
    assert case.leader_name == "孙丙寅"


def test_two_leaders_from_one_day_on_are_refused(case):
    save_record(leader(case))
    with pytest.raises(Refusal, match="同一时间只有一名负责领导"):
        save_record(leader(case, "冯辛未"))


def test_a_second_leader_without_a_handover_is_refused(case):
    save_record(leader(case))
    with pytest.raises(Refusal, match=r"同一时间只有一名负责领导，是交接的请写明交接原因"):
        save_record(leader(case, "冯辛未", HANDED_OVER))


def test_the_database_itself_takes_no_two_from_one_day(case):
    saved(leader(case))
    with pytest.raises(Error, match="petitions_one_leader_at_a_time"), transaction.atomic():
        saved(leader(case, "冯辛未"))


def test_a_handover_ends_the_one_and_begins_the_other_on_one_day(case):
    old = leader(case)
    save_record(old)
    save_record(leader(case, "冯辛未", HANDED_OVER, reason="分工调整"))
    old.refresh_from_db()
    case.refresh_from_db()
    assert (old.until, case.leader_name) == (HANDED_OVER, "冯辛未")
    for day in (CAME, date(2018, 3, 11), HANDED_OVER, date(2030, 1, 1)):
        held = [
            one.leader
            for one in CaseLeader.objects.filter(petition=case, since__lte=day)
            if one.until is None or day < one.until
        ]
        assert len(held) == 1, day


def test_nobody_can_write_an_end_into_it(case):
    one = leader(case)
    one.until = date(2018, 3, 5)
    save_record(one)
    one.refresh_from_db()
    assert one.until is None
    rows("UPDATE petitions_caseleader SET until = '2018-03-05' WHERE id = %s RETURNING id", one.pk)
    one.refresh_from_db()
    assert one.until is None


def test_closing_clears_nobodys_responsibility(office):
    case = saved(petition(**CLOSED))
    save_record(leader(case))
    save_record(follow_up(case))
    case.archived_on, case.archive_no = date(2018, 6, 1), "1"
    save_record(case, "归档")
    assert CaseLeader.objects.get(petition=case).until is None


def test_both_stay_in_the_history(case):
    save_record(leader(case))
    save_record(leader(case, "冯辛未", HANDED_OVER, reason="分工调整"))
    kept = rows(
        "SELECT row ->> 'leader' FROM ledgers_history WHERE ledger = 'petitions.case_leader'"
    )
    assert {name for (name,) in kept} == {"孙丙寅", "冯辛未"}


def test_a_case_has_a_team_of_any_size(case):
    for n, name in enumerate(("钱乙丑", "褚乙亥")):
        member = TeamMember(
            number=f"ZB{n}", place_id=cast.TOWN, petition=case, name=name, post="国土所", since=CAME
        )
        assert save_record(member) == []
    assert case.teammembers.count() == 2
