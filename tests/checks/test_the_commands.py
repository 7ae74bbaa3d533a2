"""`taizhang check` and `taizhang propose` as a clerk and a script call them."""

import json
import os
import subprocess
import sys

import docx
import pytest

from tests.home import REPOSITORY

WRONG = "全镇耕地7458亩，其中：水田960亩、旱田6518亩。\n"
RIGHT = "全镇耕地7478亩，其中：水田960亩、旱田6518亩。\n"


@pytest.fixture
def run(tmp_path):
    """The command in a home where nothing has been set up: a check of the prose alone needs no database."""

    def start(*arguments):
        environment = {
            **os.environ,
            "TAIZHANG_HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(REPOSITORY),
        }
        command = [sys.executable, "-m", "taizhang.commands.main", *map(str, arguments)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
        )

    return start


@pytest.fixture
def files(tmp_path):
    for name, text in (("错.txt", WRONG), ("对.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_contradiction_ends_with_one_and_says_what(files, run):
    done = run("check", "错.txt")
    assert done.returncode == 1
    assert "〔不可能〕第1行：960亩＋6518亩＝7478亩，与总数“7458亩”相差20亩" in done.stdout
    assert "不可能 3 个" in done.stdout
    assert not (files / "home").exists()


def test_what_agrees_ends_with_zero(files, run):
    done = run("check", "对.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "相符 3 个" in done.stdout


def test_json_is_one_object_a_line_a_file_in_their_order(files, run):
    done = run("check", "--json", "错.txt", "对.txt")
    assert done.returncode == 0
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert [first["relations"][0]["holds"], second["relations"][0]["holds"]] == [False, True]
    assert first["findings"][0]["severity"] == "error"


def test_what_is_over_is_asked_about_by_the_days_of_the_office_too(files, run):
    (files / "说.txt").write_text(
        "关于值班的报告\n2018年6月20日\n当前正值稻虾节，值班2人。\n目前稻虾节期间平稳。\n"
    )
    assert "稻虾节" not in run("check", "说.txt").stdout
    assert not (files / "home").exists()
    own = files / "home" / "templates" / "occasions.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        '[[occasions]]\nname = "稻虾节"\nwords = ["稻虾节"]\ndays = [[2018-06-01, 2018-06-03]]\n'
    )
    done = run("check", "说.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "〔请核实〕“当前正值稻虾节”说的是正在进行，稻虾节是2018年6月1日至2018年6月3日"
        in done.stdout
    )
    assert done.stdout.count("稻虾节是") == 1
    own.write_text("不是toml")
    done = run("check", "说.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "occasions.toml读不出来" in done.stderr


def test_the_margin_and_the_page_are_written(files, run):
    run("check", "错.txt", "-o", "批注.docx")
    assert len(list(docx.Document(str(files / "批注.docx")).comments)) == 1
    run("check", "错.txt", "-o", "结果.html")
    assert "contradiction" in (files / "结果.html").read_text(encoding="utf-8")


CALLS = [
    (["check", "没有.docx"], 1, "没有文件"),
    (["check"], 2, "少写了"),
    (["check", "错.txt", "对.txt", "-o", "a.docx"], 1, "一次只能给一份"),
    (["check", "错.txt", "-o", "a.xlsx"], 1, ".docx 或 .html"),
]


@pytest.mark.parametrize(("call", "code", "words"), CALLS)
def test_a_wrong_call_is_one_sentence(files, run, call, code, words):
    done = run(*call)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_report_is_held_against_a_closed_period(example, tmp_path):
    text = "当前已完成拆除空心房320栋，复垦土地300亩。广坪集中建房点集中建房66栋。\n"
    (tmp_path / "总结.txt").write_text(text, encoding="utf-8")
    done = example.run("check", tmp_path / "总结.txt", "--period", "2018Q1")
    assert done.returncode == 0
    assert "台账里“拆除空心房”是310栋，文中写320栋，相差10栋" in done.stdout
    assert "相符 2 个" in done.stdout


def test_a_report_becomes_a_template_that_compiles_again(example, tmp_path):
    text = "黄盖镇2018年一季度工作总结\n一、工作成效\n1、整治空心房。已完成拆除空心房310栋，来了客人80多位。\n"
    (tmp_path / "总结.txt").write_text(text, encoding="utf-8")
    template = tmp_path / "summary.md"
    done = example.run("propose", tmp_path / "总结.txt", "--period", "2018Q1", "-o", template)
    assert done.returncode == 0, done.stderr
    assert "1个数字换成了占位，1个照旧" in done.stdout
    own = example.home / "templates" / "summary.md"
    own.parent.mkdir(exist_ok=True)
    own.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    try:
        compiled = example.run("compile", "summary", "2018Q1", "-o", tmp_path / "新.docx")
        assert compiled.returncode == 0, compiled.stderr
        words = "".join(p.text for p in docx.Document(str(tmp_path / "新.docx")).paragraphs)
        assert "客人80多位" in words
    finally:
        own.unlink()
    again = example.run("propose", tmp_path / "总结.txt", "--period", "2018Q1", "-o", template)
    assert again.returncode == 1
    assert "已经有了" in again.stderr


def test_what_the_product_writes_reads_back_with_the_same_figures_and_no_contradiction(
    example, tmp_path
):
    summary = tmp_path / "总结.docx"
    example.run("compile", "summary", "2018Q1", "-o", summary)
    (told,) = [
        json.loads(line)
        for line in example.run(
            "check", "--json", "--period", "2018Q1", summary
        ).stdout.splitlines()
    ]
    assert [one for one in told["findings"] if one["severity"] == "error"] == []
    values = {
        (claim["value"], claim["unit"])
        for claim in told["claims"]
        if not isinstance(claim["value"], list)
    }
    for figure in json.loads(example.run("figures", "2018Q1", "--json").stdout):
        if figure["indicator"] in {
            "hollow_houses.demolished",
            "housing.buildings",
            "land.reclaimed",
        }:
            assert (float(figure["value"]), figure["unit"]) in values
