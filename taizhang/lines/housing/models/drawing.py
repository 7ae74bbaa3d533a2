"""Conducting a draw: each act is one transaction that takes a step of the draw's workflow, or a Refusal and nothing.

Publish the list, commit to a secret, draw. The secret is handed to whoever prints it and is nowhere kept before the
meeting. Voiding and repeating leave what was drawn on record.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import QuerySet

from taizhang.core import draw as lots
from taizhang.core import masking
from taizhang.core.draw import DrawList, Household, Repeated
from taizhang.core.draw import Unit as DrawnUnit
from taizhang.core.draw_file import Meeting, Promise, content, to_bytes
from taizhang.core.finding import Finding, Refusal
from taizhang.ledgers.actions import database_sentence, not_yours, save_record, take_step
from taizhang.ledgers.history import because
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import RulesBroken, broken_rules
from taizhang.ledgers.workflow import Step, workflow
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.draws import Draw, DrawUnit, Entitlement
from taizhang.people.models import Role

Keep = Callable[[Draw, str], None]


@dataclass(frozen=True)
class Opened:
    """What the meeting brings: the secret out of its envelope, the number announced, and who was there."""

    secret: str
    announced: str
    announced_how: str = ""
    announced_by: str = ""
    supervised_by: str = ""


def draw_numbered(number: str) -> Draw:
    """A draw by its number, as far as the acting post can see."""
    found = Draw.objects.filter(number=number).first()
    if found is None:
        known = "、".join(Draw.objects.values_list("number", flat=True)[:10])
        raise Refusal(
            f"没有编号为“{number}”的分房抽签"
            + (f"；已登记的有：{known}。" if known else "，请先在台账“分房抽签”里登记。")
        )
    return found


def entitled(draw: Draw) -> "QuerySet[Entitlement]":
    return draw.entitlements.filter(struck_on__isnull=True)


def list_of(draw: Draw) -> DrawList:
    """The list as it stands in the ledgers now, in the order of its numbers."""
    households = entitled(draw).values_list("number", "householder", "category")
    units = draw.units.filter(struck_on__isnull=True).values_list("unit__number", "category")
    before = draw.repeats
    repeated = (
        Repeated(before.number, draw.repeat_reason, before.result_digest) if before else Repeated()
    )
    return DrawList(
        draw.number,
        draw.title,
        draw.rule_text,
        tuple(
            Household(number, masking.name(name), category)
            for number, name, category in sorted(households)
        ),
        tuple(DrawnUnit(number, category) for number, category in sorted(units)),
        repeated,
    )


@contextmanager
def holding(draw: Draw) -> Iterator[Draw]:
    """The draw's row, locked: whoever comes second waits, and then finds it as the first has left it."""
    with transaction.atomic():
        locked = Draw.objects.select_for_update(no_key=True).filter(pk=draw.pk).first()
        if locked is None:
            raise Refusal(f"您的岗位不能办理{draw}，请交由该村或有权限的岗位办理。")
        if locked.voided_on:
            raise Refusal(f"{draw} 已于 {locked.voided_on} 作废，不能再办；请去办重抽的那一次。")
        yield locked


def step(state: str) -> Step:
    return workflow(Draw).step(state)


def publish_list(draw: Draw, on: date, role: Role) -> DrawList:
    """Put the list's digest on record; done again before the commitment, it replaces the list published before."""
    with holding(draw) as held:
        if held.commitment:
            raise Refusal(f"{draw} 已于 {held.committed_on} 承诺，名单不能再改；要改只能作废重抽。")
        listed = list_of(held)
        fit(listed)
        held.list_digest, held.list_published_on = listed.digest, None
        take_step(held, step("listed"), on, role)
    return listed


def fit(listed: DrawList) -> None:
    faults = listed.faults()
    if faults:
        raise Refusal("".join(faults))


def unchanged(draw: Draw) -> DrawList:
    """The list, refused where it is no longer the one whose digest was published."""
    listed = list_of(draw)
    if listed.digest != draw.list_digest:
        raise Refusal(
            f"{draw} 的名单、房源、名称或规则在 {draw.list_published_on} 公布以后改过，与公布的名单摘要不符；请重新公布名单。"
        )
    return listed


def commit(draw: Draw, on: date, role: Role, keep: Keep) -> str:
    """Make a secret, have it kept on paper by `keep`, and put its digest on record. Returns the digest."""
    with holding(draw) as held:
        if held.commitment:
            raise Refusal(
                f"{draw} 已于 {held.committed_on} 承诺过，密数只在封好的信封里；信封丢了只能作废重抽。"
            )
        if not held.list_digest:
            raise Refusal(f"{draw} 还没有公布名单，请先公布名单再承诺。")
        unchanged(held)
        secret = lots.make_secret()
        held.commitment = lots.commitment(secret)
        take_step(held, step("committed"), on, role)
        keep(held, secret)
    return held.commitment


def run(draw: Draw, opened: Opened, on: date, role: Role) -> list[Finding]:
    """Draw: hold the secret against its commitment, give the dwellings out, put the result on record for good."""
    secret, announced = lots.read_secret(opened.secret), lots.read_announced(opened.announced)
    with holding(draw) as held:
        listed = drawable(held, secret)
        for name in ("announced_how", "announced_by", "supervised_by"):
            setattr(held, name, getattr(opened, name) or getattr(held, name))
        held.secret, held.announced_number = secret, announced
        meeting = Meeting(announced, held.announced_how, on, secret)
        held.result_digest = whole(held, listed, meeting)["digest"]
        give_out(held, lots.result(listed, secret, announced), on)
        questions = take_step(held, step("drawn"), on, role)
        return questions + held_to_rules(held.allocations.all())


