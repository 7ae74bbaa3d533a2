"""Each rule of the way an application takes, from the village to the decision: one that keeps it, one that breaks it."""

from datetime import date

import pytest

from taizhang.lines.housing.tests.applications import application, on_state_land, undecided, visited
from taizhang.lines.housing.tests.records import approval, saved
from tests.rule_cases import broken, message

FARMLAND = {
    "land_class": "cultivated",
    "homestead_area": "120.00",
    "conversion_no": "湘政地〔2021〕示例3号",
    "converted_on": date(2021, 4, 2),
    "farmland_checked_on": date(2021, 4, 1),
}
CORRECTED = {
    "correction_asked_on": date(2021, 3, 19),
    "correction_items": "缺四邻签字",
    "corrected_on": date(2021, 3, 22),
}
EXTENDED = {"extended_on": date(2021, 3, 30), "extended_by": "镇长"}
DECLINED = {
    "accepted_on": None,
    "declined_on": date(2021, 3, 22),
    "declined_reason": "申请地块归邻镇受理",
}
REFUSED = {"refused_on": date(2021, 4, 6), "refusal_reason": "原宅基地没有退回"}


def refused(number: str = "JF21", **changes: object):
    return undecided(number, **(REFUSED | changes))


def declined(number: str = "JF21", **changes: object):
    return undecided(number, **(DECLINED | changes))


# title, how hard, which application, what breaks it, what keeps it
CASES = [
    ("集体土地先经村组讨论公示和村级审查", "error", application, {"discussed_on": None}, {}),
    ("集体土地先经村组讨论公示和村级审查", "error", application, {"noticed_on": None}, {}),
    ("集体土地先经村组讨论公示和村级审查", "error", undecided, {"village_reviewed_on": None}, {}),
    (
        "集体土地先经村组讨论公示和村级审查",
        "error",
        on_state_land,
        {"land_owner": "collective"},
        {},
    ),
    (
        "村组程序的日期要填齐",
        "ask",
        approval,
        {"discussed_on": date(2016, 11, 15)},
        {
            "discussed_on": date(2016, 11, 15),
            "noticed_on": date(2016, 11, 15),
            "village_reviewed_on": date(2016, 11, 17),
        },
    ),
    ("国有土地不走村组程序", "ask", on_state_land, {"discussed_on": date(2021, 3, 4)}, {}),
    ("国有土地不发宅基地批准书", "ask", on_state_land, {"certificate_no": "4306821132021009"}, {}),
    (
        "公示期不少于规定天数",
        "ask",
        application,
        {"notice_until": date(2021, 3, 11)},
        {"notice_until": date(2021, 3, 12)},
    ),
    ("公示期不少于规定天数", "ask", application, {"notice_until": None}, {}),
    (
        "公示截止不早于公示张贴",
        "error",
        application,
        {"notice_until": date(2021, 3, 4)},
        {"notice_until": date(2021, 3, 5)},
    ),
    (
        "公示撤下不早于公示截止",
        "error",
        application,
        {"notice_removed_on": date(2021, 3, 14)},
        {"notice_removed_on": date(2021, 3, 15)},
    ),
    (
        "村级审查不早于公示截止",
        "error",
        application,
        {"notice_until": date(2021, 3, 18)},
        {"notice_until": date(2021, 3, 17), "notice_removed_on": date(2021, 3, 17)},
    ),
    ("公示期满要撤下", "ask", application, {"notice_removed_on": None}, {}),
    (
        "告知补正要写明内容",
        "error",
        application,
        CORRECTED | {"correction_items": ""},
        CORRECTED,
    ),
    ("批准前要有部门审查意见", "error", application, {"natural_resources_on": None}, {}),
    ("批准前要有部门审查意见", "error", application, {"agriculture_on": None}, {}),
    *[
        (
            f"批准不早于{department}审查",
            "error",
            application,
            {name: date(2021, 4, 7)},
            {name: date(2021, 4, 6)},
        )
        for department, name in [
            ("自然资源", "natural_resources_on"),
            ("农业农村", "agriculture_on"),
            ("其他部门", "others_on"),
        ]
    ],
    (
        "审批结果公布不早于批准",
        "error",
        application,
        {"result_noticed_on": date(2021, 4, 5)},
        {"result_noticed_on": date(2021, 4, 6)},
    ),
    (
        "审批结果撤下不早于审批结果公布截止",
        "error",
        application,
        {"result_notice_until": date(2021, 4, 14), "result_removed_on": date(2021, 4, 13)},
        {"result_notice_until": date(2021, 4, 14), "result_removed_on": date(2021, 4, 14)},
    ),
    ("审批结果要公布", "ask", application, {"result_noticed_on": None}, {}),
    (
        "批准不早于农用地转用批准",
        "error",
        application,
        FARMLAND | {"converted_on": date(2021, 4, 7)},
        FARMLAND,
    ),
    (
        "占耕地的逐条核对八不准",
        "ask",
        application,
        FARMLAND | {"farmland_checked_on": None},
        FARMLAND,
    ),
    ("延期要写明谁批准", "error", application, EXTENDED | {"extended_by": ""}, EXTENDED),
    (
        "延期批准不早于受理",
        "error",
        application,
        EXTENDED | {"extended_on": date(2021, 3, 21)},
        EXTENDED | {"extended_on": date(2021, 3, 22)},
    ),
    (
        "批准不早于延期批准",
        "error",
        application,
        EXTENDED | {"extended_on": date(2021, 4, 7)},
        EXTENDED | {"extended_on": date(2021, 4, 6)},
    ),
    (
        "不予批准不早于延期批准",
        "error",
        refused,
        EXTENDED | {"extended_on": date(2021, 4, 7)},
        EXTENDED,
    ),
    ("不予批准要写明理由", "error", refused, {"refusal_reason": ""}, {}),
    ("不予受理要写明理由", "error", declined, {"declined_reason": ""}, {}),
    ("不予受理的不再往下办", "error", declined, {"accepted_on": date(2021, 3, 22)}, {}),
    ("不予受理的不再往下办", "error", refused, DECLINED, {}),
    ("撤回的申请不再作决定", "error", refused, {"withdrawn_on": date(2021, 4, 1)}, {}),
    ("撤回的申请不再作决定", "error", application, {"withdrawn_on": date(2021, 4, 1)}, {}),
    ("性别与身份证号一致", "ask", application, {"sex": "female"}, {"sex": ""}),
    ("申请要附承诺书", "ask", application, {"committed_on": None}, {}),
    (
        "先征求相邻权利人意见",
        "ask",
        application,
        {"neighbours_consulted": False},
        {"neighbours_consulted": None},
    ),
    (
        "申请理由与建房类型相符",
        "ask",
        application,
        {"building_type": "relocate"},
        {"building_type": "extend"},
    ),
    ("申请理由与建房类型相符", "ask", application, {"reason": "plan"}, {"reason": "other"}),
]
ROWS = [("housing.approval", *case) for case in CASES]


