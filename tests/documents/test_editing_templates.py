"""An office takes a copy of a template and edits that; what came with the product stays as it was."""

import pytest
from click.testing import CliRunner

from taizhang.commands.templates import templates_command
from taizhang.core.finding import Refusal


def run(*arguments):
    return CliRunner().invoke(templates_command, arguments, catch_exceptions=False)


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path))


def test_all_templates_are_listed_with_whose_they_are(template):
    template("land/summary.md", "有。")
    listed = dict(line.split("  ") for line in run().output.splitlines())
    assert listed["summary.md"] == "产品自带"
    assert listed["land/summary.md"].startswith("本单位的：")


def test_a_copy_is_put_where_it_wins(tmp_path):
    assert "已复制到" in run("housing/summary.md").output
    assert (
        (tmp_path / "templates" / "housing" / "summary.md")
        .read_text(encoding="utf-8")
        .startswith("##")
    )


def test_a_copy_is_never_written_over(template):
    template("housing/summary.md", "改过的")
    with pytest.raises(Refusal, match="已经有了"):
        run("housing/summary.md")


def test_a_template_that_does_not_exist_is_refused():
    with pytest.raises(Refusal, match="没有模板“tax/summary.md”"):
        run("tax/summary.md")


def test_what_is_wrong_with_an_edited_template_is_shown(template):
    template("land/summary.md", '{{ figure("land.quota") }}')
    assert "没有代号为“land.quota”的指标" in run().output
