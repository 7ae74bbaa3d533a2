"""A petitioner follows a case by number and code, without signing in: days and no names; guessing is locked out."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client

from taizhang.lines.petitions.models.following import Locked, code_lines, follow
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    NAME,
    PHONE,
    SERVED,
    accusation,
    petition,
    saved,
)
from taizhang.people.acting import act

PAGE = "/follow/"


@pytest.fixture
def case(office):
    return saved(petition(**ACCEPTED, summary="三组田界被移", handler="钱乙丑"))


@pytest.fixture
def code(case):
    told = code_lines(case)[0].code
    act(None)
    return told


@pytest.fixture
def stranger():
    return Client(headers={"host": "127.0.0.1"})


def test_the_page_is_open_to_everybody(db, stranger):
    page = stranger.get(PAGE)
    assert page.status_code == 200
    assert "查询码" in page.content.decode()


def test_it_shows_how_far_the_case_is_and_what_is_due(case, code, stranger):
    text = stranger.post(PAGE, {"number": case.number, "code": code}).content.decode()
    assert "XF1：受理" in text
    assert "2018年3月5日" in text
    assert "出具处理意见，最迟 2018年5月4日" in text


def test_it_shows_no_name_and_nothing_in_anybodys_words(case, code, stranger):
    text = stranger.post(PAGE, {"number": case.number, "code": code}).content.decode()
    for hidden in (NAME, PHONE, "田界", "钱乙丑", "广坪", "登记甲", "界址"):
        assert hidden not in text


def test_a_petitioner_is_told_until_when_a_review_may_be_asked_for(office, stranger):
    case = saved(petition(**SERVED))
    code = code_lines(case)[0].code
    text = stranger.post(PAGE, {"number": case.number, "code": code}).content.decode()
    assert "您可以申请复查，最迟 2018年5月3日" in text


def test_a_deadline_in_a_year_without_a_calendar_is_called_provisional(office, stranger):
    late = date(2026, 12, 20)
    case = saved(petition(received_on=late, registered_on=late))
    code = code_lines(case)[0].code
    assert "暂定" in stranger.post(PAGE, {"number": case.number, "code": code}).content.decode()


@pytest.mark.parametrize("wrong", ["", "2222-2222", "PDR3XZPB", "' OR 1=1", "\x00"])
def test_a_wrong_code_tells_nothing(case, code, stranger, wrong):
    text = stranger.post(PAGE, {"number": case.number, "code": wrong}).content.decode()
    assert "受理" not in text
    assert "2018" not in text


def test_an_unknown_number_gets_the_same_answer_as_a_wrong_code(case, code, stranger):
    told = []
    for number in ("XF1", "XF7"):
        text = stranger.post(PAGE, {"number": number, "code": "22222222"}).content.decode()
        told.append(re.sub(r'value="\w*"', "", text))
    assert told[0] == told[1]


def test_the_code_is_read_with_or_without_its_dash_in_any_case(case, code):
    assert follow(" XF1 ", code.lower().replace("-", " ")).accepted_on == date(2018, 3, 5)


def test_five_wrong_codes_lock_the_number_even_for_the_right_one(case, code, stranger):
    for _ in range(5):
        stranger.post(PAGE, {"number": "XF1", "code": "22222222"})
    page = stranger.post(PAGE, {"number": "XF1", "code": code})
    assert page.status_code == 429
    assert "请过 15 分钟再查" in page.content.decode()
    with pytest.raises(Locked):
        follow("XF1", code)


def test_the_right_code_forgets_the_wrong_ones(case, code):
    for _ in range(3):
        for _ in range(4):
            assert follow("XF1", "22222222") is None
        assert follow("XF1", code)


def test_another_round_makes_the_old_code_worthless(case, acting):
    old = code_lines(case)[0].code
    case.code_round = 1
    case.save()
    new = code_lines(case)[0].code
    assert old != new
    assert follow("XF1", old) is None
    assert follow("XF1", new)


def test_two_cases_have_two_codes(case):
    assert code_lines(case)[0].code != code_lines(saved(petition("XF2")))[0].code


def test_the_code_is_stored_nowhere(case, code, acting):
    acting("office")
    plain = code.replace("-", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(p)::text FROM petitions_petition p")
        assert plain not in cursor.fetchone()[0]
        cursor.execute("SELECT string_agg(row::text, '') FROM ledgers_history")
        assert plain not in cursor.fetchone()[0]


def test_nobody_at_work_is_nobody_but_for_the_days(case, code):
    """Without a ticket the application reads no row; the function is the only door."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM petitions_petition")
        assert cursor.fetchone() == (0,)
    assert follow("XF1", code).petitioner_name == ""


def test_who_accuses_may_follow_too_and_the_accused_learns_nothing(appointed, stranger):
    appointed("discipline")
    one = saved(accusation(accused="甄有名", accused_place_id=None))
    code = code_lines(one)[0].code
    text = stranger.post(PAGE, {"number": "JK1", "code": code}).content.decode()
    assert "JK1：登记" in text
    for hidden in ("甄有名", "检举", "控告", "村集体"):
        assert hidden not in text


def test_no_browser_keeps_the_answer(case, code, stranger):
    page = stranger.post(PAGE, {"number": "XF1", "code": code})
    assert "no-store" in page["Cache-Control"]
