"""Around the form: how far a record has come, what is attached to it, who changed what."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from taizhang.core.home import attachments_folder
from taizhang.ledgers import actions
from taizhang.ledgers.models import Attachment
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.housing.models import Approval
from tests import cast
from tests.desk.conftest import HOUSES
from tests.pictures import picture

PICTURE = picture()


def page(house: HollowHouse) -> str:
    return f"{HOUSES}{house.pk}/change/"


def action(house: HollowHouse, what: str) -> str:
    return f"/record/hollow_houses.hollow_house/{house.pk}/{what}/"


def told(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


@pytest.fixture
def signed(houses, acting):
    """The agreement of the clerk's house, signed and scanned: without it the step is not taken."""
    acting("clerk")
    scan = SimpleUploadedFile("协议.pdf", b"%PDF-1.4 signed")
    actions.attach(houses["clerk"], scan, "scan", paper="拆除退出协议")


def test_a_step_is_taken_with_its_date_and_note(visit, houses, signed, acting):
    client, house = visit("clerk"), houses["clerk"]
    assert "办理“签协议”" in client.get(page(house)).content.decode()
    answer = client.post(
        action(house, "step"), {"state": "agreed", "on": "2018-02-08", "note": "户主自愿"}
    )
    assert answer.status_code == 302
    acting("office")
    assert HollowHouse.objects.get(pk=house.pk).agreement_on.isoformat() == "2018-02-08"
    assert "签协议：户主自愿" in client.get(page(house)).content.decode()


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"state": "agreed", "on": "2018-02-30"}, "日期"),
        ({"state": "demolished", "on": "2018-03-01"}, "现在不能办"),
        ({"state": "agreed", "on": "2018-01-01"}, "早于"),
    ],
)
def test_a_step_that_cannot_be_taken_says_why(visit, houses, signed, acting, said, word):
    house = houses["clerk"]
    answer = visit("clerk").post(action(house, "step"), said)
    assert word in told(answer)
    acting("office")
    assert HollowHouse.objects.get(pk=house.pk).agreement_on is None


def test_a_step_that_does_not_exist_is_not_there(visit, houses):
    said = {"state": "blown_up", "on": "2018-02-08"}
    assert visit("clerk").post(action(houses["clerk"], "step"), said).status_code == 404


def test_a_step_of_another_post_is_offered_to_that_post_only(visit, houses, signed):
    house = houses["clerk"]
    assert "办理“签协议”" in visit("officer").get(page(house)).content.decode()
    assert "办理“签协议”" not in visit("office").get(page(house)).content.decode()
    assert visit("county").post(action(house, "step"), {"state": "agreed"}).status_code == 403


def test_deadlines_are_shown_and_a_missed_one_stands_out(visit, acting):
    acting("office")
    today = timezone.localdate()
    values = {
        "place_id": cast.GUANGPING,
        "householder": "贾建房",
        "id_number": "430682195306281002",
        "kind": "scattered",
        "land_owner": "collective",
        "land_class": "village_idle",
        "homestead_area": 120,
        "footprint": 90,
        "floor_area": 170,
        "storeys": 2,
    }
    for number, days in (("SP-old", 60), ("SP-new", 1)):
        day = today - timedelta(days)
        Approval.objects.create(number=number, applied_on=day, accepted_on=day, **values)
    client = visit("officer")
    listed = client.get("/housing/approval/").content.decode()
    assert listed.count("逾期") == 1
    late = Approval.objects.get(number="SP-old") if acting("office") else None
    shown = client.get(f"/housing/approval/{late.pk}/change/").content.decode()
    assert "逾期，应于" in shown
    waiting = client.get("/todo/").content.decode()
    assert "SP-old" in waiting
    assert "批准或不予批准" in waiting
    assert "SP-new" not in waiting


def test_questions_wait_on_the_start_page_for_those_who_see_the_record(visit, acting):
    acting("office")
    HollowHouse.objects.create(
        number="GP-8",
        place_id=cast.GUANGPING,
        owner_name="贾空房",
        category="idle",
        structure="brick_wood",
        storeys=1,
        floor_area="640.00",
        base_area="120.50",
        plot_area="640.00",
        surveyed_on="2018-01-05",
    )
    assert "GP-8" in visit("clerk").get("/todo/questions/").content.decode()
    assert "GP-8" not in visit("other_clerk").get("/todo/questions/").content.decode()


