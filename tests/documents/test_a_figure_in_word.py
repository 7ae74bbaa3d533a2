"""A figure is a bookmark around a link that looks like plain text, and is found again whatever an editor did."""

import copy
from datetime import date

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from taizhang.documents.files import open_word, save_word
from taizhang.documents.links import FigureLink, read, write
from taizhang.documents.model import Column, Document, Paragraph, Table, Tagged, Text
from taizhang.documents.properties import read_manifest
from taizhang.documents.reading import read_document
from taizhang.documents.writing import word

LINK = FigureLink("7f3a92c17f3a92c1", "hollow_houses.demolished", "430682113", "2018Q1")
AREA = FigureLink("7f3a92c17f3a92c1", "hollow_houses.floor_area", "430682113", "2018Q1", "flow")


def document(*blocks):
    return Document(
        "总结", "黄盖镇", date(2018, 3, 26), "7f3a92c1" * 8, "7F3A-92C1", "2018Q1", blocks
    )


@pytest.fixture
def paper():
    sentence = Paragraph(
        (
            Text("全镇拆除空心房"),
            Tagged("310栋", LINK, "310条记录"),
            Text("，面积"),
            Tagged("36704㎡", AREA),
            Text("。"),
        )
    )
    cell = (
        (Tagged("310", FigureLink("7f3a92c17f3a92c1", "hollow_houses.demolished", unit=False)),),
    )
    table = Table((Column("指标", 1), Column("数值", 1)), ((((Text("拆除"),),), cell),))
    return word(document(sentence, table))


def links(paper):
    return list(paper.element.body.iter(qn("w:hyperlink")))


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        AREA,
        FigureLink(
            "0123456789abcdef", "land.quota_used", style="about", unit=False, part="records"
        ),
        FigureLink("0123456789abcdef", "snapshot.cutoff"),
        FigureLink("0123456789abcdef", "a.b", period="2018-01-01..2018-03-26"),
    ],
)
def test_an_address_says_everything_about_its_figure(link):
    assert read(write(link)) == link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://127.0.0.1:8000/figure/xyz/a.b/",
        "http://127.0.0.1:8000/figure/0123456789abcdef/a.b/?style=loud",
        "mailto:somebody",
        "",
    ],
)
def test_another_address_is_no_figure(address):
    assert read(address) is None


def test_a_figure_is_found_again_with_its_words_and_its_surroundings(paper):
    first, second, cell = read_document(paper).figures
    assert (first.link, first.text) == (LINK, "310栋")
    assert (first.before, first.after) == ("全镇拆除空心房", "，面积")
    assert (second.link, second.text) == (AREA, "36704㎡")
    assert (cell.text, cell.before) == ("310", "拆除")


def test_number_and_unit_are_one_run(paper):
    [run] = links(paper)[0].findall(qn("w:r"))
    assert run.find(qn("w:t")).text == "310栋"


def test_a_figure_looks_like_plain_text(paper):
    style = next(one for one in paper.styles.element if one.get(qn("w:styleId")) == "Figure")
    assert style.find(".//" + qn("w:u")).get(qn("w:val")) == "none"
    assert style.find(".//" + qn("w:color")).get(qn("w:val")) == "auto"


def test_the_mouse_shows_how_many_records_there_are(paper):
    assert links(paper)[0].get(qn("w:tooltip")) == "310条记录"


def test_a_bookmark_name_is_short_and_used_once(paper):
    names = [one.get(qn("w:name")) for one in paper.element.body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) == 3
    assert all(name.startswith("fig_") and len(name) <= 40 for name in names)


def test_the_file_lists_its_figures_and_its_snapshot(paper, tmp_path):
    save_word(paper, tmp_path / "a.docx")
    manifest = read_manifest(open_word(tmp_path / "a.docx"))
    assert manifest.digest == "7f3a92c1" * 8
    assert [entry.text for _, entry in manifest.entries] == ["310栋", "36704㎡", "310"]
    assert manifest.entries[0][1].link == LINK


def test_equal_documents_are_equal_files(paper, tmp_path):
    for name in ("a.docx", "b.docx"):
        save_word(paper, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_run_split_in_two_is_still_one_figure(paper):
    run = links(paper)[0].find(qn("w:r"))
    second = copy.deepcopy(run)
    run.find(qn("w:t")).text, second.find(qn("w:t")).text = "31", "0栋"
    run.addnext(second)
    assert [one.text for one in read_document(paper).figures] == ["310栋", "36704㎡", "310"]


def test_a_link_split_in_two_is_still_one_figure(paper):
    link = links(paper)[0]
    second = copy.deepcopy(link)
    link.find(".//" + qn("w:t")).text, second.find(".//" + qn("w:t")).text = "3", "10栋"
    link.addnext(second)
    assert read_document(paper).figures[0].text == "310栋"


def test_renamed_relations_do_not_matter(paper):
    for number, link in enumerate(links(paper)):
        relation = paper.part.rels.pop(link.get(qn("r:id")))
        paper.part.rels.add_relationship(relation.reltype, relation.target_ref, f"x{number}", True)
        link.set(qn("r:id"), f"x{number}")
    assert [one.link for one in read_document(paper).figures][:2] == [LINK, AREA]


def test_a_link_in_the_old_field_notation_is_found(paper):
    link = links(paper)[0]
    field = parse_xml(
        f'<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> HYPERLINK "{write(LINK).replace("&", "&amp;")}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>312栋</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    for element in reversed(list(field)):
        link.addnext(element)
    link.getparent().remove(link)
    first = read_document(paper).figures[0]
    assert (first.link, first.text) == (LINK, "312栋")


def test_what_a_reviewer_struck_out_is_not_read(paper):
    run = links(paper)[0].find(qn("w:r"))
    struck, added = (parse_xml(f'<w:{tag} {nsdecls("w")} w:id="9"/>') for tag in ("del", "ins"))
    run.addnext(struck)
    struck.addnext(added)
    new = copy.deepcopy(run)
    new.find(qn("w:t")).text = "312栋"
    struck.append(run)
    added.append(new)
    assert read_document(paper).figures[0].text == "312栋"


def test_words_with_signs_that_xml_forbids_are_written_without_them():
    paper = word(document(Paragraph((Text("广坪\x0b村<&>"),))))
    assert paper.paragraphs[0].text == "广坪村<&>"
