"""Conducting a draw: list, promise, meeting, and what is refused on the way with nothing written."""

from datetime import date

import pytest

from taizhang.core import draw as lots
from taizhang.core import draw_file
from taizhang.core.finding import Refusal
from taizhang.lines.housing.models import Allocation, Draw, Entitlement, drawing
from taizhang.lines.housing.models.drawing import Opened
from taizhang.lines.housing.tests.draw_records import (
    COMMITTED,
    DRAWN,
    ID_NUMBERS,
    LISTED,
    OFFICER,
    altered,
    draw_unit,
    entitlement,
    ready,
)
from taizhang.lines.housing.tests.records import allocation, saved, unit
from taizhang.people.models import Role

SAID = {
    "announced": "305162",
    "announced_how": "掷骰子六次",
    "announced_by": "钱丑、孙寅",
    "supervised_by": "村务监督委员会李卯",
}


@pytest.fixture
def lot(office):
    return ready()


def committed(lot) -> str:
    """A draw brought to its commitment; the secret, as the envelope keeps it."""
    kept = []
    drawing.publish_list(lot, LISTED, OFFICER)
    drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: kept.append(secret))
    return kept[0]


def drawn(lot, **changes) -> str:
    secret = committed(lot)
    drawing.run(lot, Opened(secret, **SAID | changes), DRAWN, OFFICER)
    lot.refresh_from_db()
    return secret


def test_from_the_list_to_the_result(lot):
    secret = drawn(lot)
    rows = Allocation.objects.filter(draw=lot).order_by("number")
    assert [one.number for one in rows] == ["ZG1", "ZG2", "ZG3"]
    assert {one.unit.number for one in rows} == {"GP01-1", "GP01-2", "GP01-3"}
    assert {(one.method, one.allocated_on, one.household_size) for one in rows} == {
        ("draw", DRAWN, 4)
    }
    expected = lots.result(drawing.list_of(lot), secret, "305162")
    assert [(one.number, one.unit.number) for one in rows] == expected
    assert (lot.drawn_on, lot.secret, lot.announced_number) == (DRAWN, secret, "305162")


def test_the_published_file_agrees_and_is_the_same_each_time(lot):
    drawn(lot)
    data = drawing.publication(lot)
    assert draw_file.verify(data) == []
    assert data == drawing.publication(lot)
    whole = draw_file.read(data)
    assert whole["digest"] == lot.result_digest
    assert [one["name"] for one in whole["list"]["households"]] == ["赵*子"] * 3
    assert "430682" not in data.decode()
    assert "赵甲子" not in data.decode()


def test_before_the_meeting_the_secret_is_nowhere(lot):
    secret = committed(lot)
    lot.refresh_from_db()
    assert (lot.secret, lot.commitment) == ("", lots.commitment(secret))
    data = drawing.publication(lot)
    assert secret not in data.decode()
    assert draw_file.verify(data) == []


def test_what_could_not_be_put_on_paper_is_not_promised(lot):
    drawing.publish_list(lot, LISTED, OFFICER)

    def full(draw, secret):
        raise Refusal("磁盘满了。")

    with pytest.raises(Refusal, match="磁盘满了"):
        drawing.commit(lot, COMMITTED, OFFICER, full)
    lot.refresh_from_db()
    assert (lot.commitment, lot.committed_on) == ("", None)


def nothing_written(lot) -> bool:
    lot.refresh_from_db()
    return lot.drawn_on is None and lot.secret == "" and not lot.allocations.exists()


def test_a_secret_that_does_not_match_its_commitment_is_refused_and_nothing_is_written(lot):
    committed(lot)
    with pytest.raises(Refusal, match="密数与 2018-03-02 公布的承诺不符，什么都没有写入"):
        drawing.run(lot, Opened(lots.make_secret(), **SAID), DRAWN, OFFICER)
    assert nothing_written(lot)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"announced": "30516"}, "公开数是 6 至 10 位数字"),
        ({"supervised_by": ""}, "没有填监督人"),
        ({"announced_how": ""}, "怎样产生（）要写明"),
    ],
)
def test_a_meeting_that_lacks_something_writes_nothing(lot, changes, why):
    secret = committed(lot)
    with pytest.raises(Refusal, match=why):
        drawing.run(lot, Opened(secret, **SAID | changes), DRAWN, OFFICER)
    assert nothing_written(lot)


