"""The example town's forms by the real command: filled, verified, refused, in the catalogue and on the to-do list."""

import json
import runpy
import shutil

import pytest
from openpyxl import load_workbook

from tests.home import REPOSITORY

FORM = "hollow_houses"
TITLE = "空心房整治和土地复垦情况季报表"
OF_THE_EXAMPLE = REPOSITORY / "examples" / "huanggai" / "forms"


@pytest.fixture
def compiled(example, tmp_path):
    path = tmp_path / "季报.xlsx"
    done = example.run("compile", "form", FORM, "2018Q1", "-o", path)
    assert done.returncode == 0, done.stderr
    return path


def values(path, sheet):
    return {
        cell.coordinate: cell.value
        for row in load_workbook(path, data_only=True)[sheet]
        for cell in row
    }


def test_the_villages_and_the_total_are_the_published_figures(compiled):
    told = values(compiled, "季报")
    assert [told[f"B{row}"] for row in range(5, 9)] == ["团山社区", "广坪村", "合兴村", "黄盖湖村"]
    assert told["C9"] == sum(told[f"C{row}"] for row in range(5, 9)) == 310
    assert (told["G9"], told["I9"]) == (199800, 300)
    assert (told["B2"], told["F2"]) == ("黄盖镇", "2018年一季度")


def test_a_list_of_records_stands_in_its_rows_and_the_rest_is_empty(example, tmp_path):
    path = tmp_path / "建房点.xlsx"
    done = example.run("compile", "form", "集中建房点情况季报表", "2018Q1", "-o", path, "--json")
    assert json.loads(done.stdout)["differences"] == []
    told = values(path, "建房点")
    assert sorted(told[f"B{row}"] for row in (4, 5)) == ["天鹅集中建房点", "广坪集中建房点"]
    assert (told["B6"], told["D10"], told["E10"]) == (None, 230, "2个")
    assert values(path, "主要数据")["B7"] == 230


def test_it_verifies_until_somebody_changes_a_cell(example, compiled):
    assert example.run("verify", compiled).returncode == 0
    book = load_workbook(compiled)
    book["季报"]["C6"] = 100
    book.save(compiled)
    done = example.run("verify", compiled)
    assert done.returncode == 1
    assert "季报!C6写着100，封存的是96（广坪村2018年一季度拆除空心房）" in done.stdout


@pytest.fixture
def own(example):
    """A form of the office's own beside the example's; gone afterwards."""
    names = ("own.xlsx", "own.toml")
    folder = example.home / "forms"
    for ending in ("xlsx", "toml"):
        shutil.copyfile(OF_THE_EXAMPLE / f"{FORM}.{ending}", folder / f"own.{ending}")
    mapping = folder / "own.toml"
    text = mapping.read_text(encoding="utf-8").replace(f"{FORM}.xlsx", "own.xlsx")
    mapping.write_text(text.replace(TITLE, "自己的表"), encoding="utf-8")
    yield folder
    for name in names:
        (folder / name).unlink()


def test_differences_are_exit_1_in_words_and_as_json(example, own, tmp_path):
    book = load_workbook(own / "own.xlsx")
    book["季报"]["C9"] = "=SUM(C5:C7)"
    book.save(own / "own.xlsx")
    assert example.run("forms", "accept", "own").returncode == 0
    done = example.run("compile", "form", "own", "2018Q1", "-o", tmp_path / "表.xlsx")
    assert done.returncode == 1
    assert "不一致：季报!C9 =SUM(C5:C7) 得192" in done.stdout
    done = example.run("compile", "form", "own", "2018Q1", "-o", tmp_path / "表.xlsx", "--json")
    [one] = json.loads(done.stdout)["differences"]
    assert (one["cell"], one["computed"], one["figure"]) == ("C9", "192", "310")
    assert done.returncode == 1


def test_a_changed_layout_is_exit_1_and_writes_nothing(example, own, tmp_path):
    book = load_workbook(own / "own.xlsx")
    book["季报"]["D4"] = "上期"
    book.save(own / "own.xlsx")
    done = example.run("compile", "form", "own", "2018Q1", "-o", tmp_path / "表.xlsx")
    assert done.returncode == 1
    assert "季报!D4：原来是“上年同期”，现在是“上期”" in done.stderr
    assert not (tmp_path / "表.xlsx").exists()


def test_the_catalogue_names_who_asks_and_what_has_no_basis(example):
    told = example.run("forms").stdout
    assert TITLE in told
    assert "市自然资源部门（示例）" in told
    assert "没有登记依据" in next(one for one in told.splitlines() if "村民建房审批月报" in one)


def test_what_two_forms_of_the_example_ask_for_twice(example):
    told = example.run("forms", "repeated").stdout
    assert (
        f"增减挂钩复垦土地（全镇，本期）：《{TITLE}》I9、《集中建房点情况季报表》主要数据!B5"
        in told
    )


def test_forms_wait_on_the_to_do_list_of_the_office_only(example):
    assert TITLE in example.run("todo").stdout
    assert TITLE not in example.run("todo", user="guangping").stdout


def test_an_unknown_form_or_an_open_period_is_one_sentence(example):
    for words, sentence in (
        (("没有的表", "2018Q1"), "没有叫“没有的表”的报表"),
        ((FORM, "2018Q2"), "还没有封存"),
        (("scattered_approvals", "2018Q1"), "只登记了目录，还没有对照"),
    ):
        done = example.run("compile", "form", *words)
        assert done.returncode == 1
        assert sentence in done.stderr


def test_the_workbooks_are_what_their_script_makes(tmp_path):

    made = runpy.run_path(str(REPOSITORY / "examples" / "huanggai" / "required_forms.py"))
    made["write"](tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (OF_THE_EXAMPLE / path.name).read_bytes()
