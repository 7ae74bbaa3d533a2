"""An office's own Word file for a paper: its layout, the record's words, and no way past them."""

import zipfile
from datetime import date

import docx
import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.printing import print_paper
from taizhang.documents.verifying import verify
from taizhang.lines.housing.tests.records import (
    allocation,
    approval,
    building,
    phase,
    saved,
    site,
    unit,
)
from tests.documents.printed import DECLARED, everything, rows, text

TODAY = date(2018, 3, 9)
ID = "430682195306281002"


@pytest.fixture
def form(monkeypatch, tmp_path):
    """A Word file of the office for a paper, made by `fill`; returns its path."""
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))

    def write(name, fill):
        document = docx.Document()
        fill(document)
        path = tmp_path / "templates" / "housing" / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        document.save(path)
        return path

    return write


@pytest.fixture
def record(office):
    return saved(approval())


def test_it_wins_over_the_plain_template_and_its_words_are_filled_in(record, form):
    def fill(document):
        document.add_paragraph("户主{{ 户主姓名 }}，{{ 批准日期 }}，{{ 农用地转用批准文号 }}。")
        document.sections[0].footer.paragraphs[0].text = "{{ 镇 }}人民政府"

    form("permit.docx", fill)
    paper = print_paper("housing.permit", record, TODAY)
    assert text(paper) == "户主贾新居，2016年12月9日，＿＿＿＿＿＿。"
    assert paper.sections[0].footer.paragraphs[0].text == "黄盖镇人民政府"
    with pytest.raises(Refusal, match="由记录打印"):
        verify(paper, lambda mark: None)


def test_a_word_that_the_editor_has_cut_into_runs_is_found(record, form):
    def fill(document):
        paragraph = document.add_paragraph("户主")
        for part in ("{", "{ 户主", "姓名", " }", "}"):
            paragraph.add_run(part).bold = part == "姓名"

    form("permit.docx", fill)
    assert text(print_paper("housing.permit", record, TODAY)) == "户主贾新居"


def test_a_row_of_a_table_is_repeated_for_a_list_and_masked(office, form, monkeypatch):
    monkeypatch.setattr("taizhang.documents.papers.declarations", lambda module, kind: DECLARED)
    here = saved(site())
    home = saved(unit(saved(building(saved(phase(here))))))
    for number in ("FF1", "FF2"):
        saved(allocation(home, number, householder="赵甲子"))

    def fill(document):
        table = document.add_table(rows=3, cols=2)
        table.cell(0, 0).text = "{%tr for 户 in 名单 %}"
        table.cell(1, 0).text, table.cell(1, 1).text = "{{ 户.户主姓名 }}", "{{ 户.户主身份证号 }}"
        table.cell(2, 0).text = "{%tr endfor %}"

    form("given.docx", fill)
    paper = print_paper("housing.given", here, TODAY)
    assert rows(paper) == [["赵*子", "430682********1002"]] * 2
    assert ID not in everything(paper)


def test_a_value_stays_text(record, form):
    form("permit.docx", lambda document: document.add_paragraph("{{ 备注 }}"))
    record.note = "<w:br/> & {{ 编号 }}\x0b\n第二行"
    assert text(print_paper("housing.permit", record, TODAY)) == "<w:br/> & {{ 编号 }}\n第二行"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ 户主名字 }}", "没有“户主名字”这个词，相近的有“户主姓名”"),
        ("{{ 户主姓名.__class__.__mro__ }}", "模板"),
        ("{{ 本条._read }}", "模板"),
        ("{{ 本条.家属 }}", "《建房审批》里没有“家属”这个词"),
        ("{{ 户主姓名", "花括号里的写法有误"),
        ("{% if 户主姓名 %}", "花括号里的写法有误"),
    ],
)
def test_one_that_does_not_hold_is_refused_by_its_name(record, form, written, said):
    path = form("permit.docx", lambda document: document.add_paragraph(written))
    with pytest.raises(Refusal) as refused:
        print_paper("housing.permit", record, TODAY)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize("name", ["permit.docm", "permit.doc", "permit.dotx", "permit.wps"])
def test_another_kind_of_word_file_is_refused_and_not_passed_over(record, form, name):
    form(name, lambda document: document.add_paragraph("{{ 户主姓名 }}"))
    with pytest.raises(Refusal, match="只用不带宏的.docx"):
        print_paper("housing.permit", record, TODAY)


def test_one_with_macros_under_the_name_of_a_docx_is_refused(record, form):
    path = form("permit.docx", lambda document: document.add_paragraph("{{ 户主姓名 }}"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    with pytest.raises(Refusal, match=r"permit.docx带宏，不能用"):
        print_paper("housing.permit", record, TODAY)


def test_a_file_that_is_no_word_document_is_refused(record, form):
    path = form("permit.docx", lambda document: None)
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(Refusal, match=r"permit.docx不是Word文档"):
        print_paper("housing.permit", record, TODAY)