def attach(
    client,
    house: HollowHouse,
    name: str = "拆除前.png",
    content: bytes = PICTURE,
    kind: str = "photo",
):
    upload = SimpleUploadedFile(name, content, "image/png")
    return client.post(action(house, "attach"), {"upload": upload, "kind": kind, "note": "东面"})


def test_an_attachment_is_kept_listed_with_its_digest_and_opened(visit, houses, acting):
    client, house = visit("clerk"), houses["clerk"]
    assert attach(client, house).status_code == 302
    acting("office")
    kept = Attachment.objects.get(record=house.pk)
    assert kept.sha256 in client.get(page(house)).content.decode()
    answer = client.get(f"/attachment/{kept.pk}/")
    assert (answer.content, answer["Content-Type"]) == (PICTURE, "image/png")


def test_an_attachment_of_another_village_is_not_there(visit, houses, acting):
    attach(visit("clerk"), houses["clerk"])
    acting("office")
    kept = Attachment.objects.get(record=houses["clerk"].pk)
    assert visit("other_clerk").get(f"/attachment/{kept.pk}/").status_code == 404
    assert attach(visit("other_clerk"), houses["clerk"]).status_code == 404
    assert attach(visit("county"), houses["clerk"]).status_code == 403


def test_an_attachment_that_was_tampered_with_is_refused(visit, houses, acting):
    client = visit("clerk")
    attach(client, houses["clerk"], content=picture(colour="black"))
    acting("office")
    kept = Attachment.objects.get(record=houses["clerk"].pk)
    path = attachments_folder() / kept.sha256[:2] / kept.sha256
    path.chmod(0o644)
    path.write_bytes(b"then not")
    answer = client.get(f"/attachment/{kept.pk}/")
    assert answer.status_code == 400
    assert "SHA-256 不符" in answer.content.decode()


def test_a_photo_that_is_no_photo_is_refused_and_a_real_one_has_a_small_picture(
    visit, houses, acting
):
    client, house = visit("clerk"), houses["clerk"]
    refused = attach(client, house, content=b"%PDF-1.4")
    assert "“拆除前.png”是PDF文件，不能当照片" in told(refused)
    attach(client, house)
    acting("office")
    kept = Attachment.objects.get(record=house.pk)
    assert f"/attachment/{kept.pk}/small.jpg" in client.get(page(house)).content.decode()
    small = client.get(f"/attachment/{kept.pk}/small.jpg")
    assert (small["Content-Type"], small.content[:2]) == ("image/jpeg", b"\xff\xd8")
    assert visit("other_clerk").get(f"/attachment/{kept.pk}/small.jpg").status_code == 404
    attach(client, house, "说明.txt", b"words", "other")
    acting("office")
    other = Attachment.objects.get(record=house.pk, kind="other")
    assert client.get(f"/attachment/{other.pk}/small.jpg").status_code == 404


def test_what_a_browser_might_run_is_only_ever_saved(visit, houses, acting):
    client = visit("clerk")
    attach(client, houses["clerk"], "图.svg", b"<svg onload='alert(1)'/>", "other")
    acting("office")
    kept = Attachment.objects.get(record=houses["clerk"].pk)
    answer = client.get(f"/attachment/{kept.pk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_file_that_is_too_large_is_refused_in_a_sentence(visit, houses, monkeypatch):
    monkeypatch.setattr("taizhang.desk.record_actions.LARGEST", 10)
    assert "超过 20 MB" in told(attach(visit("clerk"), houses["clerk"]))


def test_history_names_places_and_choices_and_shows_the_first_entry_folded(visit, houses):
    shown = visit("clerk").get(page(houses["clerk"])).content.decode()
    assert "甄广平（广坪村委会文书）" in shown
    assert "<b>闲置</b>" in shown
    assert "<b>广坪村</b>" in shown
    assert "项</summary>" in shown
