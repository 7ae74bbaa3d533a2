"""The steps of a draw: what waits for a signed paper, what a date alone cannot do, when a notice may come down."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import take_step
from taizhang.ledgers.models import Attachment
from taizhang.lines.housing.models import drawing
from taizhang.lines.housing.tests.draw_records import (
    COMMITTED,
    DRAWN,
    LISTED,
    OFFICER,
    conducted,
    draw,
    ready,
)
from taizhang.lines.housing.tests.records import saved
from taizhang.lines.housing.tests.test_drawing import drawn
from taizhang.lines.housing.workflow.draws import draw as flow
from tests.rule_cases import broken


@pytest.fixture
def lot(office):
    return ready()


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ({"rule_published_on": None}, "公布名单之前要有公布规则"),
        ({"rule_published_on": date(2018, 2, 23)}, "公布名单不早于公布规则"),
        ({"committed_on": date(2018, 2, 21)}, "承诺不早于公布名单"),
        ({"drawn_on": date(2018, 3, 1)}, "抽签不早于承诺"),
        ({"result_posted_on": DRAWN}, "公示结果之前要有签字"),
    ],
)
def test_dates_out_of_order_bar_the_draw(lot, dates, title):
    before = {name: day for name, day in dates.items() if name == "rule_published_on"}
    other = conducted(saved(draw(lot.site, "CQ5", **before)), **dates)
    assert broken(other)[title] == "error"


def test_signing_waits_for_the_scan_of_the_signed_list(lot):
    drawn(lot)
    with pytest.raises(Refusal, match="请把签字盖章的《分房抽签现场签字表》扫描后附在这条记录上"):
        take_step(lot, flow.step("signed"), DRAWN, OFFICER)
    Attachment.objects.create(
        ledger="housing.draw",
        record=lot.pk,
        place=lot.place_id,
        kind="scan",
        name="签字表.pdf",
        sha256="a" * 64,
        size=1,
        paper="分房抽签现场签字表",
    )
    take_step(lot, flow.step("signed"), DRAWN, OFFICER)
    take_step(lot, flow.step("posted"), DRAWN, OFFICER)
    [(step, deadline)] = [one for one in flow.open_steps(lot) if one[1]]
    assert (step.title, deadline.on) == ("撤下公示", date(2018, 3, 16))


@pytest.mark.parametrize("state", ["listed", "committed", "drawn", "voided"])
def test_what_needs_more_than_a_date_is_not_done_by_a_date(lot, state):
    """Not even where a page forgets itself: the database refuses the step with the way to take it."""
    before = {"committed": ["listed"], "drawn": ["listed", "committed"]}.get(state, [])
    if "listed" in before:
        drawing.publish_list(lot, LISTED, OFFICER)
    if "committed" in before:
        drawing.commit(lot, COMMITTED, OFFICER, lambda draw, secret: None)
    lot.refresh_from_db()
    with pytest.raises(Refusal, match="请在“办理抽签”页"):
        take_step(lot, flow.step(state), DRAWN, OFFICER, "试一试")
