"""A report checked in a real browser: pasted, coloured, a remark that leads to its number, and a download out of the page itself."""

import os
import zipfile
from pathlib import Path

from tests.desk import test_in_a_browser as desk

pytestmark = desk.pytestmark
browser_type_launch_args = desk.browser_type_launch_args
browser_context_args = desk.browser_context_args
sit_down = desk.sit_down
REPORT = """黄盖镇2018年第一季度工作总结
2018年3月26日
全镇耕地7458亩，其中水田960亩、旱田6518亩。一季度拆除空心房312栋，复垦土地300亩，用于集中建房230亩，净增耕地70亩。
排查隐患45处，整改到位43处，整改率95.6%。"""


def test_a_pasted_report_is_coloured_and_its_margin_downloaded(sit_down, tmp_path):
    sat = sit_down("office")
    page = sat.open("/check/")
    page.get_by_label("或者粘贴文字").fill(REPORT)
    page.get_by_label("和台账核对").select_option(index=1)
    desk.follow(page.get_by_role("button", name="核对"))
    assert page.locator("mark.contradiction").first.inner_text() != ""
    assert "相差20亩" in page.inner_text(".desk-checked ol")
    assert page.locator(".desk-report mark", has_text="312栋").get_attribute("title") == "请核实"
    page.locator(".desk-checked ol a").first.click()
    assert page.evaluate("document.querySelector('mark:target').innerText") == "7458亩"
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载带批注的 Word").click()
    saved = tmp_path / "marked.docx"
    waiting.value.save_as(saved)
    with zipfile.ZipFile(saved) as package:
        assert "相差20亩" in package.read("word/comments.xml").decode()
    if os.environ.get("PICTURES"):
        page.screenshot(path=Path(os.environ["PICTURES"]) / "check.png", full_page=True)
    assert [one for one in sat.asked if not one.startswith((sat.base, "data:"))] == []
    assert sat.complaints == []
