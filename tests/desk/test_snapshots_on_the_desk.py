"""Closed periods on the desk: closing one, what moved since, a damaged file, the summary in Word."""

import json
import re

import pytest

from tests import cast
from tests.desk.conftest import HOUSE, Visitor, serving

ENTER = f"""
from datetime import date
from taizhang.ledgers.actions import save_record
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.acting import act, appointment_of
act(appointment_of("office", date.today()))
usual = {HOUSE!r} | dict(agreement_no="XY", agreement_on="2018-02-01", demolished_on="2018-03-05")
for at, place in enumerate(["{cast.GUANGPING}", "{cast.GUANGPING}", "{cast.HEXING}"]):
    save_record(HollowHouse(number=f"KX-{{at}}", place_id=place, **usual | dict(plot_area=640 + at)))
"""
CORRECT = """
from datetime import date
from taizhang.ledgers.actions import save_record
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.acting import act, appointment_of
act(appointment_of("office", date.today()))
house = HollowHouse.objects.get(number="KX-0")
house.demolished_on = None
save_record(house, "实际没有拆")
"""


@pytest.fixture(scope="module")
def town(example, tmp_path_factory):
    """A small town of its own, served; its first quarter closed on the desk, corrected, and closed again."""
    made = type(example)(tmp_path_factory.mktemp("town"))
    assert made.run("setup").returncode == 0
    made.python(
        "from tests.cast import enter_people, enter_places\nenter_places('owner'); enter_people('owner')"
    )
    made.python(ENTER)
    with serving(made) as base:
        office = Visitor(base, "office")
        close(office)
        made.python(CORRECT)
        close(office)
        yield made, base
    made.server.cleanup()


def close(visitor: Visitor) -> None:
    said = {"period": "2018Q1", "cutoff": "2018-03-26"}
    status, page = visitor.post("/snapshots/close/", said, "/snapshots/")
    assert status == 200
    assert "已封存，封存号" in page.decode()


def marks(visitor: Visitor) -> list[str]:
    """The addresses of all snapshots, newest first."""
    return re.findall(r'href="/snapshots/([0-9a-f]{16})/"', visitor.get("/snapshots/")[1].decode())


@pytest.fixture
def office(town):
    return Visitor(town[1], "office")


