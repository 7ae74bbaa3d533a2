"""Each rule of approvals to build: an application that keeps it and one that breaks it, under old and new law."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.housing.tests.records import SECOND_ID, approval, saved
from tests.rule_cases import broken, message

NEW_LAW = {
    "applied_on": date(2020, 1, 2),
    "accepted_on": date(2020, 1, 3),
    "approved_on": date(2020, 1, 10),
    "authority": "town",
}
FARMLAND = {"land_class": "cultivated", "conversion_no": "湘政地〔2016〕示例12号"}
OVER = "宅基地面积不超过上限"


def of(land_class: str, area: str, law: dict[str, object]) -> dict[str, object]:
    return law | {"land_class": land_class, "homestead_area": area, "conversion_no": "示例1号"}


# title, how hard, what breaks it, what keeps it
CASES = [
    ("批准与不予批准只有一个", "error", {"refused_on": date(2016, 12, 9)}, {}),
    ("批准要有审批机关", "error", {"authority": ""}, {"authority": "county"}),
    ("2019年底以前由县级批准", "error", {"authority": "town"}, {"authority": "county"}),
    (
        "2019年底以前由县级批准",
        "error",
        NEW_LAW | {"approved_on": date(2019, 12, 31)},
        NEW_LAW | {"approved_on": date(2020, 1, 1)},
    ),
    (
        "2020年起由乡镇批准",
        "error",
        NEW_LAW | {"approved_on": date(2020, 1, 1), "authority": "county"},
        {"approved_on": date(2019, 12, 31)},
    ),
    ("2020年起由乡镇批准", "error", NEW_LAW | {"authority": "county"}, NEW_LAW),
    ("国有土地另有审批机关", "ask", {"land_owner": "state"}, {"land_owner": "collective"}),
    (
        "不占永久基本农田",
        "error",
        {"land_class": "basic_farmland"},
        {"land_class": "basic_farmland", "approved_on": None},
    ),
    ("占农用地先办转用", "error", {"land_class": "cultivated"}, FARMLAND),
    ("占农用地先办转用", "error", {"land_class": "forest"}, {"land_class": "construction"}),
    (OVER, "error", of("cultivated", "130.01", {}), of("cultivated", "130.00", {})),
    (OVER, "error", of("construction", "180.01", {}), of("construction", "180.00", {})),
    (OVER, "error", of("barren", "210.01", {}), of("barren", "210.00", {})),
    (OVER, "error", of("village_idle", "180.01", {}), of("village_idle", "180.00", {})),
    (OVER, "error", of("cultivated", "131", NEW_LAW), of("cultivated", "130", NEW_LAW)),
    (OVER, "error", of("barren", "180.01", NEW_LAW), of("barren", "180.00", NEW_LAW)),
    (OVER, "error", of("village_idle", "210.01", NEW_LAW), of("village_idle", "210", NEW_LAW)),
    ("房基不大于宅基地", "error", {"footprint": "120.01"}, {"footprint": "120.00"}),
    ("一般不超过规定层数", "ask", {"storeys": 4}, {"storeys": 3}),
    ("一户一宅", "ask", {"id_number": SECOND_ID}, {}),
    ("建筑面积按㎡填", "error", {"floor_area": "0.30"}, {"floor_area": "5.00"}),
]
ROWS = [("housing.approval", *case) for case in CASES]


@pytest.fixture(autouse=True)
def approved_before(office):
    """A household that already has an approved homestead."""
    saved(approval("JF0", id_number=SECOND_ID))


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_an_application_that_breaks_the_rule_is_found(title, severity, breaks, keeps):
    assert broken(approval(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_an_application_that_keeps_the_rule_is_not(title, severity, breaks, keeps):
    assert title not in broken(approval(**keeps))


def test_the_rules_of_collective_land_do_not_hold_for_state_land():
    state = approval(land_owner="state", authority="town", homestead_area="400", footprint="90")
    assert broken(state) == {"国有土地另有审批机关": "ask"}


def test_a_homestead_too_large_is_told_the_limit():
    told = message(approval(**of("cultivated", "131.00", {})), OVER)
    assert "131.00 ㎡ 超过了农用地（耕地）每户 130 ㎡ 的上限" in told


def test_an_approval_by_the_wrong_authority_is_refused_with_the_law():
    with pytest.raises(Refusal, match=r"2016-12-09.*县级批准.*土地管理法（2004年修正）第62条"):
        save_record(approval(authority="town"))


def test_a_refused_application_does_not_count_as_a_homestead():
    saved(approval("JF8", approved_on=None, refused_on=date(2016, 12, 9), authority=""))
    assert broken(approval("JF9")) == {}
