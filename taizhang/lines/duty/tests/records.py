"""A roster from the first working day after Spring Festival 2018, its days, their logs and a visitor, for tests to change."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.duty.models import DailyLog, Roster, RosterDay, SpecialPeriod, Visit
from tests import cast

FIRST, SECOND, LAST = date(2018, 2, 22), date(2018, 2, 23), date(2018, 2, 24)  # a made-up Saturday
LEADER, OTHER, SUBSTITUTE = "赵甲子", "钱乙丑", "孙丙寅"


def made(model: type[Record], number: str, values: dict[str, object]) -> Record:
    """A record of the town with these values, not saved."""
    return model(**({"number": number, "place_id": cast.TOWN} | values))


def saved(record: Record) -> Record:
    record.save()
    return record


def roster(number: str = "ZB1", **changes: object) -> Record:
    values = {
        "name": "2018年2月党政领导坐班表",
        "since": FIRST,
        "until": LAST,
        "published_on": date(2018, 2, 12),
    }
    return made(Roster, number, values | changes)


def day(of: Record, on: date = FIRST, **changes: object) -> Record:
    values = {
        "roster": of,
        "on": on,
        "leader": LEADER,
        "title": "党委副书记",
        "location": "接访室",
        "hours": "8:30—17:30",
    }
    shift = changes.get("shift", "day")
    return made(RosterDay, f"{of.number}-{on}-{shift}", values | changes)


def log(on: date = FIRST, **changes: object) -> Record:
    values = {
        "on": on,
        "came": "nobody",
        "recorder": "李丁卯",
        "signed_by": LEADER,
        "signed_on": on,
    }
    shift = changes.get("shift", "day")
    return made(DailyLog, f"RZ-{on}-{shift}", values | changes)


def visit(number: str = "JF1", **changes: object) -> Record:
    values = {
        "on": FIRST,
        "visitor": "周戊辰",
        "people": 2,
        "matter": "宅基地边界",
        "receiver": "李丁卯",
        "leader": LEADER,
        "advice": "到场丈量后答复",
        "next_step": "answered",
        "visitor_signed": True,
    }
    return made(Visit, number, values | changes)


def period(number: str = "TH1", **changes: object) -> Record:
    values = {
        "name": "2018年全国两会期间",
        "since": FIRST,
        "until": LAST,
        "second_leader": False,
        "night_shift": False,
    }
    return made(SpecialPeriod, number, values | changes)
