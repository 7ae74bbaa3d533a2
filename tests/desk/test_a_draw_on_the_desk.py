"""The page of a draw: each act in its turn, the secret handed out once, what is refused said with what was typed."""

import json
import re
from io import BytesIO

import docx
import pytest

from taizhang.core import draw as lots
from taizhang.core import draw_file
from taizhang.lines.housing.models import Draw
from taizhang.lines.housing.tests.draw_records import ready

MEETING = {
    "on": "2018-03-09",
    "announced": "30 51 62",
    "announced_how": "掷骰子六次",
    "announced_by": "钱丑",
    "supervised_by": "李卯",
}


@pytest.fixture
def lot(acting):
    acting("office")
    return ready()


@pytest.fixture
def desk(lot, visit):
    """The station officer at the page of the draw."""
    return Page(visit("officer"), lot)


class Page:
    def __init__(self, client, lot):
        self.client, self.address = client, f"/draw/{lot.pk}/"

    def look(self):
        return self.client.get(self.address).content.decode()

    def act(self, name, **said):
        return self.client.post(f"{self.address}{name}/", said)

    def said(self, name, **said):
        """What the page says after an act."""
        answer = self.client.post(f"{self.address}{name}/", said, follow=True)
        return answer.content.decode()

    def committed(self):
        self.act("list", on="2018-02-22")
        paper = self.act("commit", on="2018-03-02")
        text = "\n".join(one.text for one in docx.Document(BytesIO(paper.content)).paragraphs)
        return re.search(r"密数：([\w-]+)", text)[1], paper

    def file(self):
        return self.client.get(f"{self.address}file.json").content


@pytest.fixture
def state(acting):
    """A draw as the database has it now; a request takes its post off again when it is done."""

    def now(lot):
        acting("office")
        lot.refresh_from_db()
        return lot

    return now


def test_a_draw_from_its_list_to_its_file(desk, lot, state):
    assert "公布名单</button>" in desk.look()
    assert "名单已公布" in desk.said("list", on="2018-02-22")
    assert state(lot).list_digest in desk.look()
    secret, paper = desk.committed()
    assert "no-store" in paper["Cache-Control"]
    assert state(lot).commitment == lots.commitment(lots.read_secret(secret))
    assert secret not in desk.look()
    assert "已抽签" in desk.said("run", secret=secret, **MEETING)
    assert state(lot).announced_number == "305162"
    page = desk.look()
    assert page.count("赵*子") == 3
    assert "赵甲子" not in page
    assert "430682195306281002" not in page
    assert draw_file.verify(desk.file()) == []
    assert json.loads(desk.file())["digest"] == lot.result_digest


def test_the_secret_is_handed_out_once(desk):
    desk.committed()
    assert "已于 2018-03-02 承诺过" in desk.said("commit", on="2018-03-03")


def test_a_wrong_secret_stays_on_the_page_to_be_corrected(desk, lot, state):
    desk.committed()
    wrong = lots.grouped(lots.make_secret())
    said = desk.said("run", secret=wrong, **MEETING)
    assert "密数与 2018-03-02 公布的承诺不符，什么都没有写入" in said
    assert wrong in said
    assert "掷骰子六次" in said
    assert state(lot).drawn_on is None


@pytest.mark.parametrize(
    ("act", "said", "told"),
    [
        ("list", {}, "办理日期"),
        ("list", {"on": "2999-01-01"}, "办理日期 2999-01-01 还没有到"),
        ("commit", {"on": "2018-03-02"}, "还没有公布名单"),
        ("run", MEETING, "密数（信封里的 28 个字符）"),
        ("run", MEETING | {"secret": "A" * 28}, "还没有承诺"),
        ("repeat", {"on": "2018-03-12", "number": "CQ2"}, "重抽原因"),
    ],
)
def test_what_cannot_be_done_is_said_on_the_page(desk, act, said, told):
    assert told in desk.said(act, **said)


def test_repeating_leads_to_the_new_draw_and_leaves_the_old(desk, lot, state):
    secret, _ = desk.committed()
    desk.act("run", secret=secret, **MEETING)
    first = desk.file()
    said = desk.said("repeat", on="2018-03-12", number="CQ2", reason="公证人离场")
    assert "两次都留在记录里" in said
    state(lot)
    again = Draw.objects.get(number="CQ2")
    assert f'href="/draw/{lot.pk}/"' in said
    assert again.repeats == lot
    page = desk.look()
    assert "2018-03-12 作废：公证人离场" in page
    assert f'href="/draw/{again.pk}/"' in page
    assert desk.file() == first


def test_a_list_changed_after_publication_is_marked(desk, lot, state):
    desk.act("list", on="2018-02-22")
    state(lot).entitlements.filter(number="ZG1").update(householder="吴顶替")
    assert "公布以后名单、房源或规则改过" in desk.look()


def test_who_only_reads_sees_no_button(desk, visit, lot, state):
    desk.act("list", on="2018-02-22")
    reader = Page(visit("town_leader"), lot)
    page = reader.look()
    assert state(lot).list_digest in page
    assert "承诺并下载密数" not in page
    assert reader.act("commit", on="2018-03-02").status_code == 403


@pytest.mark.parametrize("username", ["other_clerk", "petition_officer", "administrator"])
def test_whose_business_it_is_not_sees_nothing(lot, visit, username):
    assert Page(visit(username), lot).client.get(f"/draw/{lot.pk}/").status_code in (403, 404)


def test_the_record_leads_to_the_page_and_offers_no_click_for_what_it_does(lot, visit):
    page = visit("officer").get(f"/housing/draw/{lot.pk}/change/").content.decode()
    assert f'href="/draw/{lot.pk}/"' in page
    assert "办理“公布名单”" not in page
    assert "办理“作废”" not in page


def test_there_is_no_other_act(desk):
    assert desk.act("delete", on="2018-03-02").status_code == 404
    assert desk.client.get(f"{desk.address}commit/").status_code == 405
