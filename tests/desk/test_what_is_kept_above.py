"""What the town keeps for all, such as a plan: a village reads it on the desk, and is offered nothing to change."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from taizhang.ledgers.actions import attach
from taizhang.ledgers.excel import exporting
from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.ledgers.models import Attachment, ZeroReturn
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.land.models import Project
from tests import cast
from tests.desk.conftest import HOUSE
from tests.pictures import picture

PROJECT = {
    "name": "第一批",
    "document_no": "示例1号",
    "approved_area": "300",
    "approved_on": "2016-10-18",
    "ends_on": "2019-10-18",
}


@pytest.fixture
def project(office) -> Project:
    return Project.objects.create(number="ZJ-1", place_id=cast.TOWN, **PROJECT)


def page(project: Project) -> str:
    return f"/land/project/{project.pk}/change/"


def test_a_village_reads_it_and_is_offered_no_form(visit, project):
    text = visit("clerk").get(page(project)).content.decode()
    assert "第一批" in text
    assert 'name="name"' not in text
    assert 'name="upload"' not in text
    assert 'name="name"' in visit("office").get(page(project)).content.decode()


def test_a_change_from_below_is_not_this_posts_business(visit, project):
    said = {**PROJECT, "number": "ZJ-1", "place": cast.TOWN, "reason": "改一下"}
    assert visit("clerk").post(page(project), said).status_code == 403


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("attach", {"kind": "scan"}),
        ("step", {"state": "approved", "on": "2018-01-01"}),
    ],
)
def test_what_is_done_to_it_from_below_is_not_this_posts_business(visit, project, action, said):
    if action == "attach":
        said = {**said, "upload": SimpleUploadedFile("a.png", b"\x89PNG", "image/png")}
    answer = visit("clerk").post(f"/record/land.project/{project.pk}/{action}/", said)
    assert answer.status_code == 403
    assert not Attachment.objects.exists()


def test_a_village_opens_the_drawings_kept_with_it(visit, project, acting):
    kept = attach(project, SimpleUploadedFile("图.png", picture(), "image/png"), "photo")
    acting("officer")
    house = HollowHouse.objects.create(number="HX-1", place_id=cast.HEXING, **HOUSE)
    private = attach(house, SimpleUploadedFile("屋.png", picture(colour="red")), "photo")
    for username, drawing, photo in (
        ("clerk", 200, 404),
        ("officer", 200, 200),
        ("outsider", 404, 404),
    ):
        client = visit(username)
        assert client.get(f"/attachment/{kept.pk}/").status_code == drawing, username
        assert client.get(f"/attachment/{private.pk}/").status_code == photo, username


def test_what_the_town_keeps_for_itself_keeps_its_photos_too(office, acting):
    own = ZeroReturn.objects.create(
        number="L-1",
        place_id=cast.TOWN,
        ledger="land.project",
        period="2018Q1",
        reported_on="2018-03-26",
    )
    attach(own, SimpleUploadedFile("图.png", picture(), "image/png"), "photo")
    acting("clerk")
    assert not Attachment.objects.exists()


def test_a_workbook_from_below_does_not_claim_to_have_changed_it(acting, project, tmp_path):
    export_workbook(Project, tmp_path / "projects.xlsx")
    acting("clerk")
    heads, values = sheet(tmp_path / "projects.xlsx")
    values[heads.index("村（社区）")] = "广坪村"
    values[heads.index("项目名称")] = "改了名"
    book = tmp_path / "changed.xlsx"
    save(book, heads, values)
    result = import_workbook(Project, book)
    assert (result.written, result.changed) == (False, 0)
    assert "本乡镇已有这个编号" in result.problems.kept[0].message
    acting("office")
    assert Project.objects.get().name == "第一批"


def test_an_office_still_changes_it_by_workbook(office, project, tmp_path):
    export_workbook(Project, tmp_path / "projects.xlsx")
    heads, values = sheet(tmp_path / "projects.xlsx")
    values[heads.index("项目名称")] = "改了名"
    save(tmp_path / "changed.xlsx", heads, values)
    assert import_workbook(Project, tmp_path / "changed.xlsx").changed == 1
    assert Project.objects.get().name == "改了名"


def sheet(path: Path) -> tuple[list[str], list[object]]:
    head, row = load_workbook(path).active.iter_rows(values_only=True)
    return list(head), list(row)


def save(path: Path, heads: list[str], values: list[object]) -> None:
    book = Workbook()
    book.active.append(heads)
    book.active.append(values)
    book.save(path)


def test_numbers_of_persons_are_whole_only_where_one_writes(office, tmp_path, monkeypatch):
    for number, place in (("GP-1", cast.GUANGPING), ("HX-1", cast.HEXING)):
        HollowHouse.objects.create(number=number, place_id=place, **HOUSE)
    monkeypatch.setattr(exporting, "writing_reach", lambda model: cast.HEXING)
    export_workbook(HollowHouse, tmp_path / "houses.xlsx")
    head, *rows = load_workbook(tmp_path / "houses.xlsx").active.iter_rows(values_only=True)
    at = head.index("户主身份证号")
    assert [row[at] for row in rows] == ["430682********1002", HOUSE["id_number"]]
