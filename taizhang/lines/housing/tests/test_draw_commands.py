"""`taizhang draw` as an office runs it: list, commit, run, file, repeat, and verify where there is no database."""

import json
import re
import subprocess
import sys
from datetime import date
from itertools import count
from pathlib import Path

import docx
import pytest

from taizhang.core import draw as lots
from taizhang.core import draw_file
from tests.home import REPOSITORY

NUMBERS = count(1)
MAKE = (
    "from datetime import date\n"
    "from taizhang.people.acting import act, appointment_of\n"
    "from taizhang.lines.housing.tests.draw_records import ready\n"
    "act(appointment_of('office', date(2018, 3, 26)))\n"
    "ready(name={name!r})"
)
SAID = (
    "--announced",
    "305162",
    "--how",
    "掷骰子六次",
    "--announced-by",
    "钱丑",
    "--supervised-by",
    "李卯",
)


@pytest.fixture
def number(installation) -> str:
    """The number of a new draw whose rule is published."""
    name = f"令{next(NUMBERS)}-"
    installation.python(MAKE.format(name=name))
    return f"{name}CQ1"


def done(ran) -> str:
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def committed(installation, number, folder) -> tuple[Path, str]:
    """The paper for the envelope, and the secret that is printed on it."""
    done(installation.run("draw", "list", number, "--on", "2018-02-22", "-o", folder / "list.json"))
    paper = folder / "secret.docx"
    done(installation.run("draw", "commit", number, "--on", "2018-03-02", "-o", paper))
    text = "\n".join(one.text for one in docx.Document(str(paper)).paragraphs)
    return paper, re.search(r"密数：([\w-]+)", text)[1]


def run(installation, number, secret, *more):
    return installation.run(
        "draw", "run", number, "--on", "2018-03-09", "--secret", secret, *SAID, *more
    )


def stored(installation, number) -> dict[str, object]:
    """The draw's row as the database has it, and how many dwellings it gave out."""
    with installation.connect() as owner:
        (row,) = owner.execute(
            "SELECT to_jsonb(d) || jsonb_build_object('given', (SELECT count(*) FROM housing_allocation"
            " WHERE draw_id = d.id)) FROM housing_draw d WHERE number = %s",
            [number],
        ).fetchone()
    return row


def one_sentence(ran) -> str:
    """What a refused command said: one line, no traceback, exit 1."""
    assert ran.returncode == 1
    [line] = ran.stderr.strip().splitlines()
    return line


def test_from_the_list_to_the_published_file(installation, number, tmp_path):
    paper, secret = committed(installation, number, tmp_path)
    assert paper.stat().st_mode & 0o077 == 0
    before = stored(installation, number)
    assert (before["secret"], before["commitment"]) == (
        "",
        lots.commitment(lots.read_secret(secret)),
    )
    published = tmp_path / "result.json"
    said = done(run(installation, number, secret, "-o", published))
    assert "3 户分得套房" in said
    assert stored(installation, number)["result_digest"] in said
    again = tmp_path / "again.json"
    done(installation.run("draw", "file", number, "-o", again))
    assert again.read_bytes() == published.read_bytes()
    told = done(installation.run("draw", "verify", published))
    assert "全部相符" in told
    assert secret in told
    assert "还没有抽签" in done(installation.run("draw", "verify", tmp_path / "list.json"))


def test_the_secret_is_nowhere_but_on_the_paper(installation, number, tmp_path):
    """Neither in the database nor in its history nor in any file of the data folder."""
    _, secret = committed(installation, number, tmp_path)
    plain = lots.read_secret(secret)
    with installation.connect() as owner:
        (rows,) = owner.execute("SELECT string_agg(row::text, '') FROM ledgers_history").fetchone()
    assert plain not in rows
    assert secret not in rows
    files = [one for one in installation.home.rglob("*") if one.is_file()]
    for one in files:
        content = one.read_bytes()
        assert plain.encode() not in content, one
        assert secret.encode() not in content, one


