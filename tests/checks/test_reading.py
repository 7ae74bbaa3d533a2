"""What a clerk hands in: every kind of file that can be read, and a sentence for each that cannot."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from taizhang.checks.checking import check
from taizhang.checks.reading.opening import LARGEST, open_report
from taizhang.core.finding import Refusal

SENTENCE = "全镇拆除空心房３１０栋，占地 300 亩。"


def word(path, *lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_that_offices_use(tmp_path, encoding):
    path = tmp_path / "总结.txt"
    path.write_bytes(SENTENCE.encode(encoding))
    report = open_report(path)
    assert report.text == SENTENCE
    assert [one.text for one in check(report).claims] == ["３１０栋", "300 亩"]


def test_places_are_lines_as_an_editor_numbers_them(tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("标题\n\n全镇拆除310栋。\n", encoding="utf-8")
    report = open_report(path)
    assert report.where(report.text.index("310")) == "第3行"


def test_word_is_read_with_its_tables_boxes_and_controls(tmp_path):
    document = docx.Document()
    document.add_paragraph("全镇拆除310栋。")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 1).text, table.cell(1, 0).text, table.cell(1, 1).text = (
        "户数（户）",
        "广坪村",
        "88",
    )
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>复垦300亩。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control))
    box = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>净增70亩。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    document.element.body.insert(2, parse_xml(box))
    deleted = f"<w:p {nsdecls('w')}><w:del><w:r><w:delText>作废999栋</w:delText></w:r></w:del><w:r><w:t>完</w:t></w:r></w:p>"
    document.element.body.insert(3, parse_xml(deleted))
    document.save(str(tmp_path / "总结.docx"))
    report = open_report(tmp_path / "总结.docx")
    for words in ("拆除310栋", "复垦300亩", "净增70亩", "广坪村\t88"):
        assert words in report.text
    assert "999" not in report.text
    assert report.where(report.text.index("310")) == "第1段"
    assert "文本框" in report.where(report.text.index("净增"))
    assert "表格第2行" in report.where(report.text.index("广坪村"))


def pdf(text):
    """A small PDF of our own; its text is drawn with a font that names its letters, or not at all."""
    stream = f"BT /F1 12 Tf 20 700 Td ({text}) Tj ET".encode() if text else b"0 0 100 100 re f"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, one in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    )
    return out.getvalue()


def test_a_pdf_with_text_is_read_by_page(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("GDP 256.3 kg"))
    report = open_report(tmp_path / "a.pdf")
    assert "256.3" in report.text
    assert report.where(report.text.index("256")) == "第1页"


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b" " * 250_000_000)
    return path


def broken_xml(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", b"<w:document><w:body>")
    return path


def without_body(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", b"<document/>")
    return path


def content(data):
    def write(path):
        path.write_bytes(data)
        return path

    return write


def huge(path):
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    return path


BAD = [
    ("空.txt", content(b""), "是空的"),
    ("空白.txt", content(b"  \n "), "没有文字"),
    ("图片.txt", content(b"\x89PNG\x00\x01\xff\xfe\x00"), "编码认不出来"),
    ("扫描.pdf", content(pdf("")), "扫描件"),
    ("坏.pdf", content(b"%PDF-1.4 broken"), "不是完好的 PDF"),
    ("坏.docx", content(b"not a zip"), "不是完好的 Word"),
    ("坏xml.docx", broken_xml, "损坏"),
    ("无正文.docx", without_body, "没有正文"),
    ("炸弹.docx", bomb, "大得不正常"),
    ("旧.doc", content(b"\xd0\xcf\x11\xe0"), "另存为 .docx"),
    ("表.xlsx", content(b"PK"), "不认识"),
    ("大.txt", huge, "超过 20 MB"),
]


@pytest.mark.parametrize(("name", "write", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_what_cannot_be_read_is_sent_back_with_a_sentence(tmp_path, name, write, words):
    with pytest.raises(Refusal, match=words):
        open_report(write(tmp_path / name))


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(Refusal, match="没有文件"):
        open_report(tmp_path / "没有.docx")


def test_macros_are_not_looked_at(tmp_path):
    path = word(tmp_path / "宏.docx", "拆除310栋。")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xcc\x61")
    path = path.rename(tmp_path / "宏.docm")
    assert [one.text for one in check(open_report(path)).claims] == ["310栋"]


def test_the_limit_is_larger_than_any_report():
    assert LARGEST > 10 * 2**20


def test_a_number_broken_by_a_lines_end_is_one_number_in_a_pdf():
    from taizhang.checks.reading.pdf import joined  # noqa: PLC0415 - only this test needs pypdf's module

    page = "全镇上下齐心协力抓落实，年内已完成拆除空心房31\n0栋，腾退土地300亩。\n— 3 —\n"
    assert joined(page) == "全镇上下齐心协力抓落实，年内已完成拆除空心房310栋，腾退土地300亩。\n"
