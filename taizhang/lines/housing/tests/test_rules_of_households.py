"""Each rule of households, their members and homesteads: a record that keeps it, one that breaks it, who is named."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.record import Record
from taizhang.lines.housing.tests.applications import (
    HEAD,
    SON,
    STRANGER,
    WIFE,
    application,
    homestead,
    household,
    member,
    person,
    undecided,
)
from taizhang.lines.housing.tests.records import SECOND_ID, saved
from tests import cast
from tests.rule_cases import broken, message

DIED = {"until": date(2020, 2, 1), "left_because": "death"}
ELSEWHERE = {"building_type": "relocate", "reason": "plan", "disposal": "keep", "kept_area": "90"}
RETURNING = {"building_type": "relocate", "reason": "plan", "disposal": "return"}
RETURNED = {"ended_on": date(2021, 12, 1), "ended_how": "returned", "consent_no": "退协1号"}
SOLD = {"ended_on": date(2019, 5, 1), "ended_how": "sold"}


@pytest.fixture(autouse=True)
def village(office) -> dict[str, Record]:
    """A household of three, and another whose head holds a homestead."""
    own, other = (
        saved(household()),
        saved(household("NH2", householder="钱邻舍", id_number=SECOND_ID)),
    )
    head = saved(member(own))
    wife = {"name": "孙内当", "sex": "female", "id_number": WIFE, "relation": "spouse"}
    saved(member(own, "NH1-2", **wife))
    saved(member(own, "NH1-3", name="贾小乙", id_number=SON, relation="son"))
    saved(member(other, "NH2-1", name="钱邻舍", id_number=SECOND_ID))
    return {
        "own": own,
        "other": other,
        "head": head,
        "theirs": saved(homestead(other, "ZJ9")),
    }


def newcomer(village: dict[str, Record], **changes: object) -> Record:
    values = {"name": "赵新来", "id_number": STRANGER, "relation": "other"}
    return member(village["own"], "NH1-9", **(values | changes))


def new_household(village: dict[str, Record], **changes: object) -> Record:
    values = {"householder": "贾小乙", "id_number": SON, "since": date(2021, 1, 4)}
    return household("NH3", **(values | changes))


def own_household(village: dict[str, Record], **changes: object) -> Record:
    for name, value in changes.items():
        setattr(village["own"], name, value)
    return village["own"]


def own_homestead(village: dict[str, Record], **changes: object) -> Record:
    return homestead(village["own"], **changes)


def held(village: dict[str, Record], **changes: object) -> dict[str, Record]:
    """The household holds a homestead."""
    saved(own_homestead(village, **changes))
    return village


def applying(village: dict[str, Record], **changes: object) -> Record:
    return application(household=village["own"], **changes)


def applying_with_homestead(village: dict[str, Record], **changes: object) -> Record:
    return applying(held(village), **changes)


def undecided_with_homestead(village: dict[str, Record], **changes: object) -> Record:
    return undecided(household=held(village)["own"], **changes)


def applying_after(village: dict[str, Record], **changes: object) -> Record:
    """An application after the household's homestead ended in some way."""
    ending = changes.pop("ending")
    return applying(held(village, **ending), **ELSEWHERE)


def undecided_after(village: dict[str, Record], **changes: object) -> Record:
    return undecided(household=held(village, **changes["ending"])["own"], **ELSEWHERE)


