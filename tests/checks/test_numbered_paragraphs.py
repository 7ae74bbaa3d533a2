"""Word's automatic numbering is no text: it is no number of the report, and moves no remark from its place."""

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from taizhang.checks.checking import check
from taizhang.checks.reading.opening import open_report
from taizhang.checks.telling.as_word import write_word

LINES = ["全镇耕地7458亩，其中水田960亩、旱田6518亩。", "党员46名。", "道路12公里。"]


def numbered(path):
    """A report as offices write it: numbered paragraphs, a table, a text box, a content control."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line, style="List Number")
    for row, cells in zip(
        document.add_table(2, 2).rows, (("村", "户数（户）"), ("广坪村", "88")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    body = document.element.body
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>排查隐患45处，整改43处，整改率75.6%。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    body.insert(3, parse_xml(control))
    box = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>复垦300亩，用于建房230亩，净增80亩。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    body.insert(4, parse_xml(box))
    document.save(str(path))
    return path


def test_the_numbers_of_list_paragraphs_are_no_claims(tmp_path):
    checked = check(open_report(numbered(tmp_path / "总结.docx")))
    assert [one.text for one in checked.claims] == [
        "7458亩", "960亩", "6518亩", "46名", "12公里", "45处", "43处", "75.6%", "300亩", "230亩", "80亩", "88",
    ]  # fmt: skip


def test_remarks_stand_at_their_numbers_in_lists_boxes_and_controls(tmp_path):
    checked = check(open_report(numbered(tmp_path / "总结.docx")))
    write_word(checked, tmp_path / "批注.docx")
    again = docx.Document(str(tmp_path / "批注.docx"))
    texts = [one.text for one in again.comments]
    assert [any(sign in text for text in texts) for sign in ("7478亩", "95.56%", "70亩")] == [
        True
    ] * 3
    marked = {
        "".join(
            leaf.text or ""
            for leaf in start.getparent().iter(
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
            )
        )
        for start in again.element.body.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}commentRangeStart"
        )
    }
    assert LINES[0] in marked
    assert any("排查隐患" in text for text in marked)
