"""Each rule of petitions with what breaks it and what keeps it; none of them bars a registration for who comes or how many."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.derived import work_out
from taizhang.lines.petitions.models import Hearing, Mediation, TeamMember
from taizhang.lines.petitions.tests.cases_of_rules import (
    ACCUSATIONS,
    AGREED,
    MEETINGS,
    PETITIONS,
    RE_REVIEWED,
)
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    CAME,
    accusation,
    follow_up,
    leader,
    petition,
    saved,
)
from tests import cast
from tests.rule_cases import broken, declared_rules, message

BY_THE_DATABASE = {"有答复才能办结"}  # test_no_path_closes_without_an_answer
ELSEWHERE = {
    "办理期内的重复件并入原件",  # test_first_or_repeated
    "复核过的同一事项不再受理",
    "换负责领导写明原因",
    "交接给另一个人",
    "收到之后确定负责领导",
    "参加在先退出在后",
    "收到之后跟进",
    "听证有陈述和结论",
}


@pytest.fixture(autouse=True)
def _at_the_office(appointed):
    appointed("discipline")  # which is of the office and sees accusations too


def worked_out(one):
    """With its deadlines, as saving by the rules would have them."""
    work_out(one)
    return one


def of_a_case(model, said, **more):
    case = saved(petition())
    return model(number="TJ1", place_id=cast.TOWN, petition=case, **said | more)


@pytest.mark.parametrize("title", PETITIONS)
def test_a_petition(title):
    severity, breaks, keeps = PETITIONS[title]
    assert broken(worked_out(petition("XF1", **breaks))).get(title) == severity
    kept = petition("XF2", problem_place_id=cast.HEXING, **keeps)
    assert title not in broken(worked_out(kept))


@pytest.mark.parametrize("title", ACCUSATIONS)
def test_an_accusation(title):
    severity, breaks, keeps = ACCUSATIONS[title]
    assert broken(accusation("JK1", **breaks)).get(title) == severity
    assert title not in broken(accusation("JK2", **keeps))


@pytest.mark.parametrize("title", MEETINGS)
def test_a_mediation(title):
    severity, breaks, keeps = MEETINGS[title]
    assert broken(of_a_case(Mediation, breaks)).get(title) == severity
    one = Mediation(
        number="TJ2", place_id=cast.TOWN, petition=Mediation.objects.get().petition, **keeps
    )
    assert title not in broken(one)


def test_every_rule_has_its_case():
    declared = {title for _, title in declared_rules("petitions")}
    assert declared == {*PETITIONS, *ACCUSATIONS, *MEETINGS, *BY_THE_DATABASE, *ELSEWHERE}


def test_an_accusation_does_not_go_to_the_village_it_is_about_by_name():
    said = {"forwarded_on": date(2018, 3, 5), "forwarded_to": "合兴村村民委员会"}
    about = accusation(accused="", accused_place_id=cast.HEXING, **said)
    with pytest.raises(Refusal, match="不能转给被反映的人和单位"):
        save_record(about)


def test_a_petition_with_neither_name_nor_matter_is_refused_in_sentences():
    with pytest.raises(Refusal, match="没有信访人姓名，也没有注明匿名"):
        save_record(petition(petitioner_name=""))
    with pytest.raises(Refusal, match="反映事项"):
        save_record(petition(matter=""))


@pytest.mark.parametrize(
    "said",
    [{"people": 200, "representatives": 30}, {"anonymous": True}, {"channel": "call", "phone": ""}],
    ids=str,
)
def test_whoever_comes_is_registered(said):
    save_record(petition(**said))


def test_an_extension_after_the_deadline_is_refused_with_both_days():
    late = {"extension_asked_on": date(2018, 5, 7)}
    with pytest.raises(Refusal, match=r"办理期限到 2018-05-04，2018-05-07 才申请"):
        save_record(petition(**ACCEPTED, **late))


def test_what_was_re_reviewed_is_asked_about_when_it_is_accepted_again():
    saved(petition(**RE_REVIEWED))
    later = {
        "received_on": date(2018, 7, 2),
        "accepted_on": date(2018, 7, 3),
        "informed_on": date(2018, 7, 3),
    }
    again = petition("XF2", **ACCEPTED | later)
    assert broken(again)["复核过的同一事项不再受理"] == "ask"


def test_a_mediated_case_with_its_agreement_is_not_asked_about():
    case = saved(petition(**ACCEPTED, mediated_on=date(2018, 3, 20)))
    saved(Mediation(number="TJ1", place_id=cast.TOWN, petition=case, **AGREED))
    assert "调解结案有协议" not in broken(case)


def test_leaders_and_members_and_follow_ups_come_after_the_petition():
    case = saved(petition())
    before = date(2018, 2, 27)
    assert broken(leader(case, since=before))["收到之后确定负责领导"] == "error"
    member = {
        "number": "ZB1",
        "place_id": cast.TOWN,
        "petition": case,
        "name": "钱",
        "post": "国土所",
    }
    assert broken(TeamMember(**member, since=before))["参加在先退出在后"] == "error"
    assert "参加在先退出在后" not in broken(TeamMember(**member | {"number": "ZB2"}, since=CAME))
    assert broken(follow_up(case, followed_on=before))["收到之后跟进"] == "error"
    assert "收到之后跟进" not in broken(follow_up(case, "GJ2"))


def test_a_handover_needs_a_reason_and_another_person():
    case = saved(petition())
    assert not {"换负责领导写明原因", "收到之后确定负责领导"} & set(broken(leader(case)))
    later = date(2018, 3, 12)
    assert broken(leader(case, "冯辛未", later))["换负责领导写明原因"] == "error"
    other = saved(petition("XF2", matter="路灯"))
    saved(leader(other))
    same = broken(leader(other, since=later, reason="职务变了"))
    assert same["交接给另一个人"] == "ask"


def test_a_hearing_ends_with_something_said():
    said = {
        "stage": "handling",
        "held_on": date(2018, 3, 20),
        "venue": "村部",
        "presided_by": "孙",
        "attended_by": "两户",
    }
    assert broken(of_a_case(Hearing, said))["听证有陈述和结论"] == "ask"
    case = saved(petition("XF2", matter="路灯"))
    full = Hearing(
        number="TZ2",
        place_id=cast.TOWN,
        petition=case,
        **said,
        statements="各说各的",
        conclusion="复测",
    )
    assert "听证有陈述和结论" not in broken(full)


def test_a_message_shows_names_of_fields_in_words():
    text = message(worked_out(petition(people=9)), "集体访写明代表人数")
    assert "来访 9 人，按 5 人以上算集体访" in text
