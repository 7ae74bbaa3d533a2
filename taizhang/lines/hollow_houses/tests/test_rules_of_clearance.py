"""Each rule of the house when it has gone: a house that keeps it and one that breaks it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.ledgers.actions import attach
from taizhang.lines.hollow_houses.tests.houses import house
from tests.rule_cases import broken

DAY, EARLIER, LATER = date(2021, 10, 12), date(2021, 10, 11), date(2021, 10, 13)
GONE = {
    "agreement_on": date(2021, 9, 1),
    "agreement_no": "XY-1",
    "consent_by": "agreement",
    "demolished_on": DAY,
}
USED = GONE | {"reclaimed_on": LATER, "reclaim_type": "farmland"}
ACCEPTED = {"accepted_area": "600", "accepted_class": "dry"}
PHOTOS = "拆前拆后都有照片"

CASES = [
    ("有保护价值的房屋不拆", "ask", GONE | {"heritage": True}, {"heritage": True}),
    (
        "一户多宅的户主另有住房",
        "ask",
        {"category": "surplus", "other_house": False},
        {"category": "surplus", "other_house": True},
    ),
    ("一户多宅的户主另有住房", "ask", {"category": "surplus", "other_house": False}, {}),
    ("恢复利用要写明去向", "ask", USED | {"reclaim_type": ""}, USED),
    (
        "恢复利用不早于复垦开工",
        "error",
        USED | {"reclaim_started_on": date(2021, 10, 14)},
        USED | {"reclaim_started_on": LATER},
    ),
    (
        "恢复利用不早于复垦开工",
        "error",
        GONE | {"reclaim_started_on": EARLIER},
        GONE | {"reclaim_started_on": DAY},
    ),
    (
        "验收不早于恢复利用",
        "error",
        USED | ACCEPTED | {"accepted_on": DAY},
        USED | ACCEPTED | {"accepted_on": LATER},
    ),
]


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_breaks_the_rule_is_found(office, title, severity, breaks, keeps):
    assert broken(house(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_keeps_the_rule_is_not(office, title, severity, breaks, keeps):
    assert title not in broken(house(**keeps))


def photographed(kind: str = "photo", *taken: date | None) -> dict[str, str]:
    record = house(**GONE)
    record.save()
    for n, day in enumerate(taken):
        attach(record, SimpleUploadedFile(f"{n}.jpg", b"\xff\xd8\xff%d" % n), kind, day)
    return broken(record)


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("photo", ()),
        ("photo", (EARLIER,)),
        ("photo", (LATER, LATER)),
        ("photo", (EARLIER, None)),
        ("scan", (EARLIER, LATER)),
    ],
)
def test_a_demolition_without_a_picture_of_before_and_after_is_asked_about(office, kind, taken):
    assert photographed(kind, *taken)[PHOTOS] == "ask"


@pytest.mark.parametrize("taken", [(EARLIER, LATER), (LATER, EARLIER), (DAY, DAY)])
def test_one_of_each_is_enough(office, taken):
    assert PHOTOS not in photographed("photo", *taken)


def test_demolitions_of_before_have_their_pictures_in_the_cabinet(office):
    old = GONE | {"agreement_on": date(2018, 1, 1), "demolished_on": date(2021, 8, 31)}
    assert PHOTOS not in broken(house(**old))