@pytest.fixture(autouse=True)
def at_work(office):
    """The party-government office writes."""


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_an_application_that_breaks_the_rule_is_found(title, severity, make, breaks, keeps):
    assert broken(make(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_an_application_that_keeps_the_rule_is_not(title, severity, make, breaks, keeps):
    assert title not in broken(make(**keeps))


@pytest.mark.parametrize("make", [application, undecided, refused, declined])
def test_an_application_in_good_order_raises_no_question(make):
    assert broken(visited(saved(make()), "siting", "setting_out")) == {}


def test_state_land_goes_without_the_village_and_is_asked_only_who_decides():
    assert broken(on_state_land()) == {"国有土地另有审批机关": "ask"}


def test_sheets_of_earlier_years_without_the_new_columns_raise_no_question():
    assert broken(approval()) == {}
    assert (
        broken(approval("JF2", refused_on=date(2016, 12, 9), approved_on=None, authority="")) == {}
    )


def test_131_square_metres_on_cultivated_land_are_refused_with_the_limit():
    told = message(application(**FARMLAND | {"homestead_area": "131.00"}), "宅基地面积不超过上限")
    assert "131.00 ㎡ 超过了农用地（耕地）每户 130 ㎡ 的上限" in told


def test_a_county_that_approves_in_2021_is_the_wrong_authority():
    told = message(application(authority="county"), "2020年起由乡镇批准")
    assert "2021-04-06" in told
    assert "2019年修正" in told
