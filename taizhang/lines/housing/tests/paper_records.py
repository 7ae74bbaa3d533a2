"""A case from application to acceptance with every field that a paper shows, for tests to print."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Household, Member
from taizhang.lines.housing.tests.records import FIRST_ID, SECOND_ID, approval, made, saved
from taizhang.lines.housing.tests.visit_records import (
    acceptance,
    drawing,
    plan,
    slogan,
    slogan_item,
    violation,
    visit,
)

PHONE = "13800001234"
APPLIED = {
    "sex": "male",
    "age": 63,
    "phone": PHONE,
    "registered_residence": "黄盖镇广坪村三组",
    "existing_area": "96.00",
    "existing_floor_area": "88.50",
    "existing_title_no": "临集用（1998）示例第12号",
    "disposal": "return",
    "building_type": "relocate",
    "address": "广坪村三组集中建房点12号",
    "east": "村道",
    "south": "水渠",
    "west": "11号户",
    "north": "菜地",
    "height": "7.20",
    "neighbours_consulted": True,
    "reason": "plan",
}
DECIDED = {
    "committed_on": date(2016, 11, 14),
    "build_months": 12,
    "removal_days": 60,
    "discussed_on": date(2016, 11, 15),
    "group_head": "孙丙寅",
    "noticed_on": date(2016, 11, 15),
    "notice_until": date(2016, 11, 22),
    "notice_removed_on": date(2016, 11, 23),
    "village_reviewed_on": date(2016, 11, 23),
    "received_on": date(2016, 11, 24),
    "receipt_no": "黄受〔2016〕示例1号",
    "correction_asked_on": date(2016, 11, 24),
    "correction_items": "缺原宅基地权属证书复印件",
    "accepted_on": date(2016, 11, 28),
    "declined_reason": "申请地块不归本镇受理",
    "refusal_reason": "原宅基地没有退回",
    "permit_no": "乡字第示例0001号",
    "certificate_no": "4306821132016001",
    "certificate_from": date(2016, 12, 9),
    "certificate_until": date(2018, 12, 8),
    "result_noticed_on": date(2016, 12, 12),
    "result_notice_until": date(2016, 12, 19),
    "set_out_on": date(2017, 3, 6),
    "started_on": date(2017, 3, 8),
    "completed_on": date(2017, 8, 31),
    "contractor": "李丁卯（乡村建设工匠）",
}


def case(number: str = "JF1", **changes: object) -> Record:
    """An approved application of a household of two, by the plan of the town and a drawing."""
    of = saved(
        made(
            Household,
            "NH1",
            {"householder": "贾新居", "id_number": FIRST_ID, "since": date(1990, 1, 1)},
        )
    )
    people = [("贾新居", FIRST_ID, "head"), ("林良田", SECOND_ID, "spouse")]
    for turn, (name, id_number, relation) in enumerate(people):
        values = {
            "household": of,
            "name": name,
            "id_number": id_number,
            "relation": relation,
            "since": date(1990, 1, 1),
        }
        saved(made(Member, f"CY{turn}", values))
    references = {"household": of, "plan": saved(plan()), "drawing": saved(drawing())}
    return saved(approval(number, **(APPLIED | DECIDED | references | changes)))


def visited(of: Record) -> Record:
    """The visit on which its plot was marked out."""
    values = {"kind": "setting_out", "on": date(2017, 3, 6), "boundary_east": "村道"}
    return saved(visit(of, **values, longitude="113.512345", latitude="29.712345"))


def check_list() -> None:
    """A slogan of two points that was not held against its source, and one that is over."""
    phrase = saved(slogan(is_sure=False, since=date(2016, 5, 1)))
    for ordinal, text in enumerate(("示例要点甲", "示例要点乙"), 1):
        saved(slogan_item(phrase, f"KH1-{ordinal}", ordinal=ordinal, text=text))
    over = saved(slogan("KH2", phrase="旧口号", since=date(2010, 1, 1), until=date(2015, 1, 1)))
    saved(slogan_item(over, "KH2-1", text="旧要点"))


def accepted(of: Record) -> Record:
    return saved(acceptance(of, old_house="done", handlers="宋量土、甄广平"))


def illegal(**changes: object) -> Record:
    return saved(violation(stop_order_no="黄停〔2018〕示例1号", **changes))
