"""The page by GB/T 9704-2012, read back from the XML that was written."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from lxml import etree

from taizhang.documents.model import (
    Byline,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
    Title,
)
from taizhang.documents.writing import word

TWIPS_PER_MILLIMETRE = 1440 / 25.4
HALF_A_MILLIMETRE = 0.5


def runs(text):
    return (Text(text),)


@pytest.fixture(scope="module")
def parts():
    cells = tuple((runs(str(n)),) for n in range(2))
    document = Document(
        "总结",
        "黄盖镇",
        date(2018, 3, 26),
        "0" * 64,
        "0000-0000",
        "2018Q1",
        (
            Title(runs("工作总结")),
            Byline(runs("2018年3月26日")),
            Heading(1, runs("一、工作成效")),
            Heading(2, runs("（一）整治空心房")),
            Paragraph(runs("正文")),
            Table((Column("指标", 2), Column("数值", 1)), (cells,)),
        ),
    )
    file = BytesIO()
    word(document).save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def body(parts):
    return etree.fromstring(parts["word/document.xml"])


@pytest.fixture(scope="module")
def styles(parts):
    root = etree.fromstring(parts["word/styles.xml"])
    return {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}


def said(style, path, attribute):
    """An attribute of a style's property, such as ("pPr/jc", "val")."""
    element = style
    for name in path.split("/"):
        element = element.find(qn(f"w:{name}"))
    return element.get(qn(f"w:{attribute}"))


def test_the_paper_is_a4(body):
    size = next(body.iter(qn("w:pgSz")))
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")


@pytest.mark.parametrize(
    ("side", "millimetres"), [("top", 37), ("left", 28), ("right", 26), ("bottom", 35)]
)
def test_the_margins_are_those_of_the_standard(body, side, millimetres):
    twips = int(next(body.iter(qn("w:pgMar"))).get(qn(f"w:{side}")))
    assert abs(twips / TWIPS_PER_MILLIMETRE - millimetres) < HALF_A_MILLIMETRE / 10


def test_22_lines_fill_a_page_and_no_twip_more(body, styles):
    size, margin = next(body.iter(qn("w:pgSz"))), next(body.iter(qn("w:pgMar")))
    height = (
        int(size.get(qn("w:h"))) - int(margin.get(qn("w:top"))) - int(margin.get(qn("w:bottom")))
    )
    pitch = int(said(styles["BodyText"], "pPr/spacing", "line"))
    assert said(styles["BodyText"], "pPr/spacing", "lineRule") == "exact"
    assert 22 * pitch <= height < 23 * pitch
    assert int(next(body.iter(qn("w:docGrid"))).get(qn("w:linePitch"))) == pitch


def test_28_characters_fill_a_line(body, styles):
    size, margin = next(body.iter(qn("w:pgSz"))), next(body.iter(qn("w:pgMar")))
    width = (
        int(size.get(qn("w:w"))) - int(margin.get(qn("w:left"))) - int(margin.get(qn("w:right")))
    )
    type_size = int(said(styles["BodyText"], "rPr/sz", "val")) * 10
    character = type_size + int(said(styles["BodyText"], "rPr/spacing", "val"))
    assert 28 * character <= width < 29 * character


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("BodyText", "仿宋_GB2312", "32"),
        ("Heading1", "黑体", "32"),
        ("Heading2", "楷体_GB2312", "32"),
        ("PageNumberOdd", "宋体", "28"),
    ],
)
def test_each_style_has_its_face_and_size(styles, style, font, half_points):
    assert said(styles[style], "rPr/rFonts", "eastAsia") == font
    assert said(styles[style], "rPr/sz", "val") == half_points


def test_the_first_line_is_indented_by_two_characters(styles):
    for style in ("BodyText", "Heading1", "Heading2"):
        assert said(styles[style], "pPr/ind", "firstLineChars") == "200"


def test_the_title_is_centred(styles):
    assert said(styles["Title"], "pPr/jc", "val") == "center"


def test_no_font_is_set_outside_the_styles(body):
    assert not list(body.iter(qn("w:rFonts"))), "fonts live in paragraph styles"
    assert not list(body.iter(qn("w:sz")))


def test_no_theme_can_bring_in_another_font(parts):
    assert not [name for name in parts if "theme" in name]
    assert b"Theme" not in parts["word/styles.xml"]


def test_page_numbers_stand_outside_with_dashes_right_on_odd_and_left_on_even_pages(parts, styles):
    assert b"evenAndOddHeaders" in parts["word/settings.xml"]
    footers = {
        etree.fromstring(content).find(".//" + qn("w:pStyle")).get(qn("w:val")): content
        for name, content in parts.items()
        if name.startswith("word/footer")
    }
    assert set(footers) == {"PageNumberOdd", "PageNumberEven"}
    for footer in footers.values():
        text = "".join(leaf.text for leaf in etree.fromstring(footer).iter(qn("w:t")))
        assert text == "— 1 —"
    assert said(styles["PageNumberOdd"], "pPr/jc", "val") == "right"
    assert said(styles["PageNumberOdd"], "pPr/ind", "rightChars") == "100"
    assert said(styles["PageNumberEven"], "pPr/jc", "val") == "left"
    assert said(styles["PageNumberEven"], "pPr/ind", "leftChars") == "100"


def test_a_table_repeats_its_head_and_no_row_breaks(body):
    head, *rows = body.iter(qn("w:tr"))
    assert head.find(".//" + qn("w:tblHeader")) is not None
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in [head, *rows])


def test_a_table_fills_the_text_block_to_the_twip(body):
    widths = [int(column.get(qn("w:w"))) for column in body.iter(qn("w:gridCol"))]
    assert sum(widths) == round(156 * TWIPS_PER_MILLIMETRE)