def test_a_draw_before_the_notice_is_over_writes_nothing(lot):
    kept = []
    drawing.publish_list(lot, date(2018, 3, 2), OFFICER)
    drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: kept.append(secret))
    with pytest.raises(Refusal, match="不足 7 天的公示期"):
        drawing.run(lot, Opened(kept[0], **SAID), DRAWN, OFFICER)
    assert nothing_written(lot)


def test_a_draw_is_held_once(lot):
    secret = drawn(lot)
    with pytest.raises(Refusal, match="已于 2018-03-09 抽过签，结果不能再改"):
        drawing.run(lot, Opened(secret, **SAID | {"announced": "111111"}), DRAWN, OFFICER)
    with pytest.raises(Refusal, match="已于 2018-03-02 承诺过"):
        drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: None)
    with pytest.raises(Refusal, match="已于 2018-03-02 承诺，名单不能再改"):
        drawing.publish_list(lot, DRAWN, OFFICER)


def test_the_steps_come_one_after_the_other(lot):
    with pytest.raises(Refusal, match="还没有公布名单"):
        drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: None)
    with pytest.raises(Refusal, match="还没有公布名单"):
        drawing.publication(lot)
    with pytest.raises(Refusal, match="还没有承诺"):
        drawing.run(lot, Opened(lots.make_secret(), **SAID), DRAWN, OFFICER)
    saved(altered(lot, rule_published_on=None))
    with pytest.raises(Refusal, match="现在不能办“公布名单”"):
        drawing.publish_list(lot, LISTED, OFFICER)


def test_a_list_changed_after_it_was_published_must_be_published_again(lot):
    drawing.publish_list(lot, LISTED, OFFICER)
    row = Entitlement.objects.get(number="ZG3")
    saved(altered(row, struck_on=date(2018, 2, 24), struck_reason="另有宅基地"))
    with pytest.raises(Refusal, match="在 2018-02-22 公布以后改过"):
        drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: None)
    listed = drawing.publish_list(lot, date(2018, 2, 25), OFFICER)
    assert [one.number for one in listed.households] == ["ZG1", "ZG2"]
    lot.refresh_from_db()
    assert (lot.list_published_on, lot.list_digest) == (date(2018, 2, 25), listed.digest)


def test_more_households_than_dwellings_is_refused_at_the_list(office):
    with pytest.raises(Refusal, match="有 3 户，这一类的套房只有 2 套"):
        drawing.publish_list(ready(units=2), LISTED, OFFICER)


def test_households_draw_among_the_dwellings_of_their_class(office):
    lot = ready(households=0, units=0)
    block = lot.site.buildings.get()
    for n, (kind, person) in enumerate([("大", 0), ("小", 1), ("大", 2), ("小", 3)]):
        from_list = draw_unit(lot, saved(unit(block, f"GP01-{n}")), f"CF{n}", category=kind)
        saved(from_list)
        saved(
            entitlement(lot.site, f"ZG{n}", draw=lot, id_number=ID_NUMBERS[person], category=kind)
        )
    drawn(lot)
    kinds = dict(lot.units.values_list("unit__number", "category"))
    assert [kinds[one.unit.number] for one in lot.allocations.order_by("number")] == list(
        "大小大小"
    )


def test_a_number_that_is_taken_takes_the_whole_draw_back(lot):
    spare = saved(unit(lot.site.buildings.get(), "GP01-9"))
    saved(allocation(spare, "ZG2", id_number=ID_NUMBERS[4]))
    secret = committed(lot)
    with pytest.raises(Refusal, match="已有这个编号"):
        drawing.run(lot, Opened(secret, **SAID), DRAWN, OFFICER)
    assert nothing_written(lot)


