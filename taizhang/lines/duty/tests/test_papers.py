"""The papers of duty, printed and read back."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from taizhang.documents.files import word_bytes
from taizhang.documents.printing import print_paper
from taizhang.ledgers import mentions
from taizhang.ledgers.record import Record
from taizhang.lines.duty.models import Visit
from taizhang.lines.duty.tests.records import (
    FIRST,
    LAST,
    LEADER,
    OTHER,
    SECOND,
    SUBSTITUTE,
    day,
    log,
    period,
    roster,
    saved,
    visit,
)
from tests.documents.printed import everything, text

TODAY = date(2018, 3, 26)
SUBSTITUTED = {
    "substitute": SUBSTITUTE,
    "substitute_title": "副镇长",
    "substitute_reason": "到市里开会",
}


@pytest.fixture
def of(office, monkeypatch) -> Record:
    """Without the ledger of petitions, which is another line's. Three days: visitors and signed; signed by the wrong one; nothing. And a log of a night nobody was rostered for."""
    monkeypatch.setattr(mentions, "installed", lambda name: None)
    of = saved(roster(phone="0730-3761234"))
    saved(day(of, FIRST, **SUBSTITUTED))
    saved(day(of, SECOND))
    saved(day(of, LAST))
    saved(log(FIRST, came="visitors", batches=2, people=4, signed_by=SUBSTITUTE))
    saved(visit("JF1"))
    saved(visit("JF2", next_step="registered", petition_no="XF2018001", visitor=""))
    saved(visit("JF3", next_step="registered", on=SECOND))
    saved(log(SECOND, signed_by=OTHER))
    saved(log(LAST, shift="night", signed_by="", signed_on=None))
    return of


def printed(name, record):
    """The paper as a file that is opened again."""
    record.refresh_from_db()
    return Document(BytesIO(word_bytes(print_paper(f"duty.{name}", record, TODAY))))


def table(document, n=0):
    return [[cell.text for cell in row.cells] for row in document.tables[n].rows]


def test_the_roster_says_who_sits_in_after_all(of):
    document = printed("roster_table", of)
    first, second, *_ = table(document)[1:]
    assert first[:4] == ["2018年2月22日", "白天", f"{SUBSTITUTE}（替{LEADER}）", "副镇长"]
    assert second[2:4] == [LEADER, "党委副书记"]
    assert "0730-3761234" in everything(document)


def test_the_reconciliation_says_of_each_shift_what_does_not_agree(of):
    rows = {(row[0]): row[1:] for row in table(printed("reconciliation", of))[1:]}
    assert rows["2018年2月22日\n白天"][3:] == ["2", "2", "1", "相符"]
    assert rows["2018年2月23日\n白天"][-1] == (
        f"签字的不是{LEADER}；日志0批，登记1批；1批要登记为信访件，没有编号"
    )
    assert rows["2018年2月24日\n白天"][3:] == ["—", "0", "0", "没有日志"]
    assert rows["2018年2月24日\n夜间"][-1] == "没有坐班安排；没有签字"


def test_the_reconciliation_names_a_number_that_is_not_in_sight(of, monkeypatch):
    monkeypatch.setattr(mentions, "installed", lambda name: Visit)
    rows = table(printed("reconciliation", of))[1:]
    assert rows[0][-1] == "信访编号XF2018001查不到"


def test_the_log_sheet_lists_the_visits_of_the_day_and_leaves_room_to_sign(of):
    document = printed("daily_log_sheet", log_of(FIRST))
    told = everything(document)
    assert f"{SUBSTITUTE}（替{LEADER}，到市里开会）" in told
    assert table(document, 1)[2][:3] == ["2", "（不愿留名）", "2"]
    assert "坐班领导签字" in told


def test_a_day_without_visitors_has_a_sheet_to_sign(of):
    told = everything(printed("daily_log_sheet", saved(log(LAST))))
    assert "当日无来访" in told
    assert "坐班领导签字" in told
    assert "反映事项" not in told


def log_of(on):
    return log(on)._meta.model.objects.get(on=on, shift="day")


def test_the_visitors_sheet_has_no_number_of_a_person(of):
    document = printed(
        "visit_sheet", visit("JF9", **{"address": "合兴村3组"}) and saved(visit("JF9"))
    )
    told = everything(document)
    assert "来访人签名" in told
    assert "身份证" not in told
    assert "电话" not in told


def test_a_special_period_lists_who_sits_in_by_day(of):
    document = printed("special_roster", saved(period()))
    assert [row[0] for row in table(document)[1:]] == [
        "2018年2月22日",
        "2018年2月23日",
        "2018年2月24日",
    ]
    assert "随到随登记" in text(document)


def test_without_open_cases_the_list_says_so(of):
    assert "没有时限在走的未办结事项" in text(printed("open_case_list", saved(period())))
