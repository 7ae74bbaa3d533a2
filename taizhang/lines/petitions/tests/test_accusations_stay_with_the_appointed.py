"""Accusations never reach whom they are about: raw SQL as the application role attacks rows, history, scans, figures."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, connection, transaction

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.indicators.figures import figures
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.actions import attach, save_record
from taizhang.ledgers.registry import ledgers
from taizhang.lines.petitions.tests.petitions import (
    accusation,
    follow_up,
    leader,
    petition,
    rows,
    saved,
)
from tests import cast

EVERYBODY = [
    "clerk", "other_clerk", "officer", "petition_officer", "leader", "office", "town_leader",
    "county", "administrator", "outsider",
]  # fmt: skip
LEFT = {
    "rows": "SELECT count(*) FROM petitions_petition WHERE purpose = 'accusation' OR kind = 'accusation'",
    "follow-ups": "SELECT count(*) FROM petitions_followup",
    "leaders": "SELECT count(*) FROM petitions_caseleader",
    "history": "SELECT count(*) FROM ledgers_history WHERE ledger LIKE 'petitions.%' AND ledger <> 'petitions.content_class'",
    "names in any history": "SELECT count(*) FROM ledgers_history WHERE row::text LIKE '%村集体资金去向%'",
    "scans": "SELECT count(*) FROM ledgers_attachment WHERE ledger LIKE 'petitions.%'",
}


@pytest.fixture
def kept(appointed):
    """An accusation with all that belongs to it, entered by the post appointed for it."""
    appointed("discipline")
    one = saved(accusation(accused_unit="农业综合服务中心", accused="甄有名"))
    saved(follow_up(one))
    saved(leader(one))
    attach(one, SimpleUploadedFile("举报信.pdf", b"%PDF-1.4 x"), "other", note="原件")
    return one


@pytest.mark.parametrize("username", EVERYBODY)
@pytest.mark.parametrize("what", LEFT)
def test_nobody_sees_it_by_being_in_office(kept, appointed, username, what):
    appointed(username)
    assert rows(LEFT[what]) == [(0,)]


def test_the_appointed_post_sees_all_of_it(kept, appointed):
    appointed("discipline")
    counts = {what: rows(sql)[0][0] for what, sql in LEFT.items()}
    assert counts["rows"] == counts["follow-ups"] == counts["leaders"] == counts["scans"] == 1
    assert counts["history"] >= 3


@pytest.mark.parametrize(
    ("username", "why"),
    [
        ("accused", "is the one it is about"),
        ("same_unit", "sits in the unit it is about"),
        ("village_discipline", "sits in the village it is about"),
    ],
)
def test_an_appointed_post_does_not_see_what_is_about_itself(kept, appointed, username, why):
    appointed(username)
    assert {what: rows(sql)[0][0] for what, sql in LEFT.items()} == dict.fromkeys(LEFT, 0), why


def test_it_vanishes_with_its_history_when_it_turns_out_to_be_one(appointed):
    appointed("petition_officer")
    one = saved(petition(matter="村集体资金去向", accused="甄有名"))
    appointed("discipline")
    one.purpose = one.kind = "accusation"
    save_record(one, "是检举控告")
    appointed("petition_officer")
    assert rows(LEFT["rows"]) == rows(LEFT["names in any history"]) == [(0,)]


@pytest.mark.parametrize(
    "username", ["clerk", "petition_officer", "office", "accused", "same_unit"]
)
def test_registering_one_is_refused_in_words_to_who_may_not_see_it(appointed, username):
    appointed(username)
    own = {"place_id": cast.GUANGPING} if username == "clerk" else {}
    with pytest.raises(Refusal, match="授权受理检举控告的岗位"):
        save_record(accusation(accused_unit="农业综合服务中心", accused="甄有名", **own))


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE petitions_petition SET note = 'x'",
        "UPDATE petitions_petition SET kind = 'appeal', purpose = 'appeal', accused = '', accused_unit = ''",
        "UPDATE petitions_petition SET accused_place_id = NULL WHERE id = {id}",
    ],
)
def test_nobody_changes_what_they_do_not_see(kept, appointed, attack):
    for username in ("office", "accused", "same_unit"):
        appointed(username)
        with connection.cursor() as cursor:
            cursor.execute(attack.format(id=kept.pk))
            assert cursor.rowcount == 0, username


def test_nothing_can_be_hung_on_it_unseen(kept, appointed):
    appointed("office")
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        rows(
            "INSERT INTO petitions_followup (number, place_id, petition_id, followed_on, kind, done, done_by, note)"
            " VALUES ('T1', %s, %s, '2018-03-08', 'other', 'x', 'x', '') RETURNING id",
            cast.TOWN,
            kept.pk,
        )
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        rows(
            "INSERT INTO ledgers_attachment (ledger, record, place, kind, name, sha256, size, note, paper, added_by)"
            " VALUES ('petitions.petition', %s, %s, 'other', 'x', 'x', 1, '', '', '') RETURNING id",
            kept.pk,
            cast.TOWN,
        )


@pytest.mark.parametrize(
    "call",
    [
        "SELECT petitions_code(1, 0)",
        "SELECT petitions_first(p) FROM petitions_petition p",
        "SELECT taizhang_digest('petition-code:1:0')",
    ],
)
def test_the_functions_behind_it_are_not_for_the_application(kept, appointed, call):
    appointed("discipline")
    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        rows(call)


def test_its_code_is_not_told_to_who_does_not_see_it(kept, appointed):
    for username, told in [("office", False), ("accused", False), ("discipline", True)]:
        appointed(username)
        assert bool(rows("SELECT petitions_code_of(%s)", kept.pk)[0][0]) == told, username


def test_no_figure_counts_it_whoever_asks(kept, appointed):
    """Else a figure would depend on who closes, and a count of one in a village would tell that village."""
    for username in ("discipline", "office"):
        appointed(username)
        found = figures(LiveSource(cast.TOWN, date(2018, 3, 26)), Period.parse("2018Q1"))
        assert not [one for one in found if one.indicator.startswith("petitions.") and one.value]


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_nobody_deletes_a_petition_not_even_the_administrator(kept, appointed, statement):
    for username in ("administrator", "discipline", "office"):
        appointed(username)
        for model in ledgers():
            if model._meta.app_label == "petitions":
                with pytest.raises(Error, match="permission denied"), transaction.atomic():
                    rows(statement.format(model._meta.db_table))