def test_a_dwelling_given_out_meanwhile_takes_the_whole_draw_back(lot):
    secret = committed(lot)
    saved(allocation(lot.units.get(number="CF2").unit, "FF7", id_number=ID_NUMBERS[4]))
    with pytest.raises(Refusal, match="已经分给别的户"):
        drawing.run(lot, Opened(secret, **SAID), DRAWN, OFFICER)
    assert nothing_written(lot)


@pytest.mark.parametrize("username", ["other_clerk", "county", "town_leader", "outsider"])
def test_a_draw_is_not_for_everybody(lot, acting, username):
    acting(username)
    with pytest.raises(Refusal, match=r"您的岗位不能办理|没有编号为“CQ1”的分房抽签"):
        drawing.publish_list(drawing.draw_numbered("CQ1"), LISTED, OFFICER)


def test_a_step_that_is_not_the_roles_to_take_is_refused(lot):
    with pytest.raises(Refusal, match="“公布名单”由村（社区）文书、站所干部、党政办办理"):
        drawing.publish_list(lot, LISTED, Role.TOWN_LEADER)


def test_repeating_leaves_both_on_record(lot):
    secret = drawn(lot)
    first = drawing.publication(lot)
    again = drawing.repeat(lot, "CQ2", "停电，公证人离场", date(2018, 3, 12), OFFICER)
    lot.refresh_from_db()
    assert (lot.voided_on, lot.void_reason) == (date(2018, 3, 12), "停电，公证人离场")
    assert (lot.secret, lot.drawn_on) == (secret, DRAWN)
    assert drawing.publication(lot) == first
    assert {one.withdrawn_on for one in lot.allocations.all()} == {date(2018, 3, 12)}
    assert again.repeats == lot
    saved(altered(again, rule_published_on=date(2018, 3, 12)))
    kept = []
    drawing.publish_list(again, date(2018, 3, 13), OFFICER)
    drawing.commit(again, date(2018, 3, 20), OFFICER, lambda draw, secret: kept.append(secret))
    drawing.run(again, Opened(kept[0], **SAID), date(2018, 3, 22), OFFICER)
    again.refresh_from_db()
    whole = draw_file.read(drawing.publication(again))
    assert whole["list"]["repeats"] == {
        "draw": "CQ1",
        "reason": "停电，公证人离场",
        "digest": lot.result_digest,
    }
    assert Allocation.objects.filter(withdrawn_on__isnull=True).count() == 3
    assert Allocation.objects.count() == 6
    assert Draw.objects.count() == 2


def test_a_draw_whose_houses_are_lived_in_is_not_void(lot):
    drawn(lot)
    saved(altered(lot.allocations.first(), moved_in_on=DRAWN))
    with pytest.raises(Refusal, match="已有 1 户入住，不能作废"):
        drawing.void(lot, "名单有误", date(2018, 3, 12), OFFICER)
    lot.refresh_from_db()
    assert lot.voided_on is None
    assert not lot.allocations.filter(withdrawn_on__isnull=False).exists()


def test_a_void_draw_is_at_its_end(lot):
    secret = committed(lot)
    drawing.void(lot, "信封丢失", date(2018, 3, 5), OFFICER)
    with pytest.raises(Refusal, match="已于 2018-03-05 作废，不能再办"):
        drawing.run(lot, Opened(secret, **SAID), DRAWN, OFFICER)
    with pytest.raises(Refusal, match="要写明意见"):
        drawing.void(ready_too(lot), "", date(2018, 3, 5), OFFICER)


def ready_too(lot):
    return saved(
        Draw(
            number="CQ7",
            place=lot.place,
            site=lot.site,
            title="另一次",
            rule_text="同上",
            rule_published_on=LISTED,
        )
    )
