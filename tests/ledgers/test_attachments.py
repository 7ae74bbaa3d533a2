"""A photo or scan is kept under its SHA-256 and checked each time it is opened."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.finding import Refusal
from taizhang.core.home import attachments_folder
from taizhang.ledgers.actions import attach, open_attachment
from taizhang.ledgers.models import Attachment, ZeroReturn
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


def test_what_is_no_photo_is_not_kept(record):
    with pytest.raises(Refusal, match="“协议.pdf”是PDF文件，不能当照片"):
        attach(record, SimpleUploadedFile("协议.pdf", b"%PDF-1.4"), "photo")
    assert not Attachment.objects.exists()
    assert not (attachments_folder() / hashlib.sha256(b"%PDF-1.4").hexdigest()[:2]).exists()