def drawable(draw: Draw, secret: str) -> DrawList:
    """The list of a draw that may be drawn with this secret; a refusal says what stands in the way."""
    if draw.drawn_on:
        raise Refusal(
            f"{draw} 已于 {draw.drawn_on} 抽过签，结果不能再改；确有必要重抽的，请作废并写明原因后重抽。"
        )
    if not draw.commitment:
        raise Refusal(f"{draw} 还没有承诺，请先公布名单、承诺，再开会抽签。")
    if lots.commitment(secret) != draw.commitment:
        raise Refusal(
            f"密数与 {draw.committed_on} 公布的承诺不符，什么都没有写入；请核对是不是这次抽签的信封、密数有没有输错。"
        )
    listed = unchanged(draw)
    fit(listed)
    return listed


def give_out(draw: Draw, pairs: list[tuple[str, str]], on: date) -> None:
    """An allocation for every household of the list; its number is the one that the list has."""
    persons = ("number", "householder", "id_number", "household_size")
    of = {row["number"]: row for row in entitled(draw).values(*persons)}
    places = draw.units.values_list("unit__number", "unit_id", "unit__place_id")
    units = {number: (unit, place) for number, unit, place in places}
    made = []
    for household, number in pairs:
        unit, place = units[number]
        made.append(
            Allocation(
                **of[household],
                unit_id=unit,
                place_id=place,
                method=Allocation.Method.DRAW,
                draw_id=draw.pk,
                basis=draw.number,
                allocated_on=on,
            )
        )
    with because(f"抽签：{draw}"):
        added(made)


def added(records: list[Record]) -> None:
    """Many records of one ledger at once; what the database will not have is a Refusal."""
    try:
        type(records[0])._default_manager.bulk_create(records, batch_size=2000)
    except IntegrityError as wrong:
        raise Refusal(database_sentence(records[0], wrong)) from wrong
    except ProgrammingError as wrong:
        raise Refusal(not_yours(records[0], wrong)) from wrong


def held_to_rules(records: "QuerySet[Record]") -> list[Finding]:
    """The questions that the rules ask of these records; a broken rule is a Refusal."""
    with connection.cursor() as cursor:
        # The planner takes rows of this very transaction for a handful, and would read them all once for each.
        cursor.execute("SET LOCAL enable_nestloop = off")
    findings = [finding for _, finding in broken_rules(records)]
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise RulesBroken(errors)
    return findings


def void(draw: Draw, reason: str, on: date, role: Role) -> None:
    """Declare a draw void and take its dwellings back; everything drawn stays on record."""
    with holding(draw) as held, because(f"抽签作废：{reason}"):
        standing = held.allocations.filter(withdrawn_on__isnull=True)
        lived_in = standing.filter(moved_in_on__isnull=False, moved_out_on__isnull=True).count()
        if lived_in:
            raise Refusal(
                f"{draw} 抽出的房已有 {lived_in} 户入住，不能作废；请先与住户协商，登记搬出日期。"
            )
        standing.update(withdrawn_on=on)
        held.void_reason = reason
        take_step(held, step("voided"), on, role, reason)


def repeat(draw: Draw, number: str, reason: str, on: date, role: Role) -> Draw:
    """Another draw over the same list, naming this one and the reason; this one is void and stays on record."""
    with transaction.atomic():
        if draw.voided_on is None:
            void(draw, reason, on, role)
        again = Draw(
            number=number,
            place=draw.place,
            site=draw.site,
            title=draw.title,
            rule_text=draw.rule_text,
            meeting_place=draw.meeting_place,
            repeats_id=draw.pk,
            repeat_reason=reason,
        )
        save_record(again, f"重抽{draw}：{reason}")
        with because(f"重抽{draw}：{reason}"):
            copies(entitled(draw), again)
            copies(draw.units.filter(struck_on__isnull=True), again)
        held_to_rules(DrawUnit.objects.filter(draw=again))
    return again


def copies(records: "QuerySet[Record]", draw: Draw) -> None:
    """The same rows in another draw, under numbers of its own."""
    rows = list(records.order_by("number"))
    for at, row in enumerate(rows, start=1):
        row.pk, row._state.adding = None, True
        row.draw, row.number = draw, f"{draw.number}-{at:0{len(str(len(rows)))}}"
    if rows:
        added(rows)


def publication(draw: Draw) -> bytes:
    """The published file as it stands: list and commitment before the meeting, everything after it."""
    if not draw.list_digest or not draw.list_published_on:
        raise Refusal(f"{draw} 还没有公布名单，没有可以公布的文件；请先公布名单。")
    meeting = (
        Meeting(draw.announced_number, draw.announced_how, draw.drawn_on, draw.secret)
        if draw.drawn_on
        else None
    )
    made = whole(draw, unchanged(draw), meeting)
    if meeting and made["digest"] != draw.result_digest:
        raise Refusal(f"{draw} 的公布文件与抽签时登记的结果摘要不符，请找抽签当天保存的文件。")
    return to_bytes(made)


def whole(draw: Draw, listed: DrawList, meeting: Meeting | None) -> dict[str, object]:
    promise = Promise(draw.commitment, draw.committed_on, draw.meeting_on)
    return content(listed, draw.list_published_on, promise, meeting)