def test_a_secret_that_does_not_match_writes_nothing(installation, number, tmp_path):
    committed(installation, number, tmp_path)
    published = tmp_path / "result.json"
    ran = run(installation, number, lots.grouped(lots.make_secret()), "-o", published)
    assert "密数与 2018-03-02 公布的承诺不符，什么都没有写入" in one_sentence(ran)
    assert not published.exists()
    row = stored(installation, number)
    assert (row["drawn_on"], row["secret"], row["given"]) == (None, "", 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draw", "run", "{}", "--secret", "ABC", *SAID], "密数是 28 个字母和数字"),
        (["draw", "run", "{}", "--secret", "A" * 28, *SAID], "还没有承诺"),
        (["draw", "list", "没有这个"], "没有编号为“没有这个”的分房抽签"),
        (["draw", "list", "{}", "--on", "2999-01-01"], "办理日期 2999-01-01 还没有到"),
        (["draw", "commit", "{}"], "还没有公布名单"),
        (["draw", "file", "{}"], "还没有公布名单"),
        (["draw", "verify", "没有.json"], "文件没有.json打不开"),
        (["draw", "void", "{}", "--reason", "测试"], "作废日期"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(installation, number, arguments, said):
    if said == "作废日期":
        assert done(installation.run(*[one.format(number) for one in arguments]))
        said = "作废，不能再办"
    assert said in one_sentence(installation.run(*[one.format(number) for one in arguments]))


def test_a_paper_that_cannot_be_written_leaves_no_promise(installation, number, tmp_path):
    done(installation.run("draw", "list", number, "--on", "2018-02-22", "-o", tmp_path / "a.json"))
    there = tmp_path / "there.docx"
    there.write_text("x")
    for path, why in ((there, "已经有了，没有承诺"), (tmp_path / "no" / "x.docx", "没有写成文件")):
        ran = installation.run("draw", "commit", number, "--on", "2018-03-02", "-o", path)
        assert why in one_sentence(ran)
    assert stored(installation, number)["commitment"] == ""
    assert there.read_text() == "x"


def test_repeating_leaves_both_on_record(installation, number, tmp_path):
    _, secret = committed(installation, number, tmp_path)
    done(run(installation, number, secret, "-o", tmp_path / "first.json"))
    again = f"{number}重"
    said = done(
        installation.run(
            "draw", "repeat", number, "--as", again, "--reason", "公证人离场", "--on", "2018-03-12"
        )
    )
    assert "两次都留在记录里" in said
    old, new = stored(installation, number), stored(installation, again)
    assert (old["voided_on"], old["given"]) == ("2018-03-12", 3)
    assert (new["repeats_id"], new["repeat_reason"]) == (old["id"], "公证人离场")
    done(installation.run("draw", "file", number, "-o", tmp_path / "later.json"))
    assert (tmp_path / "later.json").read_bytes() == (tmp_path / "first.json").read_bytes()


def test_two_officers_who_draw_in_the_same_second(installation, number, tmp_path):
    """Both wait at the draw's row until it is let go; then one draws, and the other is told so."""
    _, secret = committed(installation, number, tmp_path)
    with installation.connect() as owner:
        owner.execute("SELECT 1 FROM housing_draw WHERE number = %s FOR UPDATE", [number])
        both = [
            installation.start(
                "draw", "run", number, "--on", "2018-03-09", "--secret", secret, *SAID,
                "-o", tmp_path / f"{user}.json", user=user,
            )
            for user in ("officer", "office")
        ]  # fmt: skip
        assert waiting(installation, 2)
        owner.rollback()
    said = [(one.communicate(timeout=120), one.returncode) for one in both]
    assert sorted(code for _, code in said) == [0, 1]
    ((_, refusal),) = [texts for texts, code in said if code == 1]
    assert "已于 2018-03-09 抽过签，结果不能再改" in refusal
    assert stored(installation, number)["given"] == 3
    (file,) = tmp_path.glob("offic*.json")
    assert "全部相符" in done(installation.run("draw", "verify", file))


def waiting(installation, many: int) -> bool:
    """Whether so many commands are held up at a row, looked at until they are."""
    with installation.connect() as watcher:
        watcher.autocommit = True
        for _ in range(600):
            (held,) = watcher.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                " AND query LIKE '%housing_draw%'"
            ).fetchone()
            if held >= many:
                return True
            watcher.execute("SELECT pg_sleep(0.1)")
    return False


def published_file(path: Path) -> dict[str, object]:
    secret = "ABCD2345EFGH6789JKLMNPQRSTUV"  # noqa: S105 - a made-up one
    listed = lots.DrawList(
        "CQ1",
        "示例",
        "每户一套",
        (lots.Household("ZG1", "赵*子"), lots.Household("ZG2", "钱*")),
        (lots.Unit("1"), lots.Unit("2")),
    )
    whole = draw_file.content(
        listed,
        date(2018, 2, 22),
        draw_file.Promise(lots.commitment(secret), date(2018, 3, 2), date(2018, 3, 9)),
        draw_file.Meeting("305162", "掷骰子", date(2018, 3, 9), secret),
    )
    path.write_bytes(draw_file.to_bytes(whole))
    return whole


def verify_at_home(home: Path, path: Path) -> "subprocess.CompletedProcess[str]":
    """`taizhang draw verify` in a home where nothing was ever set up, with no server to be found."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "TAIZHANG_HOME": str(home),
        "PYTHONPATH": str(REPOSITORY),
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    }
    command = [sys.executable, "-m", "taizhang.commands.main", "draw", "verify", str(path)]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_a_villager_verifies_without_a_database(tmp_path):
    path = tmp_path / "published.json"
    whole = published_file(path)
    assert "全部相符" in done(verify_at_home(tmp_path / "home", path))
    rows = whole["result"]
    rows[0]["unit"], rows[1]["unit"] = rows[1]["unit"], rows[0]["unit"]
    path.write_text(json.dumps(whole, ensure_ascii=False))
    ran = verify_at_home(tmp_path / "home", path)
    assert ran.returncode == 1
    assert "结果有 2 行与重算的不同" in ran.stdout
    assert "有 2 处不符" in ran.stderr
    path.write_text("不是")
    assert "这不是抽签公布文件" in one_sentence(verify_at_home(tmp_path / "home", path))


def test_thirty_lines_of_python_from_the_handbook_come_to_the_same(tmp_path):
    """The handbook's own program, run as a villager would, knows nothing of this product."""
    text = (REPOSITORY / "docs/lines/housing-sites-and-draws.md").read_text()
    (program,) = re.findall(r"^```python\n(.*?)^```", text, re.S | re.M)
    path = tmp_path / "published.json"
    whole = published_file(path)
    ran = subprocess.run(
        [sys.executable, "-I", "-c", program, str(path)], capture_output=True, text=True
    )
    assert ran.stdout == "全部相符：2 户\n", ran.stderr
    rows = whole["result"]
    rows[0]["unit"], rows[1]["unit"] = rows[1]["unit"], rows[0]["unit"]
    path.write_text(json.dumps(whole, ensure_ascii=False))
    ran = subprocess.run(
        [sys.executable, "-I", "-c", program, str(path)], capture_output=True, text=True
    )
    assert ran.returncode == 1
