"""Each rule of slogans, patrols and illegal buildings: what keeps it and what breaks it."""

from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Slogan
from taizhang.lines.housing.tests.records import approval, saved
from taizhang.lines.housing.tests.visit_records import (
    THIRD_ID,
    patrol,
    slogan,
    slogan_item,
    violation,
)
from tests.rule_cases import broken, message


@pytest.fixture(autouse=True)
def town(office) -> dict[str, Record]:
    """A round that found something, and an approval that came before it and one that is not decided."""
    return {
        "round": saved(patrol("XC0", findings=1)),
        "approval": saved(approval("JF0")),
        "undecided": saved(approval("JF1", approved_on=None, authority="")),
    }


def named(town: dict[str, Record], changes: dict[str, object]) -> dict[str, object]:
    return {
        name: town.get(str(value), value) if name in {"patrol", "approval"} else value
        for name, value in changes.items()
    }


def found(town: dict[str, Record], **changes: object) -> Record:
    return violation(**named(town, changes))


def made_round(town: dict[str, Record], *, registered: int, findings: int) -> Record:
    record = saved(patrol("XC9", findings=findings))
    for number in range(registered):
        saved(violation(f"WJ{number}", patrol=record))
    return record


def a_slogan(town: dict[str, Record], *, items: int = 1, **changes: object) -> Record:
    record = saved(slogan(**changes))
    for ordinal in range(1, items + 1):
        saved(slogan_item(record, f"KH-{ordinal}", ordinal=ordinal))
    return record


def an_applicant(town: dict[str, Record], **changes: object) -> Record:
    """Somebody who applies while an illegal building of theirs is open, but for these changes of it."""
    saved(violation("WJ8", **changes))
    return approval("JF8", id_number=THIRD_ID, applied_on=date(2018, 2, 6))


def to(receiver: str, day: date, **more: object) -> dict[str, object]:
    return {"handed_to": receiver, "handed_over_on": day} | more


def closed(result: str, **more: object) -> dict[str, object]:
    return {"result": result, "closed_on": date(2018, 3, 12)} | more


