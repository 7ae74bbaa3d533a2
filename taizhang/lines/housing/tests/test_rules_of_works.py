"""Each rule of a site's land, money, contracts, facilities, deposits and progress: kept, and broken."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from taizhang.lines.housing.models.works import check_credit_code
from taizhang.lines.housing.tests import (
    test_rules_of_draws,
    test_rules_of_entitlement,
    test_rules_of_sites,
)
from taizhang.lines.housing.tests.records import SECOND_ID, phase
from taizhang.lines.housing.tests.works_records import (
    CREDIT_CODE,
    a_phase,
    contract,
    deposit,
    facility,
    funding,
    land,
    pictured,
    progress,
    sites_at_work,
)
from tests import cast
from tests.rule_cases import broken, declared_rules

LEDGERS = {
    "housing.site",
    "housing.phase",
    "housing.building",
    "housing.unit",
    "housing.allocation",
    "housing.draw",
    "housing.draw_unit",
    "housing.entitlement",
    "housing.site_land",
    "housing.facility",
    "housing.funding",
    "housing.contract",
    "housing.deposit",
    "housing.progress",
}


@pytest.fixture
def town(office):
    return sites_at_work()


ELSEWHERE = {"place_id": cast.HEXING}
AT_SITE = ("与集中建房点同在一地", "error")
CASES = {
    "housing.phase": [
        (
            "计划竣工不早于计划开工",
            "error",
            a_phase,
            {"planned_start_on": date(2018, 5, 2), "planned_end_on": date(2018, 5, 1)},
            {"planned_start_on": date(2018, 5, 2), "planned_end_on": date(2018, 5, 2)},
        ),
        (
            "竣工之前要有开工",
            "error",
            a_phase,
            {"started_on": None, "completed_on": date(2018, 5, 1)},
            {"started_on": None},
        ),
        (
            "各期用地不超过已落实用地",
            "ask",
            a_phase,
            {"area": "0.01"},
            {"area": "0.01", "started_on": None},
        ),
    ],
    "housing.site_land": [
        (*AT_SITE, land, ELSEWHERE, {}),
        ("期次属于同一建房点", "error", land, {"phase": "others_phase"}, {"phase": "phase"}),
        ("落实用地不超过规划用地", "error", land, {"area": "60.01"}, {"area": "60"}),
        ("增减挂钩用地写明指标批次", "ask", land, {"quota_batch": ""}, {}),
        (
            "新增用地写明批准文号",
            "ask",
            land,
            {"source": "new"},
            {"source": "new", "document_no": "湘政地〔2016〕示例3号"},
        ),
    ],
    "housing.facility": [(*AT_SITE, facility, ELSEWHERE, {})],
    "housing.funding": [
        (*AT_SITE, funding, ELSEWHERE, {}),
        ("财政奖补写明文号", "ask", funding, {"document_no": ""}, {}),
    ],
    "housing.contract": [
        (*AT_SITE, contract, ELSEWHERE, {}),
        ("期次属于同一建房点", "error", contract, {"phase": "others_phase"}, {"phase": None}),
        ("合同金额不超过资金", "ask", contract, {"amount": "1000000.01"}, {"amount": "1000000"}),
        (
            "先签合同后开工",
            "ask",
            contract,
            {"signed_on": date(2017, 3, 7)},
            {"signed_on": date(2017, 3, 6)},
        ),
    ],
    "housing.deposit": [
        (*AT_SITE, deposit, ELSEWHERE, {}),
        (
            "先交订金后退还",
            "error",
            deposit,
            {"settled_on": date(2016, 11, 30)},
            {"settled_on": date(2016, 12, 1)},
        ),
        ("一户不重复交订金", "ask", deposit, {"id_number": SECOND_ID}, {}),
    ],
    "housing.progress": [
        (*AT_SITE, progress, ELSEWHERE, {}),
        (
            "期次属于同一建房点",
            "error",
            progress,
            {"building": None, "phase": "others_phase"},
            {"building": None, "phase": "phase"},
        ),
        ("楼栋属于同一建房点", "error", progress, {"building": "others_building"}, {}),
        ("进度只说一期或一栋", "error", progress, {"phase": "phase"}, {}),
        ("进度只说一期或一栋", "error", progress, {"building": None}, {}),
        (
            "形象进度先后",
            "error",
            progress,
            {"reached_on": date(2017, 11, 2)},
            {"reached_on": date(2017, 11, 1)},
        ),
        (
            "形象进度先后",
            "error",
            progress,
            {"stage": "fitting", "reached_on": date(2017, 10, 31)},
            {"stage": "fitting", "reached_on": date(2017, 11, 1)},
        ),
        (
            "竣工进度与竣工日期一致",
            "ask",
            progress,
            {"stage": "completed", "reached_on": date(2018, 1, 14)},
            {"stage": "completed", "reached_on": date(2018, 1, 15)},
        ),
        (
            "竣工进度与竣工日期一致",
            "ask",
            progress,
            {
                "building": None,
                "phase": "phase",
                "stage": "completed",
                "reached_on": date(2018, 2, 28),
            },
            {},
        ),
        ("进度附照片", "ask", pictured, {"kind": "other"}, {"kind": "photo"}),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(town, ledger, title, severity, make, breaks, keeps):
    record = make(town, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(town, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_a_site_whose_land_nobody_registered_is_not_asked_about(town):
    later = phase(town["other"], "TE-2", ordinal=2, area="20", place_id=cast.HUANGGAIHU)
    assert broken(later) == {}


def test_sound_records_raise_no_question(town):
    for make in (land, facility, funding, contract, deposit):
        assert broken(make(town)) == {}
    assert broken(progress(town)) == {"进度附照片": "ask"}


@pytest.mark.parametrize(
    ("code", "right"),
    [
        (CREDIT_CODE, True),
        (CREDIT_CODE[:-1] + "A", False),
        (CREDIT_CODE[:-1], False),
        ("430682195306281002", False),
    ],
)
def test_a_credit_code_has_its_check_character(code, right):
    if right:
        check_credit_code(code)
    else:
        with pytest.raises(ValidationError, match="请对照营业执照核对"):
            check_credit_code(code)


def test_every_declared_rule_of_sites_and_draws_has_a_case():
    """Together with the cases of the other files; what is told of a void draw has a test of its own."""
    modules = (test_rules_of_sites, test_rules_of_draws, test_rules_of_entitlement)
    tried = {(ledger, title) for one in modules for ledger, title, *_ in one.ROWS}
    here = {(ledger, title) for ledger, title, *_ in ROWS}
    declared = {one for one in declared_rules("housing") if one[0] in LEDGERS}
    assert here | tried | {("housing.draw", "作废的抽签收回套房")} == declared
