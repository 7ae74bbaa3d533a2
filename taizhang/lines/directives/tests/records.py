"""Meetings, tasks, leading groups and standing meetings of the quarter, for tests to change."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.ledgers.actions import attach, save_record
from taizhang.ledgers.derived import work_out
from taizhang.ledgers.record import Record
from taizhang.lines.directives.models import (
    Assembly,
    Attendee,
    Cadence,
    Extension,
    GroupMember,
    LeadingGroup,
    Meeting,
    Progress,
    Publicity,
    Session,
    Task,
    Unit,
    Urging,
)
from tests import cast
from tests.rule_cases import broken

CITY_DAY, TOWN_DAY = date(2018, 2, 28), date(2018, 3, 7)
DUE = date(2018, 3, 21)  # a Wednesday
DOER, OTHER, CLERK = "赵甲子", "钱乙丑", "孙丙寅"
DONE = {"reported_on": date(2018, 3, 19), "reported_by": DOER, "result": "都传达了"}
VERIFIED = DONE | {"verified_on": date(2018, 3, 20), "verified_by": OTHER, "finding": "属实"}
CLOSED = VERIFIED | {"closed_on": date(2018, 3, 21), "closed_by": CLERK, "evidence": "会议记录"}


def made(model: type[Record], number: str, values: dict[str, object]) -> Record:
    """A record with these values, not saved."""
    return model(**({"number": number, "place_id": cast.TOWN} | values))


def saved(record: Record) -> Record:
    """A record in its ledger with what is worked out, past the rules."""
    work_out(record)
    record.save()
    return record


def found(record: Record) -> dict[str, str]:
    """The rules it breaks, worked out as when a person saves it."""
    work_out(record)
    return broken(record)


def unit(number: str = "DW1", **changes: object) -> Record:
    values = {"name": "黄盖司法所", "kind": "station", "since": date(2016, 6, 1)}
    return made(Unit, number, values | changes)


def some_unit() -> Record:
    return Unit.objects.filter(number="DW1").first() or saved(unit())


def meeting(number: str = "HY1", **changes: object) -> Record:
    values = {
        "title": "镇三级干部大会",
        "level": "town",
        "kind": "three_levels",
        "held_on": TOWN_DAY,
    }
    return made(Meeting, number, values | changes)


def city(**changes: object) -> Record:
    values = {"title": "市三级干部大会", "level": "county", "host": "市委", "held_on": CITY_DAY}
    return saved(meeting("HY0", **values | changes))


def relay(of: Record, by: Record, day: date, number: str = "HY9", **changes: object) -> Record:
    values = {"level": "station", "kind": "special", "relayed_from": of, "unit": by, "held_on": day}
    return meeting(number, **values | changes)


def vote(kind: str, **changes: object) -> Record:
    """A village's meeting at which all that is asked for is there."""
    values = {
        "level": "group" if kind == "group" else "village",
        "kind": kind,
        "place_id": cast.GUANGPING,
        "noticed_on": date(2018, 2, 20),
        "expected": 30,
        "present": 20,
        "absent": 10,
        "absence_reason": "外出",
        "agreed": 11,
        "passed": True,
    }
    return meeting("HY5", **values | changes)


def attendee(of: Record, number: str = "QD1", **changes: object) -> Record:
    values = {"meeting": of, "name": DOER, "state": "present"}
    return made(Attendee, number, values | changes)


def assembly(number: str = "ZC1", **changes: object) -> Record:
    values = {
        "place_id": cast.GUANGPING,
        "since": date(2017, 4, 1),
        "until": date(2020, 4, 1),
        "members": 30,
        "representatives": 25,
        "women": 10,
        "households": 300,
    }
    return made(Assembly, number, values | changes)


def task(number: str = "RW1", **changes: object) -> Record:
    values = {
        "title": "传达三级干部会精神",
        "source": "handed",
        "lead_leader": "李丁卯",
        "lead_unit": some_unit(),
        "responsible": DOER,
        "measure": "各单位都开会",
        "deadline": DUE,
        "every": "once",
        "registered_on": TOWN_DAY,
        "noticed_on": TOWN_DAY,
    }
    return made(Task, number, values | changes)


def progress(of: Record, day: date, percent: int = 50, number: str = "JZ1") -> Record:
    values = {"progress_on": day, "percent": percent, "content": "按计划", "told_by": DOER}
    return made(Progress, number, values | {"task": of})


def urging(of: Record, number: str = "CB1", **changes: object) -> Record:
    values = {
        "task": of,
        "urged_on": date(2018, 3, 22),
        "how": "paper",
        "urged_by": CLERK,
        "content": "请抓紧",
        "answer_by": date(2018, 3, 26),
    }
    return made(Urging, number, values | changes)


def extension(of: Record, number: str = "YQ1", **changes: object) -> Record:
    values = {
        "task": of,
        "asked_on": date(2018, 3, 16),
        "asked_by": DOER,
        "until": date(2018, 3, 28),
        "reason": "连日下雨",
    }
    return made(Extension, number, values | changes)


def group(number: str = "XZ1", **changes: object) -> Record:
    values = {
        "name": "规范村民建房领导小组",
        "basis_no": "黄发〔2018〕1号",
        "founded_on": date(2018, 1, 2),
    }
    return made(LeadingGroup, number, values | changes)


def seat(of: Record, number: str = "CY1", **changes: object) -> Record:
    values = {"group": of, "seat": "head", "name": DOER, "since": date(2018, 1, 2)}
    return made(GroupMember, number, values | changes)


def cadence(number: str = "LH1", **changes: object) -> Record:
    values = {"name": "周碰头会", "kind": "huddle", "every": "week", "since": date(2018, 1, 1)}
    return made(Cadence, number, values | changes)


def session(of: Record, number: str = "QC1", **changes: object) -> Record:
    values = {"cadence": of, "begins_on": date(2018, 1, 8), "due_on": date(2018, 1, 12)}
    return made(Session, number, values | changes)


def publicity(number: str = "XC1", **changes: object) -> Record:
    values = {
        "kind": "slogan",
        "subject": "空心房整治",
        "content": "拆旧建新",
        "pieces": 26,
        "put_up_on": date(2018, 1, 16),
    }
    return made(Publicity, number, values | changes)


def with_scan(record: Record, paper: str = "") -> None:
    """A scan kept with a record, of a paper or of something else."""
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-1.4 " + paper.encode())
    attach(record, scan, kind="scan", paper=paper)


def entered(record: Record) -> Record:
    """A record saved by the rules."""
    save_record(record)
    return record
