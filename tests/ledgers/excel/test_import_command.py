"""`taizhang import`, `export` and `form` as somebody at a command line meets them: words, exit codes, files."""

import json

import pytest
from openpyxl import load_workbook

from tests.ledgers.excel.sheets import house, houses, write

LEDGER = "hollow_houses.hollow_house"
COUNT = "SELECT count(*) FROM hollow_houses_hollowhouse"


@pytest.fixture
def town(installation):
    """An installation whose ledger of houses is empty."""
    with installation.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM hollow_houses_hollowhouse")
    return installation


def records(town):
    with town.connect() as owner:
        return owner.execute(COUNT).fetchone()[0]


def test_a_good_file_is_imported_and_counted(town, tmp_path):
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", houses(5)))
    assert (done.returncode, done.stderr) == (0, "")
    assert "《空心房》工作表“空心房”共 5 行：新增 5，修改 0，相同 0，有错 0。" in done.stdout
    assert "已导入 5 条。" in done.stdout
    assert records(town) == 5
    again = town.run("import", "空心房", tmp_path / "a.xlsx")
    assert "相同 5" in again.stdout
    assert "台账里已经都有了，没有改动。" in again.stdout


def test_a_trial_writes_nothing_and_says_so(town, tmp_path):
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", houses(5)), "--dry-run")
    assert done.returncode == 0
    assert "这是试算，什么都没有写入。" in done.stdout
    assert records(town) == 0


def test_a_wrong_row_is_told_with_its_place_and_a_marked_copy(town, tmp_path):
    rows = [house(1), house(2, 摸底日期="2018-02-30")]
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", rows))
    assert done.returncode == 1
    assert "工作表“空心房”第 3 行 K3“摸底日期”：“2018-02-30”没有这一天" in done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith("文件“a.xlsx”有 1 行有错，什么都没有写入，错处标在“a-问题.xlsx”里")
    assert "Traceback" not in done.stderr
    assert load_workbook(tmp_path / "a-问题.xlsx").active["K3"].comment
    assert records(town) == 0


def test_good_rows_alone_are_imported_by_choice_and_the_exit_still_says_wrong(town, tmp_path):
    rows = [house(1), house(2, 摸底日期="2018-02-30")]
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", rows), "--good-rows")
    assert done.returncode == 1
    assert "其余 1 行已导入" in done.stderr
    assert records(town) == 1


def test_many_mistakes_are_shown_in_part_and_summed_up_by_kind(town, tmp_path):
    rows = [house(n, 摸底日期="2018.1.8") for n in range(1, 61)]
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", rows))
    assert done.stderr.count("请改成日期") == 20
    assert "只列出前 20 处；按种类：日期写成了文字 60 处。" in done.stderr


def test_json_is_one_object_with_every_finding(town, tmp_path):
    rows = [house(1), house(2, 类别="空"), house(3, 建筑面积=480)]
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", rows), "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    counted = {key: told[key] for key in ("rows", "new", "changed", "same", "wrong", "written")}
    assert counted == {"rows": 3, "new": 2, "changed": 0, "same": 0, "wrong": 1, "written": False}
    assert [(one["severity"], one["row"], one["cell"]) for one in told["findings"]] == [
        ("error", 3, "E3"),
        ("ask", 4, "H4"),
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((LEDGER, "没有的.xlsx"), "没有文件“没有的.xlsx”"),
        (("hollow_houses.houses", "没有的.xlsx"), "没有叫“hollow_houses.houses”的台账"),
    ],
)
def test_a_refusal_is_one_sentence_on_standard_error(town, arguments, says):
    done = town.run("import", *arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert says in done.stderr


def test_a_wrong_call_exits_with_2(town):
    assert town.run("import", LEDGER).returncode == 2


def test_a_clerk_imports_her_village_and_no_other(town, tmp_path):
    rows = [house(1), house(2, **{"村（社区）": "合兴村"})]
    done = town.run("import", LEDGER, write(tmp_path / "a.xlsx", rows), user="clerk")
    assert done.returncode == 1
    assert "“合兴村”不在您的填报范围内" in done.stderr
    assert records(town) == 0


def test_a_form_and_an_export_are_written_where_asked(town, tmp_path):
    town.run("import", LEDGER, write(tmp_path / "a.xlsx", houses(3)))
    form, export = tmp_path / "空表.xlsx", tmp_path / "导出.xlsx"
    assert town.run("form", LEDGER, "-o", form).returncode == 0
    done = town.run("export", LEDGER, "-o", export)
    assert f"《空心房》3 条，已写到 {export}。" in done.stdout
    assert "相同 3" in town.run("import", LEDGER, export).stdout