# ledger: title, how hard, which record, what breaks it, what keeps it
CASES = {
    "housing.member": [
        ("一人同时只在一户", "error", newcomer, {"id_number": SECOND_ID}, {}),
        (
            "一人同时只在一户",
            "error",
            newcomer,
            {"id_number": SECOND_ID, "until": date(2009, 1, 1), "left_because": "marriage"},
            {
                "id_number": SECOND_ID,
                "since": date(1994, 1, 1),
                "until": date(1995, 5, 1),
                "left_because": "marriage",
            },
        ),
        ("一户同时只有一个户主", "error", newcomer, {"relation": "head"}, {"relation": "son"}),
        ("户主同时只有一个配偶", "error", newcomer, {"relation": "spouse"}, {"relation": "parent"}),
        ("与农户同在一地", "error", newcomer, {"place_id": cast.HEXING}, {}),
        (
            "离户不早于入户",
            "error",
            newcomer,
            {"until": date(1995, 4, 30)},
            {"until": date(1995, 5, 1)},
        ),
        ("在户的日子不超出本户", "ask", newcomer, {"since": date(1995, 4, 30)}, {}),
        ("离户要写原因", "ask", newcomer, {"until": date(2020, 2, 1)}, DIED),
        ("性别与身份证号一致", "ask", newcomer, {"sex": "female"}, {"sex": "male"}),
    ],
    "housing.household": [
        ("一人只做一户的户主", "error", new_household, {"id_number": HEAD}, {}),
        (
            "销户不早于立户",
            "error",
            new_household,
            {"until": date(2021, 1, 3)},
            {"until": date(2021, 1, 4)},
        ),
        ("每户要有现任户主", "ask", own_household, {"id_number": SON, "householder": "贾小乙"}, {}),
    ],
    "housing.homestead": [
        (
            "终止不早于取得",
            "error",
            own_homestead,
            SOLD | {"ended_on": date(1996, 2, 29)},
            SOLD | {"ended_on": date(1996, 3, 1)},
        ),
        ("终止要有日期和方式", "error", own_homestead, {"ended_on": date(2019, 5, 1)}, SOLD),
        ("终止要有日期和方式", "error", own_homestead, {"ended_how": "sold"}, {}),
        ("退回宅基地要有同意协议", "error", own_homestead, RETURNED | {"consent_no": ""}, RETURNED),
        ("一户只登记一宗在用宅基地", "ask", own_homestead, {"id_number": SECOND_ID}, SOLD),
    ],
    "housing.approval": [
        ("已有宅基地的不再批准", "error", applying_with_homestead, ELSEWHERE, RETURNING),
        ("已有宅基地的不再批准", "error", applying_with_homestead, ELSEWHERE, {}),
        (
            "已有宅基地的不再批准",
            "error",
            applying,
            {"id_number": SECOND_ID} | ELSEWHERE,
            ELSEWHERE,
        ),
        (
            "已有宅基地的不再批准",
            "error",
            applying_after,
            {"ending": RETURNED | {"ended_how": "expropriated"}},
            {"ending": RETURNED},
        ),
        (
            "已有宅基地的不再批准",
            "error",
            applying_after,
            {"ending": {"obtained_on": date(2021, 4, 5)}},
            {"ending": {"obtained_on": date(2021, 4, 6)}},
        ),
        ("申请人已有宅基地", "ask", undecided_with_homestead, ELSEWHERE, RETURNING),
        (
            "出卖出租赠与住房后不再批准",
            "error",
            applying_after,
            {"ending": SOLD},
            {"ending": SOLD | {"ended_how": "lost"}},
        ),
        (
            "出卖出租赠与住房后不再批准",
            "error",
            applying_after,
            {"ending": SOLD | {"ended_how": "rented", "ended_on": date(2021, 4, 6)}},
            {"ending": SOLD | {"ended_how": "rented", "ended_on": date(2021, 4, 7)}},
        ),
        (
            "申请人出卖出租赠与过住房",
            "ask",
            undecided_after,
            {"ending": SOLD | {"ended_how": "given"}},
            {"ending": RETURNED},
        ),
        (
            "异址新建不保留原宅基地",
            "ask",
            applying,
            ELSEWHERE | {"existing_area": "150"},
            ELSEWHERE,
        ),
        (
            "保留面积不大于现有面积",
            "error",
            applying,
            {"existing_area": "150", "kept_area": "150.01"},
            {"existing_area": "150", "kept_area": "150"},
        ),
        ("保留宅基地要填面积", "ask", applying, {"disposal": "keep"}, {"disposal": "return"}),
        ("建新退旧要落实", "ask", applying_with_homestead, RETURNING, {}),
        ("申请人是本户的人", "ask", applying, {"id_number": STRANGER}, {"id_number": SON}),
    ],
}
ROWS = [(ledger, *case) for ledger, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_breaks_the_rule_is_found(
    village, ledger, title, severity, make, breaks, keeps
):
    record = make(village, **breaks)
    assert record.ledger_name() == ledger
    assert broken(record).get(title) == severity


@pytest.mark.parametrize(("ledger", "title", "severity", "make", "breaks", "keeps"), ROWS)
def test_a_record_that_keeps_the_rule_is_not(village, ledger, title, severity, make, breaks, keeps):
    assert title not in broken(make(village, **keeps))


def test_an_application_whose_member_already_holds_a_homestead_is_refused_by_name_and_number(
    village,
):
    """The son, still of the household, has a homestead in another household's name."""
    saved(homestead(village["other"], "ZJ7", holder="贾小乙", id_number=SON))
    with pytest.raises(
        Refusal, match=r"本户贾小乙（宅基地登记 ZJ7）已有宅基地在用.*一户只能拥有一处"
    ):
        save_record(applying(village, **ELSEWHERE))


def test_a_member_who_has_left_no_longer_stands_in_the_way(village):
    saved(homestead(village["other"], "ZJ7", holder="贾小乙", id_number=SON))
    son = village["own"].members.get(id_number=SON)
    son.until, son.left_because = date(2021, 4, 6), "split"
    save_record(son)
    assert "已有宅基地的不再批准" not in broken(applying(village, **ELSEWHERE))


def test_the_homestead_that_came_of_the_application_does_not_stand_in_its_way(village):
    approved = saved(applying(village, **RETURNING))
    saved(own_homestead(village, approval=approved, obtained_on=date(2021, 3, 1)))
    approved.disposal = "keep"
    assert "已有宅基地的不再批准" not in broken(approved)


def test_a_person_in_two_households_is_told_which_the_other_is(village):
    told = message(newcomer(village, id_number=SECOND_ID), "一人同时只在一户")
    assert "还登记在NH2（家庭成员 NH2-1）" in told


def test_a_householder_who_dies_is_followed_by_another(village):
    head, son = village["head"], village["own"].members.get(id_number=SON)
    for name, value in DIED.items():
        setattr(head, name, value)
    assert save_record(head) == []
    son.until, son.left_because = date(2020, 2, 1), "relation"
    save_record(son)
    heir = {"name": "贾小乙", "id_number": SON, "since": date(2020, 2, 1)}
    save_record(member(village["own"], "NH1-4", **heir))
    assert "现在的户主是贾小乙" in message(village["own"], "每户要有现任户主")
    assert broken(own_household(village, householder="贾小乙", id_number=SON)) == {}


def test_a_household_that_splits_takes_its_members_along(village):
    son = village["own"].members.get(id_number=SON)
    son.until, son.left_because = date(2021, 1, 4), "split"
    save_record(son)
    split = saved(new_household(village))
    heir = member(split, "NH3-1", name="贾小乙", id_number=SON, since=date(2021, 1, 4))
    assert save_record(heir) == []
    bride = {"name": "李新妇", "sex": "female", "id_number": person(4), "relation": "spouse"}
    assert save_record(member(split, "NH3-2", since=date(2021, 2, 1), **bride)) == []
