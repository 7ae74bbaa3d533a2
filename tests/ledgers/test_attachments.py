"""A photo or scan is kept under its SHA-256 and checked each time it is opened."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, connection, transaction
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.core.home import attachments_folder
from taizhang.ledgers import actions
from taizhang.ledgers.actions import attach, keep_file, open_attachment, scans
from taizhang.ledgers.models import Attachment, ZeroReturn
from taizhang.ledgers.registry import ledgers
from tests import cast
from tests.pictures import picture

PICTURE, ANOTHER = picture(), picture(colour="red")


@pytest.fixture
def record(acting):
    acting("clerk")
    return ZeroReturn.objects.create(
        number="L-1",
        place_id=cast.GUANGPING,
        ledger="housing.site",
        period="2018Q1",
        reported_on="2018-03-26",
    )


def test_what_was_attached_comes_back(record):
    kept = attach(record, SimpleUploadedFile("现场.png", PICTURE), "photo")
    assert kept.sha256 == hashlib.sha256(PICTURE).hexdigest()
    assert open_attachment(kept) == PICTURE


def test_the_same_file_twice_is_one_attachment(record):
    attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    attach(record, SimpleUploadedFile("b.png", PICTURE), "photo")
    assert Attachment.objects.count() == 1


def test_a_changed_file_is_refused(record):
    kept = attach(record, SimpleUploadedFile("a.png", ANOTHER), "photo")
    path = attachments_folder() / kept.sha256[:2] / kept.sha256
    path.write_bytes(PICTURE)
    with pytest.raises(Refusal, match="被改动过"):
        open_attachment(kept)
    path.unlink()
    with pytest.raises(Refusal, match="不在了"):
        open_attachment(kept)


def test_another_village_does_not_see_it(record, acting):
    attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    acting("other_clerk")
    assert not Attachment.objects.exists()


def move(record: ZeroReturn, place: str) -> None:
    ZeroReturn.objects.filter(pk=record.pk).update(place=place)


def test_it_goes_where_its_record_goes(record, acting):
    attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    acting("office")
    move(record, cast.HEXING)
    acting("clerk")
    assert not Attachment.objects.exists()
    acting("other_clerk")
    assert Attachment.objects.get().place == cast.HEXING


def test_it_stays_when_its_record_changes_otherwise(record):
    attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    ZeroReturn.objects.update(note="更正")
    assert Attachment.objects.get().place == cast.GUANGPING


def test_the_attachments_of_other_records_and_ledgers_stay(record, acting):
    kept = attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    acting("office")
    others = [enter(f"L-{number}", place=cast.HUANGGAIHU) for number in (2, 3)]
    for other in others:
        attach(other, SimpleUploadedFile("a.png", PICTURE), "photo")
    move(others[0], cast.HEXING)
    places = dict(Attachment.objects.values_list("record", "place"))
    assert places == {
        kept.record: cast.GUANGPING,
        others[0].pk: cast.HEXING,
        others[1].pk: cast.HUANGGAIHU,
    }


def enter(number: str, place: str) -> ZeroReturn:
    return ZeroReturn.objects.create(
        number=number,
        place_id=place,
        ledger="housing.site",
        period="2018Q1",
        reported_on="2018-03-26",
    )


def test_who_added_it_and_when_is_said_by_the_database(record):
    attach(record, SimpleUploadedFile("a.png", PICTURE), "photo")
    kept = Attachment.objects.get()
    assert kept.added_by == "甄广平（广坪村委会文书）"
    assert abs((timezone.now() - kept.added_at).total_seconds()) < 60


def test_nothing_is_put_under_a_record_of_another_village(record, acting):
    """By raw SQL, with one's own place written into it."""
    acting("other_clerk")
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        forge(record.ledger_name(), record.pk)
    acting("clerk")
    forge(record.ledger_name(), record.pk)
    kept = Attachment.objects.get()
    assert (kept.place, kept.added_by) == (cast.GUANGPING, "甄广平（广坪村委会文书）")


@pytest.mark.parametrize(
    ("ledger", "number"),
    [("ledgers.zero_return", 999_999), ("no.such_ledger", 1), ("people.user", 1), ("x'; --", 1)],
)
def test_nothing_is_put_under_what_is_no_record(acting, ledger, number):
    acting("office")
    with pytest.raises(Error, match="附件附不上|place_id"), transaction.atomic():
        forge(ledger, number)


def forge(ledger: str, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledgers_attachment (ledger, record, place, kind, name, sha256, size, note, paper, added_by)"
            " VALUES (%s, %s, %s, 'photo', 'x', 'x', 1, '', '', '别人')",
            [ledger, number, cast.HEXING],
        )


def test_every_ledgers_table_is_found_by_its_name():
    """taizhang_place_attachment() finds the table from the name; a ledger with a table of another name would break it."""
    for model in ledgers():
        line, _, name = model.ledger_name().partition(".")
        assert model._meta.db_table == f"{line}_{name.replace('_', '')}"


def test_a_scan_that_turns_out_to_be_a_signed_paper_becomes_one(record):
    first = attach(record, SimpleUploadedFile("a.pdf", PICTURE), "scan")
    paper = attach(record, SimpleUploadedFile("a.pdf", PICTURE), "scan", paper="公示")
    again = attach(record, SimpleUploadedFile("a.pdf", PICTURE), "scan", paper="公示")
    assert paper.pk == again.pk != first.pk
    assert attach(record, SimpleUploadedFile("a.pdf", PICTURE), "scan").pk in {first.pk, paper.pk}
    assert [scan.pk for scan in scans(record, "公示")] == [paper.pk]


def test_the_same_file_from_many_at_once_is_kept_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(actions, "attachments_folder", lambda: tmp_path)
    content = b"x" * 2_000_000
    digest = hashlib.sha256(content).hexdigest()
    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda _: keep_file(content, digest), range(24)))
    assert [path.name for path in (tmp_path / digest[:2]).iterdir()] == [digest]
    assert (tmp_path / digest[:2] / digest).read_bytes() == content


def test_what_is_no_photo_is_not_kept(record):
    content = b"%PDF-1.4 in no other test"
    with pytest.raises(Refusal, match="“协议.pdf”是PDF文件，不能当照片"):
        attach(record, SimpleUploadedFile("协议.pdf", content), "photo")
    assert not Attachment.objects.exists()
    digest = hashlib.sha256(content).hexdigest()
    assert not (attachments_folder() / digest[:2] / digest).exists()
