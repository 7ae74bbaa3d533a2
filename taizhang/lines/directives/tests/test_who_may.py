"""Who sees and writes what: a village its own meetings and tasks, the office everything; worked-out days are the same for all."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record, take_step
from taizhang.ledgers.workflow import workflow
from taizhang.lines.directives.models import Meeting, Task
from taizhang.lines.directives.tests.records import (
    DOER,
    DUE,
    TOWN_DAY,
    entered,
    extension,
    meeting,
    progress,
    relay,
    saved,
    task,
    unit,
)
from taizhang.people.models import Role
from tests import cast

OURS = {"level": "village", "place_id": cast.GUANGPING}


@pytest.fixture
def of(acting):
    """The town's meeting, a task of 广坪村 that was put off, and one of the town."""
    acting("office")
    of = entered(meeting(must_relay=True))
    saved(unit("DW2", name="广坪村", kind="village"))
    own = entered(task("RW1", place_id=cast.GUANGPING))
    granted = {"approved_on": date(2018, 3, 17), "decided_by": "李丁卯"}
    entered(extension(own, place_id=cast.GUANGPING, **granted))
    entered(task("RW2", title="镇里的事"))
    return of


def test_a_clerk_registers_how_her_village_passed_it_on(of, acting):
    acting("clerk")
    by = unit_of("广坪村")
    save_record(relay(of, by, date(2018, 3, 8), **OURS))
    with pytest.raises(Refusal, match="您的岗位不能登记"):
        save_record(relay(of, by, date(2018, 3, 8), "HY10", level="village", place_id=cast.HEXING))
    acting("other_clerk")
    assert set(Meeting.objects.values_list("number", flat=True)) == {of.number}


def unit_of(name):
    return type(unit()).objects.get(name=name)


def test_a_clerk_works_on_the_tasks_of_her_village_and_sees_no_others(of, acting):
    acting("clerk")
    (own,) = Task.objects.all()
    assert own.due_on == date(2018, 3, 28)
    take_step(own, workflow(Task).step("accepted"), TOWN_DAY, Role.VILLAGE_CLERK)
    told = progress(own, date(2018, 3, 14), 40)
    told.place_id = cast.GUANGPING
    save_record(told)
    own.refresh_from_db()
    assert (own.percent, own.due_on) == (40, date(2018, 3, 28))
    own.reported_by, own.result = DOER, "办成了"
    take_step(own, workflow(Task).step("reported"), DUE, Role.VILLAGE_CLERK)
    with pytest.raises(Refusal, match="办理。"):
        take_step(own, workflow(Task).step("verified"), DUE, Role.VILLAGE_CLERK)