NEW_YEAR, LAST_DAY = date(2020, 1, 1), date(2019, 12, 31)
DECISION = {"delegation_document": "湘政发〔2021〕示例2号"}
REGULARISED = closed("regularised", approval="approval", kind="too_large")
CASES = [
    # ledger, title, how hard, made by, what breaks it, what keeps it
    ("slogan", "口号要有来源文件", "ask", a_slogan, {"source": "", "is_sure": False}, {}),
    (
        "slogan",
        "已核实的要有来源",
        "error",
        a_slogan,
        {"source": ""},
        {"source": "", "is_sure": False},
    ),
    ("slogan", "口号要有要点", "ask", a_slogan, {"items": 0}, {"items": 1}),
    ("slogan", "口号停用晚于起用", "error", a_slogan, {"until": date(2017, 5, 1)}, {}),
    (
        "patrol",
        "发现的逐处登记",
        "ask",
        made_round,
        {"registered": 1, "findings": 2},
        {"registered": 2, "findings": 2},
    ),
    (
        "patrol",
        "发现的逐处登记",
        "ask",
        made_round,
        {"registered": 1, "findings": 0},
        {"registered": 0, "findings": 0},
    ),
    (
        "violation",
        "停工要有通知书文号",
        "error",
        found,
        {"stopped_on": date(2018, 2, 7)},
        {"stopped_on": date(2018, 2, 7), "stop_order_no": "停1"},
    ),
    (
        "violation",
        "移交要写明移交给谁",
        "error",
        found,
        {"handed_over_on": LAST_DAY},
        to("land", LAST_DAY),
    ),
    (
        "violation",
        "办结要有处理结果",
        "error",
        found,
        {"closed_on": date(2018, 3, 12)},
        {"result": "mended"},
    ),
    (
        "violation",
        "2019年底以前移交国土部门",
        "error",
        found,
        to("agriculture", LAST_DAY),
        to("agriculture", NEW_YEAR),
    ),
    (
        "violation",
        "2020年起移交农业农村部门",
        "error",
        found,
        to("land", NEW_YEAR),
        to("land", LAST_DAY),
    ),
    (
        "violation",
        "乡镇承接处罚权不早于2021年7月15日",
        "error",
        found,
        to("town", date(2021, 7, 14), **DECISION),
        to("town", date(2021, 7, 15), **DECISION),
    ),
    (
        "violation",
        "乡镇处罚要有下放文件",
        "error",
        found,
        to("town", date(2022, 1, 4)),
        to("town", date(2022, 1, 4), **DECISION),
    ),
    (
        "violation",
        "国有土地违建另有处罚机关",
        "ask",
        found,
        to("land", LAST_DAY, land_owner="state"),
        to("land", LAST_DAY),
    ),
    (
        "violation",
        "移送立案要有移交",
        "error",
        found,
        closed("prosecuted"),
        closed("prosecuted", **to("land", date(2018, 3, 5))),
    ),
    (
        "violation",
        "占基本农田不得补办",
        "error",
        found,
        REGULARISED | {"land_class": "basic_farmland"},
        REGULARISED,
    ),
    (
        "violation",
        "占基本农田不得补办",
        "error",
        found,
        REGULARISED | {"kind": "basic_farmland"},
        REGULARISED,
    ),
    ("violation", "补办的要有审批", "error", found, closed("regularised"), REGULARISED),
    (
        "violation",
        "补办的要有审批",
        "error",
        found,
        REGULARISED | {"approval": "undecided"},
        REGULARISED,
    ),
    (
        "violation",
        "拆除要有拆除面积",
        "error",
        found,
        closed("removed"),
        closed("removed", removed_area="88.00"),
    ),
    (
        "violation",
        "违法类型与地类一致",
        "error",
        found,
        {"kind": "basic_farmland"},
        {"kind": "basic_farmland", "land_class": "basic_farmland"},
    ),
    (
        "violation",
        "违法类型与地类一致",
        "error",
        found,
        {"kind": "cultivated"},
        {"kind": "cultivated", "land_class": "cultivated"},
    ),
    (
        "violation",
        "超批的要有审批",
        "ask",
        found,
        {"kind": "too_high"},
        {"kind": "too_high", "approval": "approval"},
    ),
    (
        "violation",
        "未批先建的当时没有审批",
        "error",
        found,
        {"approval": "approval"},
        {"approval": "approval", "found_on": date(2016, 12, 8)},
    ),
    (
        "violation",
        "发现日期与巡查日期一致",
        "ask",
        found,
        {"patrol": "round", "found_on": date(2018, 2, 7)},
        {"patrol": "round"},
    ),
    ("approval", "申请人没有未办结的违建", "ask", an_applicant, {}, closed("mended")),
    ("approval", "申请人没有未办结的违建", "ask", an_applicant, {}, {"found_on": date(2018, 2, 7)}),
]


ROWS = [(f"housing.{ledger}", *case) for ledger, *case in CASES]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_no_slogan_is_shipped(town):
    assert not Slogan.objects.exists()


def test_a_sound_record_raises_no_question(town):
    assert broken(found(town)) == {}
    assert broken(saved(patrol("XC2"))) == {}
    assert broken(a_slogan(town)) == {}


def test_the_violation_of_the_application_itself_is_not_held_against_it(town):
    own = saved(
        approval(
            "JF8", id_number=THIRD_ID, applied_on=date(2018, 2, 8), approved_on=None, authority=""
        )
    )
    saved(violation("WJ8", approval=own))
    assert "申请人没有未办结的违建" not in broken(own)


def test_the_wrong_authority_is_told_with_the_law_of_the_day(town):
    told = message(found(town, **to("land", NEW_YEAR)), "2020年起移交农业农村部门")
    assert "2020-01-01 移交给国土资源部门" in told
    assert "第78条" in told
