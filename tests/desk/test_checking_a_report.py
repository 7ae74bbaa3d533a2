"""A report checked on the desk: colours, arithmetic, downloads that nobody keeps, bad files in a sentence, only one's own ledgers."""

import base64
import html
import io
import re
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.core.home import home
from taizhang.lines.hollow_houses.models import HollowHouse
from tests import cast
from tests.desk.conftest import HOUSE

WRONG = "全镇耕地7458亩，其中水田960亩、旱田6518亩。党员46名<script>。"
GONE = {"agreement_no": "XY", "agreement_on": "2018-02-01", "demolished_on": "2018-03-05"}


def page(response):
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def word(*paragraphs):
    document, kept = docx.Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(kept)
    return kept.getvalue()


def handed(name, content):
    return {"report": SimpleUploadedFile(name, content)}


def downloads(response):
    """The files inside the page, by their endings."""
    found = re.findall(
        r'download="[^"]*(\.\w+)" href="data:[^;]+;base64,([^"]+)"', response.content.decode()
    )
    return {ending: base64.b64decode(html.unescape(content)) for ending, content in found}


def test_pasted_text_comes_back_in_colours_with_its_arithmetic(visit):
    response = visit("office").post("/check/", {"text": WRONG})
    shown = page(response)
    assert "960亩＋6518亩＝7478亩，与总数“7458亩”相差20亩" in shown
    assert 'class="contradiction" title="不可能">7458亩</mark>' in shown
    assert 'class="unchecked" title="没有核对">46名</mark>' in shown
    assert "<script>。" not in response.content.decode()


def test_a_word_file_comes_back_with_remarks_in_its_margin(visit):
    response = visit("office").post("/check/", handed("总结.docx", word("一、概况", WRONG)))
    assert "第2段" in page(response)
    files = downloads(response)
    assert set(files) == {".docx", ".html"}
    with zipfile.ZipFile(io.BytesIO(files[".docx"])) as package:
        assert "相差20亩" in package.read("word/comments.xml").decode()
    assert "相差20亩" in files[".html"].decode()


def test_nothing_of_a_report_is_kept(visit):
    before = {path for path in home().rglob("*") if "postgresql" not in path.parts}
    visit("office").post("/check/", handed("总结.docx", word(WRONG)))
    after = {path for path in home().rglob("*") if "postgresql" not in path.parts}
    assert {path.name for path in after - before} <= {"uploads"}


def bomb():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 300 * 2**20)
    return kept.getvalue()


BAD = [
    ("空.docx", b"", "文件“空.docx”是空的"),
    ("坏.docx", b"PK\x03\x04 no", "不是完好的 Word 文件"),
    ("扫描.pdf", b"%PDF-1.4 nothing", "pdf"),
    ("旧.doc", b"\xd0\xcf\x11\xe0", "旧格式"),
    ("表.xlsx", b"PK", "不认识“表.xlsx”这种文件"),
    ("图.txt", b"\x89PNG\x00\x01\x02", "不是文字文件"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD, ids=[one[0] for one in BAD])
def test_a_file_that_cannot_be_read_is_answered_in_a_sentence(visit, name, content, said):
    shown = page(visit("office").post("/check/", handed(name, content)))
    assert said in shown
    assert "desk-checked" not in shown


def test_a_zip_bomb_is_not_unpacked(visit):
    assert "大得不正常" in page(visit("office").post("/check/", handed("大.docx", bomb())))


def test_a_file_above_the_limit_is_refused_before_it_is_read(visit):
    shown = page(visit("office").post("/check/", handed("大.txt", b"1" * (21 * 2**20))))
    assert "超过 20 MB 的上限" in shown


def test_nothing_to_check_says_so(visit):
    assert "请选一个文件，或者把文字粘贴进来" in page(
        visit("office").post("/check/", {"text": " "})
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_texts_in_the_encodings_of_offices_are_read(visit, encoding):
    shown = page(visit("office").post("/check/", handed("总结.txt", WRONG.encode(encoding))))
    assert "相差20亩" in shown


def test_a_cumulative_number_below_that_of_the_report_before_is_asked_about(visit):
    said = {"text": "全镇累计拆除空心房305栋。"}
    before = SimpleUploadedFile("上期.txt", "全镇累计拆除空心房310栋。".encode())
    shown = page(visit("office").post("/check/", said | {"previous": before}))
    assert "累计数变小了" in shown


@pytest.fixture
def demolitions(acting):
    for username, place, count in (("clerk", cast.GUANGPING, 3), ("other_clerk", cast.HEXING, 1)):
        acting(username)
        for at in range(count):
            number = f"{username}-{at}"
            HollowHouse.objects.create(number=number, place_id=place, **{**HOUSE, **GONE})


def test_a_report_is_held_against_the_rows_that_its_reader_may_see(visit, demolitions):
    said = {"text": "累计拆除空心房3栋。", "source": "live"}
    own = page(visit("clerk").post("/check/", said))
    assert 'class="consistent" title="相符">3栋</mark>' in own
    other = page(visit("other_clerk").post("/check/", said))
    assert 'title="相符">3栋</mark>' not in other


def test_who_keeps_accounts_reads_no_reports(visit):
    assert visit("administrator").get("/check/").status_code == 403
    assert "核对报告" not in page(visit("administrator").get("/"))
    assert "核对报告" in page(visit("office").get("/check/"))


def test_a_snapshot_that_is_not_there_is_a_sentence(visit):
    shown = page(visit("office").post("/check/", {"text": WRONG, "source": "0123456789abcdef"}))
    assert "desk-need" in shown
