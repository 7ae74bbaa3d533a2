"""The papers of a petition, printed and read back: what a petitioner is told, by when, and what to do against it."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.ledgers.workflow import workflow
from taizhang.lines.petitions.models import Hearing, Mediation, Petition, Petitioner, TeamMember
from taizhang.lines.petitions.models.following import code_lines
from taizhang.lines.petitions.tests.cases_of_rules import (
    AGREED,
    EXTENDED,
    FORWARDED,
    GUIDED,
    OBJECTED,
    RE_REVIEWED,
    REFUSED,
)
from taizhang.lines.petitions.tests.petitions import (
    ACCEPTED,
    CAME,
    CLOSED,
    ID,
    NAME,
    SERVED,
    follow_up,
    petition,
    saved,
)
from tests import cast
from tests.documents.printed import fields, text

TODAY = date(2018, 4, 10)


@pytest.fixture(autouse=True)
def _at_the_office(office):
    """Who prints."""


def printed(name, **said):
    """A paper of a petition as a file that is opened again."""
    one = saved(petition(**said))
    return reopened(name, one)


def reopened(name, one):
    return Document(BytesIO(word_bytes(print_paper(f"petitions.{name}", one, TODAY))))


def form(paper):
    """The first table alone: what stands to the right of each label."""
    told = {}
    for row in paper.tables[0].rows:
        cells = [cell.text for cell in row.cells]
        told |= dict(zip(cells[::2], cells[1::2], strict=False))
    return told


def test_the_slip_is_the_whole_registration_form():
    one = saved(petition(id_number=ID, people=6, representatives=2, request="请明确田界"))
    for n, (name, speaks) in enumerate((("钱乙丑", False), ("孙丙寅", True))):
        saved(
            Petitioner(
                number=f"GT{n}",
                place_id=cast.TOWN,
                petition=one,
                name=name,
                is_representative=speaks,
            )
        )
    paper = reopened("registration_slip", one)
    told = form(paper)
    assert (told["信访人姓名"], told["身份证号"], told["人数"], told["代表人数"]) == (
        NAME,
        ID,
        "6",
        "2",
    )
    assert (told["信访形式"], told["信访目的"], told["内容分类"]) == ("来访", "求决", "农村农业")
    assert (told["问题发生地"], told["反映事项"], told["诉求"]) == (
        "广坪村",
        "三组水田界址",
        "请明确田界\n",
    )
    names = [row.cells[1].text for row in paper.tables[1].rows]
    assert names[1:3] == ["孙丙寅", "钱乙丑"]
    assert "信访人（签字、按手印）" in text(paper)


def test_the_slip_says_what_comparison_has_found():
    saved(petition())
    told = fields(printed("registration_slip", number="XF2", received_on=date(2018, 3, 9)))
    assert told["初次或重复"] == "重复，原件 XF1"


def test_the_receipt_has_the_code_and_the_day_of_the_answer():
    one = saved(petition())
    told = fields(reopened("receipt", one))
    assert told["查询码"] == code_lines(one)[0].code
    assert told["最迟告知怎样办理"] == "2018年3月16日"


def test_the_receipt_of_an_anonymous_one_names_nobody():
    paper = printed("receipt", anonymous=True)
    assert "信访人：" in text(paper).splitlines()
    assert NAME not in text(paper)
    assert "我们会在上面的日期以前" not in text(paper)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "最迟2018年3月16日以前再告知"),
        (ACCEPTED | {"handling_unit": "国土所"}, "承办单位是国土所，办理期限到2018年5月4日"),
        (FORWARDED, "由临湘市水务局负责办理，已于2018年3月5日转送"),
        (GUIDED, "应当通过“诉讼”解决，请向临湘市人民法院提出"),
        (REFUSED, "不予受理，理由是：已经复核终结"),
        (
            {"handed_over_on": date(2018, 3, 2), "handling_unit": "国土所"},
            "已于2018年3月2日交国土所办理",
        ),
    ],
    ids=str,
)
def test_the_informing_letter_says_what_was_decided(said, sentence):
    assert sentence in text(printed("informing", **said))


def test_the_acceptance_has_its_deadline():
    assert fields(printed("acceptance", **ACCEPTED))["办理期限"] == "2018年5月4日"


def test_the_transfer_asks_for_objections_in_five_working_days():
    paper = text(printed("transfer", **FORWARDED))
    assert "信访事项转送函" in paper
    assert "5个工作日内提出异议" in paper


def test_the_objection_gives_its_reason_and_waits_for_consent():
    paper = printed("objection", **OBJECTED)
    assert fields(paper)["异议理由"].startswith("不归本级")
    assert "没有同意以前，我们照常办理" in text(paper)


def test_the_extension_has_both_days_its_reason_and_who_approved():
    paper = printed("extension", **EXTENDED)
    assert "办理期限到" in text(paper)
    assert "延长到2018年5月31日" in text(paper)
    told = fields(paper)
    assert told["延期理由"].startswith("要等县里核定地类")
    assert told["批准人（签字）"].startswith("孙丙寅")


def test_the_opinion_states_request_facts_opinion_basis_and_the_way_to_a_review():
    paper = text(printed("opinion", **SERVED))
    for part in (
        "请明确田界",
        "相差不到两厘米",
        "按承包合同确定田界",
        "农村土地承包法",
        "处理结果：支持。",
    ):
        assert part in paper
    assert "30日内，请求原办理机关的上一级机关复查" in paper


def test_the_service_receipt_is_of_the_opinion():
    told = fields(printed("service_receipt", **SERVED))
    assert (told["送达文书"], told["受送达人"], told["送达方式"]) == (
        "信访处理意见书",
        NAME,
        "当面送达",
    )


def test_review_and_re_review_name_their_organs_and_results():
    one = saved(petition(**RE_REVIEWED))
    told = fields(reopened("review_opinion", one))
    assert (told["复查机关"], told["复查结果"], told["复查期限"]) == (
        "临湘市人民政府",
        "维持",
        "2018年5月10日",
    )
    told = fields(reopened("re_review_opinion", one))
    assert (told["复核机关"], told["复核结果"]) == ("岳阳市人民政府", "维持")


def test_the_closing_report_has_the_team_and_every_follow_up():
    one = saved(petition(**CLOSED))
    saved(
        TeamMember(
            number="ZB1", place_id=cast.TOWN, petition=one, name="褚乙亥", post="国土所", since=CAME
        )
    )
    saved(follow_up(one))
    paper = reopened("closing_report", one)
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert {"褚乙亥", "上门看了田界", "2018年3月8日"} <= set(cells)


def test_an_agreement_and_a_hearing_are_printed():
    one = saved(petition(**ACCEPTED))
    agreed = saved(Mediation(number="TJ1", place_id=cast.TOWN, petition=one, **AGREED))
    assert "装雨槽" in text(reopened("mediation_agreement", agreed))
    said = {
        "stage": "handling",
        "held_on": date(2018, 3, 20),
        "venue": "村部",
        "presided_by": "孙",
        "attended_by": "两户",
    }
    hearing = saved(
        Hearing(number="TZ1", place_id=cast.TOWN, petition=one, **said, conclusion="复测")
    )
    assert "复测" in text(reopened("hearing_record", hearing))


def test_nothing_asks_for_a_promise_a_fee_or_silence():
    """P7: no form makes help depend on money or on not coming again."""
    ours = [name for name, paper in papers().items() if name.startswith("petitions.")]
    assert len(ours) == 15
    for name in ours:
        model = papers()[name].model
        if model is Petition:
            told = text(
                reopened(
                    name.partition(".")[2],
                    saved(petition(f"P-{name[-20:]}", matter=name[:80], **RE_REVIEWED | EXTENDED)),
                )
            )
            for word in ("保证不再", "息诉罢访", "不再上访", "押金", "保证金", "交费"):
                assert word not in told, name


def test_the_papers_that_steps_want_are_there_to_be_printed_before():
    for step in workflow(Petition).steps:
        if step.paper:
            paper = next(one for one in papers().values() if one.title == step.paper)
            assert paper.when != step.on


def test_a_paper_waits_for_its_day():
    with pytest.raises(Refusal, match="受理日期"):
        printed("acceptance")


def test_none_of_them_is_public():
    assert not [
        one.title for name, one in papers().items() if name.startswith("petitions.") and one.public
    ]
