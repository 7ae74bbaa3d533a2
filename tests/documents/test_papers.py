"""A record as a paper: its words filled in, its blanks left for the pen, and nothing of a snapshot in it."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.printing import print_paper
from taizhang.documents.verifying import verify
from taizhang.lines.housing.models import Allocation, Unit
from taizhang.lines.housing.tests.records import (
    allocation,
    approval,
    building,
    phase,
    saved,
    site,
    unit,
)
from tests import cast
from tests.documents.printed import DECLARED, fields, rows, text

TODAY = date(2018, 3, 9)


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr("taizhang.documents.papers.declarations", lambda module, kind: DECLARED)


def give(home, n):
    """A dwelling given to one of two households."""
    numbers = ("430682195306281002", "430682195506151018")
    return saved(allocation(home, f"FF{n}", id_number=numbers[n], householder=f"赵甲{'子丑'[n]}"))


@pytest.fixture
def record(office):
    return saved(approval())


def test_the_fields_of_a_permit_are_read_back(record):
    read = fields(print_paper("housing.permit", record, TODAY))
    assert read["建设单位（个人）"] == "贾新居"
    assert read["身份证号"] == "430682195306281002"
    assert read["建设位置"] == "黄盖镇广坪村"
    assert read["宅基地面积（㎡）"] == "120.00"
    assert read["地类"] == "建设用地"
    assert read["批准日期"] == "2016年12月9日"
    assert read["批准文号"] == "临建审〔2016〕示例1号"


def test_what_is_empty_is_left_for_the_pen(record, declared, template):
    template(
        "housing/papers/receipt.md",
        "文号{{ 批准文号 }}，{{ 不予批准日期 }}。\n\n| 文号 | {{ 农用地转用批准文号 }} | {{ 不予批准日期 }} |\n",
    )
    record.document_no = ""
    paper = print_paper("housing.receipt", record, TODAY)
    assert text(paper) == "文号＿＿＿＿＿＿，＿＿＿＿年＿＿月＿＿日。"
    assert rows(paper) == [["文号", "", "　　　　年　　月　　日"]]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{% if 批准文号 %}有{% else %}无{% endif %}", "有"),
        ("{% if 农用地转用批准文号 %}有{% else %}无{% endif %}", "无"),
        ('{{ 农用地转用批准文号 or "不需要" }}', "不需要"),
        ('{% if 建房方式 == "集中" %}统建{% endif %}', "统建"),
        ("{% if 层数.值 > 1 %}楼房{% endif %}", "楼房"),
        ("{% if 受理日期.值 < 批准日期.值 %}先受理{% endif %}", "先受理"),
        ("{{ 县 }}{{ 镇 }}{{ 村 }}{{ 地点 }}", "临湘市黄盖镇广坪村广坪集中建房点"),
        ("{{ 打印日期 }}", "2018年3月9日"),
        ('{{ 到期("批准") }}', "2016年12月16日"),
        ('{{ 标准("housing.homestead_cultivated") }}', "130"),
        ("{{ 本条.户主姓名 }}", "贾新居"),
        ("{{ 村社区.名称 }}{{ 村社区.地区代码 }}", "广坪集中建房点43068211320101"),
    ],
)
def test_words_of_every_paper(record, declared, template, written, printed):
    template("housing/papers/receipt.md", written)
    assert text(print_paper("housing.receipt", record, TODAY)) == printed


def test_a_paper_waits_for_its_date(record):
    record.approved_on = None
    with pytest.raises(
        Refusal, match="还没有填“批准日期”，填好以后才能打印《乡村建设规划许可证数据表》"
    ):
        print_paper("housing.permit", record, TODAY)


def test_the_deadline_of_a_clock_that_has_not_started_is_a_blank(record, declared, template):
    template("housing/papers/application.md", '{{ 到期("批准") }}')
    record.accepted_on = None
    assert text(print_paper("housing.application", record, TODAY)) == "＿＿＿＿年＿＿月＿＿日"


def test_a_value_is_words_whatever_signs_it_has(record, declared, template):
    template("housing/papers/receipt.md", "{{ 备注 }}\n\n| 备注 | {{ 备注 }} |\n")
    record.note = "# 一|二 {{ 三 }} <四> & \ue0005\ue001\n% 第二行"
    paper = print_paper("housing.receipt", record, TODAY)
    assert text(paper) == "# 一|二 {{ 三 }} <四> & 5\n% 第二行"
    assert rows(paper) == [["备注", "# 一|二 {{ 三 }} <四> & 5\n% 第二行"]]


def test_a_row_is_written_for_each_record_of_a_list_on_one_line_or_three(
    office, declared, template
):
    here = saved(site())
    first = saved(building(saved(phase(here))))
    homes = [saved(unit(first, f"GP01-{n}")) for n in (1, 2)]
    for n, home in enumerate(homes):
        give(home, n)
    one_line = "{% for 户 in 名单 %}| {{ loop.index }} | {{ 户.套房 }} | {{ 户.套房.楼栋.集中建房点.名称 }} |{% endfor %}\n"
    three = one_line.replace("%}|", "%}\n|").replace("|{%", "|\n{%")
    for form in (one_line, three):
        template(
            "housing/papers/given.md",
            f"| 序号 | 套房 | 建房点 |\n|---|:--|--:|\n{form}共{{{{ 名单|length }}}}户，{{{{ 合计(名单, '家庭人口') }}}}人。\n",
        )
        paper = print_paper("housing.given", here, TODAY)
        assert rows(paper) == [
            ["序号", "套房", "建房点"],
            ["1", "GP01-1", "广坪集中建房点"],
            ["2", "GP01-2", "广坪集中建房点"],
        ]
        assert text(paper) == "共2户，8人。"


def test_the_same_record_prints_the_same_bytes(record):
    first, second = (word_bytes(print_paper("housing.permit", record, TODAY)) for _ in range(2))
    assert first == second


def test_verifying_a_paper_says_that_it_has_no_figures(record):
    with pytest.raises(Refusal, match="《乡村建设规划许可证数据表》（建房审批JF1），由记录打印"):
        verify(print_paper("housing.permit", record, TODAY), lambda mark: None)


def test_a_paper_is_known_by_its_title_too_and_a_wrong_name_gets_the_nearest(record):
    assert fields(print_paper("乡村建设规划许可证数据表", record, TODAY))["层数"] == "2"
    with pytest.raises(Refusal, match=r"没有叫“housing.permits”的文书，相近的有housing.permit"):
        print_paper("housing.permits", record, TODAY)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("第一行\n\n{{ 户主名 }}", "第3行：没有“户主名”这个词，相近的有“户主姓名”"),
        ("{{ 村社区.名字 }}", "第1行：《地区》里没有“名字”这个词，相近的有“名称”"),
        (
            '{{ 到期("批复") }}',
            "第1行：《建房审批》有期限的办理步骤里没有“批复”这个词，相近的有“批准”",
        ),
        ("{{ 本条._record }}", "第1行"),
        ("{{ 本条.__class__.__mro__ }}", "第1行"),
        ("{{ 户主姓名.__class__ }}", "第1行"),
        ("{% for 人 in 家庭成员 %}{% endfor %}", "没有“家庭成员”这个词"),
        ("{{ 户主姓名", "第1行的写法有误"),
    ],
)
def test_a_template_that_does_not_hold_is_refused_with_its_line(
    record, declared, template, written, said
):
    template("housing/papers/receipt.md", written)
    with pytest.raises(Refusal) as refused:
        print_paper("housing.receipt", record, TODAY)
    assert said in str(refused.value)
    assert "housing/papers/receipt.md" in str(refused.value)


def test_what_lies_out_of_reach_is_refused_and_not_left_blank(acting, declared, template):
    acting("office")
    home = saved(unit(saved(building(saved(phase(saved(site())))))))
    Unit.objects.filter(pk=home.pk).update(place=cast.HEXING)
    made = give(home, 0)
    template("housing/papers/moved.md", "{{ 户主姓名 }}")
    acting("clerk")
    mine = Allocation.objects.get(pk=made.pk)
    assert text(print_paper("housing.moved", mine, TODAY)) == "赵甲子"
    template("housing/papers/moved.md", "{{ 套房.建筑面积 }}")
    with pytest.raises(Refusal, match="“套房”不在您的管辖范围，请由能看到它的岗位打印"):
        print_paper("housing.moved", mine, TODAY)
