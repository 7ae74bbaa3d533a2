"""A measurement or a movement once written is not overwritten: only a slip is corrected, and says why."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.ledgers.history import changes
from taizhang.ledgers.record import Record
from taizhang.lines.land.models import QuotaMovement, ReclaimedLot
from taizhang.lines.land.tests.records import ACCEPTED, APPROVED_ON, lot, movement, project, saved
from tests.ledgers.excel.sheets import write

FULL = ACCEPTED | {
    "levelled_on": date(2018, 2, 1),
    "levelled_area": "20.00",
    "resurveyed_on": date(2018, 4, 20),
    "resurveyed_area": "19.80",
}


@pytest.fixture
def measured(office) -> Record:
    """A lot with all its six areas, each with its day."""
    record = saved(lot(saved(project()), **FULL))
    record.refresh_from_db()
    return record


@pytest.mark.parametrize(
    ("changed", "stage"),
    [
        ({"reported_area": "19.90"}, "上报面积（2018-03-01，20 亩）"),
        ({"reclaimed_on": date(2018, 2, 28)}, "上报面积"),
        ({"levelled_area": "19.90"}, "平整面积（2018-02-01，20 亩）"),
        ({"surveyed_area": "19.81"}, "测量面积（2018-04-09，19.8 亩）"),
        ({"surveyed_on": None, "surveyed_area": None}, "测量面积"),
        ({"resurveyed_area": "19.79"}, "复测面积（2018-04-20，19.8 亩）"),
        ({"first_checked_area": "19.79"}, "初验面积（2018-05-21，19.8 亩）"),
        ({"accepted_area": "19.79"}, "验收面积（2018-06-01，19.8 亩）"),
        ({"accepted_on": date(2018, 6, 4)}, "验收面积"),
    ],
)
def test_an_area_with_its_day_is_not_overwritten(measured, changed, stage):
    with (
        pytest.raises(IntegrityError, match=f"地块 FK1 的{stage}.*写明更正原因"),
        transaction.atomic(),
    ):
        ReclaimedLot.objects.filter(pk=measured.pk).update(**changed)


def test_a_correction_says_why_and_the_old_area_stays_in_history(measured):
    measured.accepted_area = "19.70"
    with pytest.raises(Refusal, match=r"地块 FK1 的验收面积（2018-06-01，19.8 亩）已经登记"):
        save_record(measured)
    save_record(measured, "验收文件是19.70亩，录入有误")
    corrected = changes(measured)[-1]
    assert corrected.reason == "验收文件是19.70亩，录入有误"
    assert corrected.fields == (("验收面积", 19.8, 19.7),)


def test_what_was_not_yet_measured_is_filled_in_without_a_reason(office):
    record = saved(lot(saved(project())))
    record.surveyed_on, record.surveyed_area = date(2018, 4, 9), "19.80"
    assert save_record(record) == []


def test_what_is_no_measurement_is_changed_freely(measured):
    measured.kept_by = "合作社"
    assert save_record(measured) == []


def test_a_movement_is_not_overwritten_but_its_note_is(office):
    grant = saved(movement(saved(project()), "grant", 100, APPROVED_ON, "ZB-1"))
    grant.note = "原件在档案室"
    save_record(grant)
    grant.area = 90
    with pytest.raises(Refusal, match="编号 ZB-1 的指标变动（2016-10-18，100 亩）已经登记"):
        save_record(grant)
    save_record(grant, "下达文件是90亩")
    assert QuotaMovement.objects.get().area == 90


def sheet(area: float) -> dict[str, object]:
    return {
        "编号": "FK1",
        "村（社区）": "广坪村",
        "增减挂钩项目": "XM1",
        "地块名称": "一号地块",
        "复垦地类": "水田",
        "复垦完成日期": date(2018, 3, 1),
        "上报面积（亩）": area,
    }


def test_an_import_that_overwrites_an_area_has_to_say_why(measured, tmp_path):
    book = write(tmp_path / "复垦.xlsx", [sheet(19.5)], heads=list(sheet(0)))
    refused = import_workbook(ReclaimedLot, book)
    (problem,) = refused.problems.kept
    assert not refused.written
    assert "地块 FK1 的上报面积（2018-03-01，20 亩）已经登记" in problem.message
    assert import_workbook(ReclaimedLot, book, Options(reason="上报表更正")).written
    same = write(tmp_path / "复垦.xlsx", [sheet(19.5)], heads=list(sheet(0)))
    assert import_workbook(ReclaimedLot, same).same == 1
