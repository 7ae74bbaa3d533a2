"""What must hold before a period is closed: who closes, up to which day, in what order, with which ledgers in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, QuerySet
from django.db.models.sql import Query

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers, title
from taizhang.ledgers.rules import Rule, rules
from taizhang.people.models import CLOSING_ROLES, TOWN, Place, within
from taizhang.snapshots.models import Closing

SHOWN = 20  # records listed by a refusal; all of them are counted
EVERY_LINE = "*"


@dataclass(frozen=True)
class Closer:
    """Who closes, as the database knows it, and for which place."""

    name: str
    place: Place


def closer(place: str | None) -> Closer:
    """The acting post, if it may close this place (its own if none is named); else a Refusal says who may."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT taizhang_actor(), taizhang_role(), taizhang_reach('ledgers', false), taizhang_lines()"
        )
        name, role, reach, lines = cursor.fetchone()
    if role not in CLOSING_ROLES or EVERY_LINE not in lines:
        raise Refusal("封存由党政办或乡镇主要领导办理，而且要管全部条线；请交党政办封存。")
    code = place or reach
    if not code.startswith(reach):
        raise Refusal(
            f"地区 {code} 不归您的岗位（{reach}），不能封存；请去掉 --place 或换一个地区。"
        )
    found = Place.objects.filter(code=code).first()
    if found is None:
        raise Refusal(f"没有地区代码 {code}，请核对 --place。")
    if len(code) > TOWN:
        raise Refusal(f"封存以乡镇为单位，{found}的数字在乡镇的封存里；请封存 {code[:TOWN]}。")
    return Closer(name, found)


def cutoff_of(period: Period, cutoff: date | None, today: date) -> date:
    """The last day that counts: the period's last, or today if that is earlier, or the day asked for."""
    if period.first > today:
        raise Refusal(f"{period.label}还没有开始，不能封存。")
    day = cutoff or min(period.last, today)
    if day not in period:
        raise Refusal(
            f"统计截止日 {day} 不在{period.label}（{period.first}至{period.last}）以内，请改一个日子。"
        )
    if day > today:
        raise Refusal(f"统计截止日 {day} 还没有到（今天是 {today}），请等那天过后再封存。")
    return day


def in_order(closings: list[Closing], period: Period, cutoff: date) -> None:
    """Closings of a place go forward: what a later one has opened with must not change behind it."""
    later = [row for row in closings if row.period != period.name and row.cutoff > cutoff]
    if later:
        last = max(later, key=lambda row: row.cutoff)
        label = Period.parse(last.period).label
        raise Refusal(
            f"{label}已经封存到 {last.cutoff}，不能再封存截至 {cutoff} 的{period.label}；"
            "补报和更正照常登记，会在下一次封存时列为调整。"
        )


@dataclass(frozen=True)
class Broken:
    """How many records of a ledger break a rule."""

    model: type[Record]
    rule: Rule
    records: int


def closed_there(model: type[Record], place: str) -> "QuerySet[Record]":
    """A ledger's rows at a place that a snapshot keeps: what is in none is told in none."""
    return model._default_manager.filter(within(place), model.closed_rows)


def broken(place: str) -> Iterator[Broken]:
    """Every rule that some record at a place breaks, blocking or only asking; of rows that are closed with the others."""
    for model in ledgers():
        there = closed_there(model, place).order_by()
        apart = {rule: there.filter(rule.broken()) for rule in rules(model)}
        together = {rule: f"rule_{turn}" for turn, rule in enumerate(apart)}
        for rule, records in apart.items():
            if looks_elsewhere(records.query):
                del together[rule]
        # One pass over the ledger for all rules that look at nothing but the record.
        counted = there.aggregate(
            **{name: Count("pk", filter=rule.broken()) for rule, name in together.items()}
        )
        for rule, records in apart.items():
            count = counted[together[rule]] if rule in together else records.count()
            if count:
                yield Broken(model, rule, count)


def looks_elsewhere(query: Query) -> bool:
    """Whether a condition asks for other rows: joined to them, a record would be counted many times."""
    fields = (getattr(join, "join_field", None) for join in query.alias_map.values())
    many = any(field.one_to_many or field.many_to_many for field in fields if field)
    return many or str(query).count("SELECT ") > 1


def questions(place: str) -> list[Broken]:
    """The open questions at a place; a Refusal lists the records that no period may be closed with."""
    found = list(broken(place))
    if errors := [one for one in found if not one.rule.ask]:
        count = sum(one.records for one in errors)
        shown = sentences(place, errors)
        more = f"\n……其余 {count - len(shown)} 处没有列出。" if count > len(shown) else ""
        raise Refusal(
            f"台账里有 {count} 处不合规定，不能封存，请先改正：\n" + "\n".join(shown) + more
        )
    return found


def sentences(place: str, errors: list[Broken]) -> list[str]:
    """The first records, each with its ledger, its number and what is wrong with it."""
    shown: list[str] = []
    for one in errors:
        records = closed_there(one.model, place).order_by("number")
        for record in one.rule.broken_in(records, SHOWN - len(shown)):
            shown.append(f"{title(one.model)} {record.number}：{one.rule.finding(record).message}")
    return shown
