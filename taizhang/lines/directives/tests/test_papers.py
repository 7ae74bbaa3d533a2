"""The papers of meetings and tasks, printed and read back."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from taizhang.core.finding import Refusal
from taizhang.documents.files import word_bytes
from taizhang.documents.papers import papers
from taizhang.documents.printing import print_paper
from taizhang.documents.templates import product_path
from taizhang.lines.directives.tests.records import (
    CLOSED,
    DUE,
    attendee,
    entered,
    extension,
    group,
    meeting,
    progress,
    relay,
    saved,
    seat,
    task,
    unit,
    urging,
)
from tests.documents.printed import fields, text

TODAY = date(2018, 3, 26)
OURS = {name: paper for name, paper in papers().items() if name.startswith("directives.")}


def printed(record, name):
    record.refresh_from_db()
    return Document(BytesIO(word_bytes(print_paper(f"directives.{name}", record, TODAY))))


def tables(document):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.fixture
def of(office):
    """The town's meeting with its sheet and two tasks; one station has passed it on, one has not."""
    units = [saved(unit()), saved(unit("DW2", name="黄盖财政所"))]
    of = saved(
        meeting(
            must_relay=True, venue="镇礼堂", chair="冯辛未", recorder="李丁卯", expected=3, present=2,
            absent=1, absence_reason="出差", agenda="部署工作", minutes="总结成绩", decisions="抓落实",
            unit=units[0], began_at="8:30", noticed_on=date(2018, 3, 6),
        )
    )  # fmt: skip
    saved(attendee(of, "QD1", unit_name="党政办"))
    saved(attendee(of, "QD2", name="钱乙丑", state="excused", reason="出差"))
    entered(task("RW1", source="meeting", meeting=of, co_units="各村", **CLOSED))
    entered(task("RW2", source="meeting", meeting=of, title="环境整治", lead_unit=units[1]))
    reported = {
        "reported_on": date(2018, 3, 12),
        "report": "已学习",
        "title": "司法所会议",
        "present": 6,
    }
    saved(relay(of, units[0], date(2018, 3, 8), **reported))
    return of


def test_the_notice_says_when_where_and_what(of):
    said = text(printed(of, "notice"))
    assert "定于2018年3月7日8:30在镇礼堂召开镇三级干部大会" in said
    assert "会议议程：部署工作" in said
    assert "2018年3月6日" in said


def test_the_sign_in_sheet_has_everybody_and_room_for_more(of):
    sheet = tables(printed(of, "sign_in"))[-1]
    assert [row[1] for row in sheet] == ["姓名", "赵甲子", "钱乙丑", "", "", ""]
    assert sheet[2][3:] == ["请假", "", "出差"]


def test_the_minutes_tell_who_came_and_what_is_to_be_done(of):
    said = text(printed(of, "minutes"))
    assert "应到3人，实到2人，缺席1人（出差）" in said
    assert "会议确定以下2项任务" in said
    assert "环境整治。牵头领导李丁卯，牵头单位黄盖财政所，责任人赵甲子，2018年3月21日前完成" in said


def test_the_task_list_splits_what_the_meeting_set_going(of):
    rows = tables(printed(of, "task_list"))[0]
    assert rows[1] == [
        "1", "传达三级干部会精神", "各单位都开会", "李丁卯", "黄盖司法所", "各村", "赵甲子",
        "2018年3月21日", "办结时一次",
    ]  # fmt: skip
    assert len(rows) == 3


def test_the_relay_list_names_who_has_and_who_has_not(of):
    paper = printed(of, "relay_list")
    assert tables(paper)[0][1][1:] == [
        "黄盖司法所", "司法所会议", "2018年3月8日", "6", "2018年3月12日", "已学习",
    ]  # fmt: skip
    assert "应传达单位2个，已登记传达会议1次，还没有传达会议记录的单位1个" in text(paper)
    assert "还没有传达会议记录的单位：黄盖财政所。" in text(paper)


def test_the_order_carries_all_that_a_follow_up_notice_must(of):
    paper = printed(of.tasks.get(number="RW2"), "order")
    read = fields(paper)
    assert read["督办事项"] == "环境整治"
    assert read["来源文号"] == "镇三级干部大会"
    assert (read["牵头单位"], read["责任人"]) == ("黄盖财政所", "赵甲子")
    assert read["办结期限"] == "2018年3月21日"
    assert "签收日期" in read
    assert text(paper).startswith("督办通知单\n编号：RW2")


def test_the_urging_names_the_task_its_deadline_and_the_day_of_the_answer(of):
    said = text(printed(entered(urging(of.tasks.get(number="RW2"))), "urging"))
    assert "“环境整治”（RW2），办结期限2018年3月21日，最近一次反馈还没有" in said
    assert "于2018年3月26日前答复" in said


def test_the_extension_form_shows_both_days(of):
    read = fields(printed(entered(extension(of.tasks.get(number="RW2"))), "extension"))
    assert (read["原定期限"], read["申请延至"]) == ("2018年3月21日", "2018年3月28日")


def test_the_closing_sheet_tells_the_whole_way(of):
    closed = of.tasks.get(number="RW1")
    entered(progress(closed, date(2018, 3, 14), 60))
    entered(urging(closed, urged_on=DUE))
    paper = printed(closed, "closing")
    read = fields(paper)
    assert (read["核实人"], read["销号人"], read["报结人"]) == ("钱乙丑", "孙丙寅", "赵甲子")
    assert read["销号依据"] == "会议记录"
    way = tables(paper)[-1]
    assert [row[1] for row in way[1:]] == ["立项", "反馈", "催办"]
    assert way[2][2] == "60%，按计划（赵甲子）"


def test_a_closing_sheet_waits_for_the_verification(of):
    with pytest.raises(Refusal, match="核实日期"):
        printed(of.tasks.get(number="RW2"), "closing")


def test_the_circular_lists_tasks_by_their_day_and_ranks_nobody(of):
    today = timezone.localdate()
    entered(task("RW3", title="远期事项", deadline=date(today.year + 1, 3, 1)))
    paper = printed(of.unit, "circular")
    late, running = tables(paper)
    assert [row[0] for row in late[1:]] == ["环境整治"]
    assert [row[0] for row in running[1:]] == ["远期事项"]
    assert "逾期督办事项1项，未到期的在办事项1项，今年已销号0项" in text(paper)
    said = text(paper) + "".join(map(str, tables(paper)))
    assert not [word for word in ("排名", "名次", "得分", "第一名", "末位") if word in said]


def test_the_list_of_members_keeps_those_who_left(of):
    led = saved(group())
    saved(seat(led, until=date(2018, 3, 1), basis_no="黄发〔2018〕9号"))
    saved(seat(led, "CY2", name="钱乙丑", since=date(2018, 3, 1), basis_no="黄发〔2018〕9号"))
    rows = tables(printed(led, "group_list"))[-1]
    assert [(row[2], row[5]) for row in rows[1:]] == [
        ("赵甲子", "2018年3月1日"),
        ("钱乙丑", "在任"),
    ]


def test_no_title_of_ours_says_supervision_of_the_county():
    """A township does 督办; 督查 is the county's (regulation of 2021, article 2)."""
    assert not [paper.title for paper in OURS.values() if "督查" in paper.title]
    for name in OURS:
        template = product_path(f"directives/papers/{name.partition('.')[2]}.md")
        assert "督查" not in template.read_text(encoding="utf-8"), name
