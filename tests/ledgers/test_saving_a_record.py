"""One record through the door that every form uses: rules, constraints and rights each say it in a sentence."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import attach, save_record, take_step
from taizhang.ledgers.workflow import workflow
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import Role
from tests import cast


def house(number: str = "KXF-1", **fields: object) -> HollowHouse:
    values = {
        "place_id": cast.GUANGPING,
        "owner_name": "贾空房",
        "category": "idle",
        "structure": "brick_wood",
        "storeys": 1,
        "floor_area": "120.50",
        "base_area": "120.50",
        "plot_area": "640.00",
        "surveyed_on": date(2018, 1, 5),
    }
    return HollowHouse(number=number, **(values | fields))


def test_a_good_record_is_saved_without_a_question(acting):
    acting("clerk")
    assert save_record(house()) == []
    assert HollowHouse.objects.count() == 1


def test_a_demolition_before_its_agreement_is_refused(acting):
    acting("clerk")
    early = house(
        agreement_no="XY-1", agreement_on=date(2018, 3, 5), demolished_on=date(2018, 3, 1)
    )
    with pytest.raises(
        Refusal, match="拆除日期 2018-03-01 早于签协议日期 2018-03-05|拆除.*2018-03-01.*2018-03-05"
    ):
        save_record(early)
    assert not HollowHouse.objects.exists()


def test_a_demolition_without_an_agreement_is_refused(acting):
    acting("clerk")
    with pytest.raises(Refusal, match="却没有"):
        save_record(house(demolished_on=date(2018, 3, 1)))


def test_an_unlikely_area_is_saved_and_asked_about(acting):
    acting("clerk")
    (question,) = save_record(house(floor_area="644.50", base_area="320.00"))
    assert question.severity == "ask"
    assert "644.5" in question.message


def test_a_wrong_id_number_is_refused_at_its_field(acting):
    acting("clerk")
    with pytest.raises(Refusal, match="户主身份证号：身份证号 430682196503071234 的校验位不对"):
        save_record(house(id_number="430682196503071234"))


def test_a_number_is_used_once_in_a_town(acting):
    acting("office")
    save_record(house())
    with pytest.raises(Refusal, match="编号"):
        save_record(house(place_id=cast.HEXING))


def test_another_town_may_use_the_same_number(acting):
    acting("clerk")
    save_record(house())
    acting("outsider")
    save_record(house(place_id=cast.OTHER_VILLAGE))


def test_a_clerk_is_told_that_a_village_is_not_theirs(acting):
    acting("clerk")
    with pytest.raises(Refusal, match="岗位"):
        save_record(house(place_id=cast.HEXING))


def test_steps_are_taken_in_order_by_those_who_may(acting):
    acting("office")
    record = house()
    save_record(record)
    flow = workflow(HollowHouse)
    assert flow is not None
    assert flow.state(record).state == "surveyed"
    agreed, demolished = flow.step("agreed"), flow.step("demolished")
    with pytest.raises(Refusal, match="现在不能办"):
        take_step(record, demolished, date(2018, 3, 1), Role.OFFICE)
    with pytest.raises(Refusal, match="办理"):
        take_step(record, agreed, date(2018, 2, 1), Role.COUNTY_READER)
    record.agreement_no = "XY-1"
    attach(record, SimpleUploadedFile("协议.pdf", b"%PDF-1.4 signed"), "scan", paper=agreed.paper)
    take_step(record, agreed, date(2018, 2, 1), agreed.by[0], "双方签字")
    assert flow.state(record).state == "agreed"
    assert [step.state for step, _ in flow.open_steps(record)] == [
        "paid",
        "handed_over",
        "demolished",
    ]
