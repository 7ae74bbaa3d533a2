"""Each rule from the certificate to the title, and of acceptances: a record that keeps it, one that breaks it."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.applications import (
    acceptance,
    application,
    on_state_land,
    person,
    visited,
)
from taizhang.lines.housing.tests.records import saved
from tests import cast
from tests.rule_cases import broken

REGISTERED = {"registered_on": date(2021, 12, 1), "title_no": "湘（2021）示例不动产权第1号"}
FAILED = {
    "passed_on": None,
    "failed_on": date(2021, 11, 3),
    "failure": "多占 12 平方米，限期退出",
}
DONE = {"old_house": "done", "old_house_on": date(2021, 11, 2)}


@pytest.fixture(autouse=True)
def finished(office) -> Record:
    """A house that is finished and waits for its acceptance."""
    return saved(
        application(
            "JF20",
            id_number=person(7),
            permit_no="乡字第示例0号",
            certificate_no="4306821132021000",
        )
    )


def building(finished: Record, **changes: object) -> Record:
    return application(**changes)


def inspected(finished: Record, **changes: object) -> Record:
    """The finished house itself, after it has been accepted."""
    saved(acceptance(finished))
    for name, value in changes.items():
        setattr(finished, name, value)
    return finished


def inspection(finished: Record, **changes: object) -> Record:
    return acceptance(finished, **changes)


def inspection_of(finished: Record, **changes: object) -> Record:
    """An acceptance of a house whose application promised something else."""
    for name, value in changes.pop("of").items():
        setattr(finished, name, value)
    return acceptance(saved(finished), **changes)


def inspection_again(finished: Record, **changes: object) -> Record:
    """The acceptance of a house that has its title."""
    record = saved(acceptance(finished))
    finished.registered_on = REGISTERED["registered_on"]
    saved(finished)
    for name, value in changes.items():
        setattr(record, name, value)
    return record


CASES = {
    "housing.approval": [
        ("领证放线后开工", "error", building, {"permit_no": ""}, {}),
        ("领证放线后开工", "error", building, {"certificate_no": ""}, {}),
        ("领证放线后开工", "error", building, {"set_out_on": None}, {}),
        (
            "领证放线后开工",
            "error",
            building,
            {"delivered_on": None},
            {"delivered_on": None, "started_on": None, "completed_on": None},
        ),
        (
            "批准书有效期止不早于批准书有效期起",
            "error",
            building,
            {"certificate_until": date(2021, 4, 5)},
            {},
        ),
        (
            "在批准书有效期内开工",
            "ask",
            building,
            {"certificate_until": date(2021, 4, 19)},
            {"certificate_until": date(2021, 4, 20)},
        ),
        (
            "在承诺的月数内建成",
            "ask",
            building,
            {"build_months": 6, "completed_on": date(2021, 10, 7)},
            {"build_months": 6, "completed_on": date(2021, 10, 6)},
        ),
        ("批准书号一般16位", "ask", building, {"certificate_no": "农宅字1号"}, {}),
        ("乡村建设规划许可证号不重复", "error", building, {"permit_no": "乡字第示例0号"}, {}),
        ("宅基地批准书号不重复", "error", building, {"certificate_no": "4306821132021000"}, {}),
        (
            "验收合格后办理不动产登记",
            "error",
            inspected,
            {"registered_on": date(2021, 11, 2)},
            {"registered_on": date(2021, 11, 3)},
        ),
        ("验收合格后办理不动产登记", "error", building, REGISTERED, {}),
        (
            "竣工日期与验收相符",
            "error",
            inspected,
            {"completed_on": date(2021, 11, 2)},
            {"completed_on": date(2021, 11, 1)},
        ),
        ("竣工日期与验收相符", "error", inspected, {"completed_on": None}, {}),
        ("批准数不小于已验收的实际数", "error", inspected, {"homestead_area": "149.99"}, {}),
        ("批准数不小于已验收的实际数", "error", inspected, {"storeys": 1}, {"storeys": 3}),
    ],
    "housing.acceptance": [
        ("与建房审批同在一地", "error", inspection, {"place_id": cast.HEXING}, {}),
        (
            "竣工后到场验收",
            "error",
            inspection,
            {"inspected_on": date(2021, 10, 19), "applied_on": date(2021, 10, 18)},
            {"inspected_on": date(2021, 10, 20), "applied_on": date(2021, 10, 18)},
        ),
        ("竣工后到场验收", "error", inspection_of, {"of": {"completed_on": None}}, {"of": {}}),
        ("验收合格要有实测数", "error", inspection, {"footprint": None}, {"height": None}),
        (
            "验收合格要有实测数",
            "error",
            inspection,
            {"old_house": ""},
            FAILED | {"footprint": None},
        ),
        ("验收不合格要写明整改要求", "error", inspection, FAILED | {"failure": ""}, FAILED),
        ("一次验收只有一个结论", "error", inspection, {"failed_on": date(2021, 11, 3)}, FAILED),
        *[
            (f"{title}不超过批准", "error", inspection, {name: over}, FAILED | {name: over})
            for title, name, over in [
                ("实际宅基地面积", "homestead_area", "150.01"),
                ("实际房基占地面积", "footprint", "100.01"),
                ("实际层数", "storeys", 3),
                ("实际建筑高度", "height", "8.51"),
            ]
        ],
        ("旧房旧宅落实要有日期", "error", inspection, DONE | {"old_house_on": None}, DONE),
        (
            "旧房旧宅落实要有日期",
            "error",
            inspection,
            DONE | {"old_house": "not_yet"},
            {"old_house": "not_yet"},
        ),
        ("旧房旧宅还没有落实", "ask", inspection, {"old_house": "not_yet"}, DONE),
        (
            "在承诺的天数内拆旧",
            "ask",
            inspection_of,
            {"of": {"removal_days": 12}, **DONE},
            {"of": {"removal_days": 13}, **DONE},
        ),
        (
            "承诺退还的旧宅要跟到底",
            "ask",
            inspection_of,
            {"of": {"disposal": "return"}},
            {"of": {"disposal": "return"}, **DONE},
        ),
        (
            "已登记的验收不能改成不合格",
            "error",
            inspection_again,
            FAILED,
            {"passed_on": date(2021, 12, 1)},
        ),
        (
            "已登记的验收不能改成不合格",
            "error",
            inspection_again,
            {"passed_on": date(2021, 12, 2)},
            {},
        ),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(
    finished, ledger, title, severity, make, breaks, keeps
):
    record = make(finished, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(
    finished, ledger, title, severity, make, breaks, keeps
):
    assert title not in broken(make(finished, **keeps))


def test_a_house_in_good_order_raises_no_question(finished):
    visited(finished)
    assert broken(acceptance(finished)) == {}
    assert broken(inspected_and_registered(finished)) == {}


def inspected_and_registered(finished: Record) -> Record:
    for name, value in REGISTERED.items():
        setattr(finished, name, value)
    return finished


def test_a_house_that_failed_is_inspected_again_and_passes_only_once(finished):
    save_record(acceptance(finished, "YS1", **FAILED))
    save_record(
        acceptance(finished, "YS2", inspected_on=date(2021, 11, 20), passed_on=date(2021, 11, 22))
    )
    with pytest.raises(Refusal, match="已有一次验收合格"):
        save_record(acceptance(finished, "YS3"))


def test_more_land_than_approved_is_told_with_both_numbers(finished):
    with pytest.raises(Refusal, match=r"150\.01 ㎡超过批准的 150\.00 ㎡.*土地管理法第78条"):
        save_record(acceptance(finished, homestead_area="150.01"))


def test_a_number_used_twice_names_the_other_application(finished):
    with pytest.raises(Refusal, match="乡字第示例0号 已经用在建房审批 JF20 上"):
        save_record(application(permit_no="乡字第示例0号"))


def test_on_state_land_no_homestead_certificate_is_waited_for(finished):
    assert "领证放线后开工" not in broken(on_state_land())
    assert "领证放线后开工" in broken(on_state_land("JF22", land_owner="collective"))
