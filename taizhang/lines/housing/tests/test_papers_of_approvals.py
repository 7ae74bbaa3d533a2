"""Each paper of an application: printed, opened again, and its fields read back."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import workflow
from taizhang.lines.housing.models import Approval
from taizhang.lines.housing.tests import paper_records
from taizhang.lines.housing.tests.records import FIRST_ID, SECOND_ID, approval, saved
from tests.documents.printed import everything, fields, text

TODAY = date(2018, 3, 9)
ADDRESS = "广坪村三组集中建房点12号"
DRAWING = "湖南省村镇住宅图集示例 A-01"


def opened(name: str, record: Record) -> WordDocument:
    """A paper as whoever got the file sees it."""
    return docx.Document(BytesIO(word_bytes(print_paper(f"housing.{name}", record, TODAY))))


def labelled(document: WordDocument) -> dict[str, str]:
    """What its forms say; lists under a head are not forms."""
    for table in document.tables:
        if table._tbl.xpath(".//w:tblHeader"):
            table._tbl.getparent().remove(table._tbl)
    return fields(document)


@pytest.fixture
def case(office) -> Record:
    return paper_records.case()


# paper, what its forms say beside their labels
FORMS = {
    "application": {
        "姓名": "贾新居",
        "性别": "男",
        "年龄": "63",
        "身份证号": FIRST_ID,
        "联系电话": paper_records.PHONE,
        "户口所在地": "黄盖镇广坪村三组",
        "权属证书号": "临集用（1998）示例第12号",
        "处置": "退给村集体",
        "拟建地址": ADDRESS,
        "建房类型": "异址新建",
        "地类": "建设用地",
        "宅基地面积（㎡）": "120.00",
        "房基占地面积（㎡）": "90.00",
        "层数": "2",
        "建筑高度（米）": "7.20",
        "东至": "村道",
        "北至": "菜地",
        "图样": DRAWING,
        "已征求相邻权利人意见": "是",
        "申请理由": "按规划迁址新建",
    },
    "application_notice": {
        "申请人": "贾新居",
        "身份证号": "430682********1002",
        "家庭人口": "2人",
        "宅基地面积": "120.00㎡",
        "层数、高度": "2层、7.20米",
        "现有宅基地处置": "退给村集体",
        "张贴日期": "2016年11月15日",
        "撤下日期": "2016年11月23日",
    },
    "receipt": {
        "建房审批编号": "JF1",
        "申请人": "贾新居",
        "身份证号": FIRST_ID,
        "收件日期": "2016年11月24日",
        "受理日期": "2016年11月28日",
        "办理方式": "单独办理",
        "办结期限": "2016年12月26日前",
    },
    "correction": {"签收日期": "　　　　年　　月　　日"},
    "review": {
        "户主姓名": "贾新居",
        "地址": ADDRESS,
        "土地权属": "集体",
        "农用地转用批准文号": "不涉及",
        "依据的规划": "黄盖镇总体规划（2015—2030年）（2015年版）",
        "图样": DRAWING,
        "西至": "11号户",
    },
    "permit": {
        "许可证号": "乡字第示例0001号",
        "建设单位（个人）": "贾新居",
        "身份证号": FIRST_ID,
        "建设位置": ADDRESS,
        "建筑高度（米）": "7.20",
        "图样": DRAWING,
        "审批机关": "县级",
        "批准文号": "临建审〔2016〕示例1号",
    },
    "certificate": {
        "批准用地面积（㎡）": "120.00",
        "其中：房基占地（㎡）": "90.00",
        "土地用途": "住宅",
        "土地坐落": ADDRESS,
        "四至": "东至村道，南至水渠，西至11号户，北至菜地",
        "有效期": "自2016年12月9日起，至2018年12月8日止",
        "批准书号": "农宅字4306821132016001号",
        "有效期止": "2018年12月8日",
    },
    "approval_notice": {
        "申请人": "贾新居",
        "身份证号": "430682********1002",
        "建房地点": ADDRESS,
        "批准日期": "2016年12月9日",
        "张贴日期": "2016年12月12日",
    },
    "site_board": {
        "建房户主": "贾新居",
        "许可证号": "乡字第示例0001号",
        "批准书号": "4306821132016001",
        "批准机关": "临湘市人民政府",
        "建筑面积": "168.20㎡",
        "施工单位或工匠": "李丁卯（乡村建设工匠）",
        "开工日期": "2017年3月8日",
    },
    "setting_out_record": {
        "户主姓名": "贾新居",
        "批准书号": "4306821132016001",
        "放线日期": "2017年3月6日",
        "宅基地面积（㎡）": "120.00",
    },
    "empty_visit_sheet": {"编号": "JF1", "户主姓名": "贾新居", "建筑面积（㎡）": "168.20"},
}


@pytest.mark.parametrize("name", FORMS)
def test_the_fields_of_a_form_are_read_back(case, name):
    read = labelled(opened(name, case))
    assert {label: read.get(label) for label in FORMS[name]} == FORMS[name]


LETTERS = {
    "commitment": [
        "黄盖镇人民政府、广坪村村级组织：",
        "因按规划迁址新建",
        "自批准之日起12个月内建成",
        "照湖南省村镇住宅图集示例 A-01图样建房",
        "竣工后60日内拆除旧房",
        f"身份证号：{FIRST_ID}",
        "2016年11月14日",
    ],
    "refusal": [
        f"贾新居（身份证号{FIRST_ID}）：",
        "理由：原宅基地没有退回",
        "收到本决定书之日起六十日内，向上一级人民政府申请行政复议",
        "六个月内，依法直接向人民法院提起行政诉讼",
        "临湘市人民政府（盖章）",
    ],
    "declining": ["申请地块不归本镇受理", "第三十二条", "向临湘市人民政府申请行政复议"],
    "correction": ["你户2016年11月24日交来的", "第三十二条", "2016年11月24日"],
    "receipt": ["受理单号：黄受〔2016〕示例1号", "贾新居：", "办结期限按工作日计算"],
    "certificate": ["农宅字4306821132016001号", "临湘市人民政府（盖章）", "2016年12月9日"],
    "application_notice": ["公示期自2016年11月15日起（张贴当天不算），至2016年11月22日止"],
    "approval_notice": ["已经临湘市人民政府批准", "公布期自2016年12月12日起，至2016年12月19日止"],
}


@pytest.mark.parametrize("name", LETTERS)
def test_the_sentences_of_a_letter_are_read_back(case, name):
    said = text(opened(name, case))
    assert [sentence for sentence in LETTERS[name] if sentence not in said] == []


def test_every_paper_of_an_application_is_read_back():
    declared = {name for name, paper in papers().items() if paper.model is Approval}
    assert {f"housing.{name}" for name in FORMS.keys() | LETTERS.keys()} == declared


def test_since_2020_the_township_refuses_and_the_county_reconsiders(case):
    case.authority = "town"
    said = text(opened("refusal", case))
    assert "向临湘市人民政府申请行政复议" in said
    assert "黄盖镇人民政府（盖章）" in said


def test_the_family_of_the_day_of_application_is_listed_with_the_householder_first(case):
    case.household.members.filter(name="林良田").update(since=date(1960, 1, 1))
    case.household.members.create(
        number="CY9",
        place_id=case.place_id,
        name="贾后来",
        id_number=SECOND_ID,
        relation="son",
        since=date(2016, 11, 15),
    )
    table = opened("application", case).tables[1]
    assert [[cell.text for cell in row.cells][:3] for row in table.rows] == [
        ["姓名", "与户主关系", "身份证号"],
        ["贾新居", "户主", FIRST_ID],
        ["林良田", "配偶", SECOND_ID],
    ]


def test_all_that_is_to_be_brought_is_told_at_once(case):
    assert opened("correction", case).tables[0].rows[1].cells[0].text == "缺原宅基地权属证书复印件"


def test_the_visit_that_marked_out_the_plot_is_in_the_record_of_it(case):
    paper_records.visited(case)
    rows = [
        [cell.text for cell in row.cells]
        for row in opened("setting_out_record", case).tables[1].rows
    ]
    assert rows[1] == ["2017年3月6日", "12.00", "10.00", "120.00", "符合"]


def test_what_hangs_on_a_wall_has_no_whole_number_of_a_person(case):
    case.objections = case.note = f"来电{paper_records.PHONE}"
    for name, paper in papers().items():
        if paper.public and paper.model is Approval:
            whole = everything(print_paper(name, case, TODAY))
            assert FIRST_ID not in whole
            assert paper_records.PHONE not in whole


@pytest.mark.parametrize("name", sorted(FORMS.keys() | LETTERS.keys()))
def test_a_paper_of_a_bare_application_leaves_room_for_the_pen(office, name):
    bare = saved(approval("JF9", discussed_on=date(2016, 11, 15)))
    printed = opened(name, bare)
    assert "None" not in text(printed)
    assert "None" not in str(fields(printed))


def test_what_is_signed_before_a_step_can_be_printed_before_it(office):
    pending = saved(
        approval("JF9", accepted_on=None, approved_on=None, authority="", document_no="")
    )
    for name in ("application", "review", "correction"):
        assert opened(name, pending)
    assert fields(opened("receipt", pending))["受理日期"] == "　　　　年　　月　　日"
    assert "＿＿＿＿年＿＿月＿＿日" in text(opened("refusal", pending))


@pytest.mark.parametrize("name", ["permit", "certificate", "approval_notice", "site_board"])
def test_what_follows_from_the_approval_waits_for_it(office, name):
    pending = saved(approval("JF9", approved_on=None, authority=""))
    with pytest.raises(Refusal, match="还没有填“批准日期”"):
        print_paper(f"housing.{name}", pending, TODAY)


def test_every_step_that_wants_a_signed_paper_names_one_that_can_be_printed():
    for model in {paper.model for name, paper in papers().items() if name.startswith("housing.")}:
        titles = {paper.title for paper in papers().values() if paper.model is model}
        flow = workflow(model)
        wanted = {step.paper for step in (flow.steps if flow else ()) if step.paper}
        assert wanted <= titles
