"""A real browser at the example town's desk: who sees what, a click on 310, Chinese throughout, nothing off this machine."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests import cast

CHROMIUM = Path(shutil.which("chromium") or "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Debian's chromium is not installed here"),
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": str(CHROMIUM), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    return {
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "viewport": {"width": 1440, "height": 900},
    }


class Desk:
    """A person's browser; everything it asks for and everything it complains of is noted."""

    def __init__(self, context: BrowserContext, base: str, username: str) -> None:
        self.base, self.asked, self.complaints = base, [], []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self.note)
        self.page.goto(f"{base}/")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码").fill(cast.PASSWORD)
        follow(self.page.get_by_role("button", name="登录"))

    def note(self, message) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        self.page.wait_for_load_state("networkidle")
        return self.page


def go_to(page: Page, title: str) -> None:
    """By the sidebar, whose topics are unfolded first."""
    page.locator("#nav-sidebar-apps details").evaluate_all(
        "topics => topics.forEach(one => { one.open = true })"
    )
    follow(page.locator("#nav-sidebar-apps a").filter(has=page.get_by_text(title, exact=True)))


def follow(link: Locator) -> None:
    """Click, and wait for the page it leads to."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


@pytest.fixture
def sit_down(browser: Browser, browser_context_args, served) -> Iterator[object]:
    """sit_down("guangping") is that person at a browser of their own, signed in."""
    contexts = []

    def person(username: str) -> Desk:
        contexts.append(browser.new_context(**browser_context_args))
        return Desk(contexts[-1], served.base, username)

    yield person
    for context in contexts:
        context.close()


def test_the_clerk_of_a_village_sees_the_rows_of_that_village_only(sit_down):
    page = sit_down("guangping").page
    go_to(page, "空心房")
    places = page.locator("#result_list tbody td.field-place")
    assert places.count() == 50
    assert set(places.all_inner_texts()) == {"广坪村"}
    assert "106 空心房" in page.inner_text("body")
    go_to(page, "楼栋")
    assert set(page.locator("#result_list tbody td.field-place").all_inner_texts()) == {
        "广坪集中建房点"
    }


def test_a_click_on_310_shows_310_records(sit_down):
    page = sit_down("office").page
    go_to(page, "指标数据")
    follow(page.get_by_role("link", name="310", exact=True).first)
    assert page.locator(".desk-value").inner_text() == "310 栋"
    numbers: list[str] = []
    while True:
        numbers += page.locator("tr.desk-record td:first-child").all_inner_texts()
        further = page.locator("#records b + a.desk-link")
        if not further.count():
            break
        follow(further.first)
    assert len(numbers) == len(set(numbers)) == 310
    follow(page.get_by_role("link", name=numbers[-1], exact=True))
    assert page.locator("#id_number").input_value() == numbers[-1]


def test_a_rule_speaks_at_its_field_and_a_saved_change_is_in_the_history(sit_down):
    page = sit_down("guangping").page
    go_to(page, "空心房")
    follow(page.get_by_role("link", name="KX001"))
    page.get_by_label("拆除日期").fill("2017-01-01")
    page.get_by_label("修改原因").fill("试一试")
    follow(page.get_by_role("button", name="保存", exact=True))
    assert "早于" in page.locator("#id_demolished_on_error").inner_text()
    go_to(page, "空心房")
    follow(page.get_by_role("link", name="KX001"))
    for note, reason in (("钥匙在村部", "补记"), ("", "记错了一户")):
        page.get_by_label("备注").fill(note)
        page.get_by_label("修改原因").fill(reason)
        follow(page.get_by_role("button", name="保存并继续编辑"))
    changes = page.locator("#changes").inner_text()
    assert "补记" in changes
    assert "钥匙在村部" in changes
    assert "赵甲子（广坪村村民委员会文书）" in changes


def test_charts_are_drawn(sit_down):
    page = sit_down("office").open("/figures/")
    drawn = page.evaluate(
        "[...document.querySelectorAll('canvas.chart')].map(one => one.getContext('2d')"
        ".getImageData(0, 0, one.width, one.height).data.some(value => value > 0))"
    )
    assert len(drawn) >= 4
    assert all(drawn)


PAGES = {
    "guangping": ["/", "/todo/", "/hollow_houses/hollowhouse/", "/hollow_houses/hollowhouse/add/"],
    "office": [
        "/",
        "/figures/",
        "/figures/?source=live&period=2018Q1",
        "/figure/MARK/hollow_houses.demolished/",
        "/figure/MARK/hollow_houses.floor_area_per_house/",
        "/snapshots/",
        "/snapshots/MARK/",
        "/hollow_houses/",
        "/hollow_houses/hollowhouse/?q=nothing-like-it",
        "/hollow_houses/hollowhouse/1/change/",
        "/housing/approval/",
        "/housing/approval/1/change/",
        "/land/reclaimedlot/add/",
        "/land/quotamovement/",
        "/ledgers/zeroreturn/",
        "/ledgers/standard/",
        "/ledgers/standard/1/change/",
        "/excel/hollow_houses.hollow_house/",
        "/password_change/",
        "/no/such/page/",
        "/people/user/",
    ],
    "county": ["/", "/figures/", "/hollow_houses/hollowhouse/1/change/"],
    "admin": [
        "/",
        "/people/place/",
        "/people/place/add/",
        "/people/post/1/change/",
        "/people/user/",
        "/people/user/add/",
        "/people/user/1/change/",
        "/people/user/1/password/",
        "/people/appointment/add/",
        "/ledgers/standard/add/",
        "/figures/",
    ],
}
# What is not Chinese in China either: names of files and formats, codes, digests, accounts.
FOREIGN = re.compile(
    r"Excel|Cookie|[\w/.]+\.(?:parquet|xlsx|json)|[0-9a-f]{8,}|\b\w+\.[a-z_]+\b|"
    r"\b(?:guangping|office|county|admin|mayor|land|housing_leader|petitions_leader|discipline|nobody)\b"
)
ENGLISH = re.compile(r"[A-Za-z]*[a-z]{3,}[^\n]*")
VISIBLE = """() => {
    document.querySelectorAll('.material-symbols-outlined').forEach(icon => icon.remove());
    const said = [...document.querySelectorAll('[placeholder],[title]')].filter(one => one.offsetParent)
        .flatMap(one => ['placeholder', 'title'].map(name => one.getAttribute(name) || ''));
    return document.title + '\\n' + document.body.innerText + '\\n' + said.join('\\n');
}"""


@pytest.mark.parametrize("username", PAGES)
def test_every_word_on_every_page_is_chinese_and_nothing_leaves_this_machine(
    sit_down, served, username
):
    desk = sit_down(username)
    english = {}
    for path in PAGES[username]:
        page = desk.open(path.replace("MARK", served.mark))
        words = ENGLISH.findall(FOREIGN.sub(" ", page.evaluate(VISIBLE)))
        if words:
            english[path] = words
    assert english == {}
    assert {url for url in desk.asked if not url.startswith((served.base, "data:"))} == set()
    assert not [one for one in desk.complaints if "status of 40" not in one]


def test_the_to_do_list_prints_on_a4_without_what_is_only_for_the_screen(sit_down, tmp_path):
    page = sit_down("office").open("/todo/?scope=all")
    assert page.get_by_role("button", name="打印").is_visible()
    paper = tmp_path / "todo.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert "594.96 x 841.92 pts (A4)" in said_by("pdfinfo", paper)
    text = said_by("pdftotext", "-layout", paper, "-")
    assert "黄盖镇待办清单" in text
    assert "李丁卯（黄盖镇党政办公室主任）" in text
    assert "到期事项" in text
    assert "待核实" in text
    assert not [word for word in ("指标数据", "驻村分片", "打印", "全部") if word in text]


def said_by(*command: object) -> str:
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=True
    ).stdout
