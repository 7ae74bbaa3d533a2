"""A workbook comes in only after a look at what it changes, and a list goes out as it stands on the screen."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from taizhang.lines.hollow_houses.models import HollowHouse
from tests.desk.conftest import HOUSE, HOUSES

UPLOAD = "/excel/hollow_houses.hollow_house/"
HEADS = {
    "编号": "GP-7",
    "村（社区）": "广坪村",
    "户主姓名": "贾空房",
    "户主身份证号": HOUSE["id_number"],
    "类别": "闲置",
    "结构": "砖木",
    "层数": 1,
    "建筑面积（㎡）": 120.5,
    "房基占地面积（㎡）": 120.5,
    "宅基地面积（㎡）": 640,
    "摸底日期": date(2018, 1, 5),
}

SECOND = {"编号": "GP-8", "宅基地面积（㎡）": 700}  # another house of the same owner


@pytest.fixture
def workbook(tmp_path):
    """The bytes of a workbook with these rows, each a house that differs from the usual one."""

    def made(*rows: dict[str, object]) -> SimpleUploadedFile:
        book = Workbook()
        sheet = book.active
        sheet.append(list(HEADS))
        for row in rows:
            sheet.append(list({**HEADS, **row}.values()))
        book.save(tmp_path / "book.xlsx")
        return SimpleUploadedFile("空心房.xlsx", (tmp_path / "book.xlsx").read_bytes())

    return made


def look(client, upload) -> tuple[str, str]:
    """Send a workbook; the address and the words of the page that tells what it would change."""
    answer = client.post(UPLOAD, {"workbook": upload})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"], client.get(answer["Location"]).content.decode()


def counts(page: str) -> list[str]:
    return re.findall(r'desk-card">\S+?<b>(\d+)</b>', page)


def numbers(acting) -> set[str]:
    acting("office")
    return set(HollowHouse.objects.values_list("number", flat=True))


def test_looking_writes_nothing_and_confirming_does(visit, acting, workbook):
    client = visit("clerk")
    address, page = look(client, workbook({}, SECOND))
    assert counts(page) == ["2", "0", "0", "0"]
    assert numbers(acting) == set()
    answer = client.post(address)
    assert answer.status_code == 302
    assert numbers(acting) == {"GP-7", "GP-8"}
    _, again = look(client, workbook({}, SECOND))
    assert counts(again) == ["0", "0", "2", "0"]
    assert "没有要导入的" in again


def test_a_wrong_cell_is_named_as_excel_shows_it_and_comes_back_marked(visit, acting, workbook):
    client = visit("clerk")
    address, page = look(client, workbook({}, {**SECOND, "摸底日期": "2018-02-30"}))
    assert counts(page)[3] == "1"
    assert '<td class="whole">K3</td>' in page
    marked = client.get(f"{address}marked.xlsx")
    assert marked["Content-Disposition"].startswith("attachment")
    assert marked.content[:2] == b"PK"
    assert client.post(address).status_code == 200
    assert numbers(acting) == set()


def test_good_rows_alone_only_when_asked(visit, acting, workbook):
    client = visit("clerk")
    address, _ = look(client, workbook({}, {**SECOND, "摸底日期": "2018-02-30"}))
    assert client.post(address, {"keep_good": "1"}).status_code == 302
    assert numbers(acting) == {"GP-7"}


def test_another_villages_rows_are_refused(visit, acting, workbook):
    _, page = look(visit("clerk"), workbook({"村（社区）": "合兴村"}))
    assert counts(page)[3] == "1"


def test_an_upload_belongs_to_who_sent_it(visit, workbook):
    address, _ = look(visit("clerk"), workbook({}))
    assert visit("office").get(address).status_code == 404


def test_what_is_no_workbook_is_refused_in_a_sentence(visit):
    client = visit("clerk")
    answer = client.post(UPLOAD, {"workbook": SimpleUploadedFile("总结.xlsx", b"no workbook")})
    page = client.get(answer["Location"])
    assert page.status_code == 400
    assert "总结.xlsx" in page.content.decode()


def test_the_list_goes_out_as_it_is_filtered(visit, houses, tmp_path):
    client = visit("office")
    answer = client.get(f"{HOUSES}download/?q=HX")
    (tmp_path / "list.xlsx").write_bytes(answer.content)
    rows = list(load_workbook(tmp_path / "list.xlsx").active.values)
    assert [row[0] for row in rows] == ["编号", "HX-1"]
    assert HOUSE["id_number"] in rows[1]


def test_id_numbers_go_out_masked_to_those_who_only_read(visit, houses, tmp_path):
    (tmp_path / "list.xlsx").write_bytes(visit("county").get(f"{HOUSES}download/").content)
    cells = {cell for row in load_workbook(tmp_path / "list.xlsx").active.values for cell in row}
    assert HOUSE["id_number"] not in cells
    assert "430682********1002" in cells


def test_an_empty_form_can_be_had(visit):
    answer = visit("clerk").get(f"{UPLOAD}form.xlsx")
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"
