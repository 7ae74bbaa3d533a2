"""`manage.py check` finds a paper or a template that cannot hold before anybody stands at the counter."""

from dataclasses import replace

import docx
import pytest

from taizhang.documents import paper_checks
from taizhang.documents.paper_checks import declaration_troubles, papers_hold
from taizhang.documents.papers import Paper
from taizhang.ledgers.workflow import workflow
from taizhang.lines.housing.models import Allocation, Approval, Site


def messages():
    return [error.msg for error in papers_hold(None)]


def test_the_papers_that_come_with_the_product_hold():
    assert messages() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一\n{{ 户主性名 }}", "第2行：没有“户主性名”这个词，相近的有“户主姓名”"),
        ("{{ 村社区.名 }}", "第1行：《地区》里没有“名”这个词"),
        ("{{ 本条.户主 }}", "第1行：《建房审批》里没有“户主”这个词"),
        ('{{ 到期("竣工") }}', "第1行：《建房审批》有期限的办理步骤里没有“竣工”这个词"),
        ("一\n\n{{ 户主姓名", "permit.md第3行的写法有误"),
    ],
)
def test_a_word_that_does_not_exist_is_named_with_its_file_and_line(template, text, said):
    template("housing/papers/permit.md", text)
    [message] = messages()
    assert said in message
    assert "housing/papers/permit.md" in message


def test_lists_are_looked_into_as_far_as_they_go(template, monkeypatch):
    given = Paper(
        "分房名单",
        Site,
        lists={"名单": lambda site: Allocation.objects.filter(unit__building__site=site)},
    )
    monkeypatch.setattr(
        "taizhang.documents.papers.declarations", lambda module, kind: {"housing.permit": given}
    )
    template(
        "housing/papers/permit.md",
        "{% for 户 in 名单 %}\n{{ 户.套房.楼栋.集中建房点.名称 }}\n{{ 户.套房.楼栋.层高 }}\n{% endfor %}\n"
        "{{ 合计(名单, '家庭人口') }}{{ 合计(名单, '人口数') }}",
    )
    said = messages()
    assert ["第3行：《楼栋》里没有“层高”" in said[0], "第5行：没有“人口数”" in said[1]] == [
        True,
        True,
    ]
    assert len(said) == 2


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (Paper("许可证", Approval, when="approved"), "when写的“approved”不是《建房审批》的日期"),
        (Paper("许可证", Approval, when="storeys"), "when写的“storeys”不是《建房审批》的日期"),
        (Paper("许可证", Approval, mask_names=("householder",)), "只有公示的文书"),
        (Paper("公示", Approval, public=True, mask_names=("owner",)), "mask_names写的“owner”"),
        (
            Paper("公示", Approval, public=True, mask_names=("id_number",)),
            "mask_names写的“id_number”",
        ),
        (
            Paper("公示", Approval, public=True, mask_names=("tax.name",)),
            "mask_names写的“tax.name”",
        ),
        (Paper("公示", Approval, public=True, shown_whole=("id_number",)), "不是电话"),
        (Paper("名单", Site, lists={"名称": lambda site: []}), "名单不能叫“名称”"),
        (Paper("名单", Site, lists={"标准": lambda site: []}), "名单不能叫“标准”"),
        (Paper("名单", Site, lists={"一 二": lambda site: []}), "名单不能叫“一 二”"),
    ],
)
def test_a_declaration_that_does_not_hold_is_said(paper, said):
    assert said in " ".join(declaration_troubles(paper))


def test_a_paper_that_waits_for_the_step_that_waits_for_it_is_found(monkeypatch):
    flow = workflow(Approval)
    steps = [replace(one, paper="批准书") if one.state == "approved" else one for one in flow.steps]
    monkeypatch.setattr(paper_checks, "workflow", lambda model: replace(flow, steps=tuple(steps)))
    [said] = declaration_troubles(Paper("批准书", Approval, when="approved_on"))
    assert "办“批准”要先有它的扫描件" in said
    assert list(declaration_troubles(Paper("批准书", Approval, when="accepted_on"))) == []


def test_a_paper_of_another_ledgers_names_is_right():
    paper = Paper("公示", Site, public=True, mask_names=("allocation.householder",))
    assert list(declaration_troubles(paper)) == []


def test_a_paper_without_a_template_is_said(monkeypatch):
    lost = {"housing.lost": Paper("遗失的文书", Approval)}
    monkeypatch.setattr("taizhang.documents.papers.declarations", lambda module, kind: lost)
    [message] = messages()
    assert "文书housing.lost没有模板" in message


def test_a_file_that_no_paper_uses_is_named(template):
    template("housing/papers/premit.md", "许可证")
    template("housing/papers/permit.md.txt", "许可证")
    assert [("没有用上" in message) for message in messages()] == [True, True]


def test_a_word_file_of_the_office_is_read_too(template, tmp_path):
    form = docx.Document()
    form.add_paragraph("户主：{{ 户主名字 }}")
    form.sections[0].header.paragraphs[0].text = "{{ 眉头 }}"
    path = tmp_path / "templates" / "housing" / "papers" / "permit.docx"
    path.parent.mkdir(parents=True)
    form.save(path)
    template("housing/papers/approval_notice.md", "公示")
    assert "permit.docx：没有“户主名字”这个词，相近的有“户主姓名”" in messages()[0]
    assert "没有“眉头”这个词" in messages()[1]