def words(page: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def test_the_list_says_who_closed_what_when_and_that_it_is_whole(office):
    page = words(office.get("/snapshots/")[1])
    assert page.count("文汇总（党政办主任）") == 2
    assert page.count("完好") == 2
    assert "第 2 次" in page


def test_a_correction_shows_entry_by_entry_with_the_figures_that_moved(office):
    newest = marks(office)[0]
    page = words(office.get(f"/snapshots/{newest}/adjustments/")[1])
    assert "撤销 拆除空心房 KX-0 广坪村，2018-03-05，1栋" in page
    assert "拆除空心房 黄盖镇 本期数 3 2 栋" in page
    assert "拆除空心房 广坪村 本期数 2 1 栋" in page


def test_the_first_closing_has_nothing_to_be_compared_with(office):
    page = words(office.get(f"/snapshots/{marks(office)[-1]}/adjustments/")[1])
    assert "第一份封存件" in page


def test_a_clerk_reads_of_the_adjustments_of_the_own_village_only(town):
    own, other = Visitor(town[1], "clerk"), Visitor(town[1], "other_clerk")
    newest = marks(own)[0]
    page = words(own.get(f"/snapshots/{newest}/adjustments/")[1])
    assert "KX-0" in page
    assert "黄盖镇" not in page
    assert "KX-0" not in words(other.get(f"/snapshots/{newest}/adjustments/")[1])


def test_a_kept_record_is_read_only_where_it_is_placed_within_reach(town):
    seen = town[0].python(
        "from taizhang.desk.snapshot_rows import rows_then\n"
        "from taizhang.lines.hollow_houses.models import HollowHouse\n"
        "from taizhang.snapshots.store import snapshots\n"
        f"for reach in ('{cast.TOWN}', '{cast.HEXING}'):\n"
        "    rows = rows_then(snapshots()[0], HollowHouse, range(1, 9), reach)\n"
        "    print(sorted(row['number'] for row in rows.values()))"
    )
    assert seen.splitlines() == ["['KX-0', 'KX-1', 'KX-2']", "['KX-2']"]


def test_a_snapshot_of_another_town_is_out_of_reach(town, office):
    outsider, newest = Visitor(town[1], "outsider"), marks(office)[0]
    assert newest not in outsider.get("/snapshots/")[1].decode()
    for path in ("", "adjustments/", "datapackage.json", "summary.docx"):
        status, page = outsider.get(f"/snapshots/{newest}/{path}")
        assert status == 400
        assert b"KX-" not in page
    assert outsider.get(f"/figure/{newest}/hollow_houses.demolished/?place={cast.TOWN}")[0] == 400


def test_both_closings_keep_their_own_figures_and_records(office):
    newest, first = marks(office)
    for mark, value in ((newest, "2"), (first, "3")):
        page = office.get(f"/figure/{mark}/hollow_houses.demolished/")[1].decode()
        assert re.search(r'desk-value">\s*(\d+)', page)[1] == value
        assert page.count('class="desk-record"') == int(value)
    assert "KX-0" in page


@pytest.mark.parametrize("username", ["clerk", "officer", "leader", "county"])
def test_only_the_office_and_the_town_leader_close(town, username):
    visitor = Visitor(town[1], username)
    assert "封存一个期间" not in visitor.get("/snapshots/")[1].decode()
    status, _ = visitor.post("/snapshots/close/", {"period": "2018Q2"}, "/password_change/")
    assert status == 403


@pytest.mark.parametrize("period", ["2018Q5", "", "2099Q1"])
def test_what_cannot_be_closed_is_said_in_a_sentence(office, period):
    before = marks(office)
    _, page = office.post("/snapshots/close/", {"period": period}, "/snapshots/")
    assert "errornote" in page.decode()
    assert marks(office) == before


def test_the_package_is_the_one_that_was_closed(office):
    said = json.loads(office.get(f"/snapshots/{marks(office)[0]}/datapackage.json")[1])
    assert (said["period"], said["number"], said["cutoff"]) == ("2018Q1", 2, "2018-03-26")


def test_the_summary_comes_as_word_and_verifies(served, example, tmp_path):
    status, content = served.visitor("office").get(f"/snapshots/{served.mark}/summary.docx")
    assert status == 200
    path = tmp_path / "总结.docx"
    path.write_bytes(content)
    done = example.run("verify", path)
    assert done.returncode == 0, done.stderr
    assert "0个不一致" in done.stdout


def test_a_flipped_byte_shows_at_once_and_its_figures_are_refused(town, office):
    first = marks(office)[-1]
    journal = town[0].home / "snapshots" / cast.TOWN / "2018Q1" / "1" / "journal.parquet"
    whole = journal.read_bytes()
    journal.chmod(0o644)
    journal.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    try:
        page = words(office.get("/snapshots/")[1])
        assert "损坏" in page
        assert "journal.parquet" in page
        status, page = office.get(f"/figure/{first}/hollow_houses.demolished/")
        assert status == 400
        assert "journal.parquet" in page.decode()
        newest = office.get(f"/figure/{marks(office)[0]}/hollow_houses.demolished/")
        assert newest[0] == 200
    finally:
        journal.write_bytes(whole)


def test_a_closing_whose_package_is_spoilt_does_not_vanish_from_the_list(town, office):
    package = town[0].home / "snapshots" / cast.TOWN / "2018Q1" / "1" / "datapackage.json"
    whole = package.read_bytes()
    package.chmod(0o644)
    package.write_bytes(b"{}")
    try:
        page = words(office.get("/snapshots/")[1])
        assert page.count("文汇总（党政办主任）") == 2
        assert "登记在案" in page
    finally:
        package.write_bytes(whole)
