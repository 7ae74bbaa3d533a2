"""Whatever a town's ledgers hold: the figures of the closed period are those that were live, and add up."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.core.period import Period
from taizhang.indicators.figures import figures, trace
from taizhang.indicators.live import LiveSource
from taizhang.ledgers.models import ZeroReturn
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.lines.land.models import Project, ReclaimedLot
from taizhang.snapshots.closing import close
from taizhang.snapshots.source import SnapshotSource
from taizhang.snapshots.store import open_snapshot
from tests.engines import needs_spark
from tests.snapshots.towns import house, lot, new_town

PERIOD = Period.parse("2018Q1")
TODAY = date(2018, 6, 30)
BREAKDOWNS = (None, "place", "month", "item")

places = st.integers(0, 4)  # of a town's five: itself, three villages, a group below the first
days = st.dates(date(2017, 11, 1), date(2018, 4, 30))
pauses = st.integers(0, 60).map(timedelta)
areas = st.decimals("5", "99999999", places=2)
cutoffs = st.dates(PERIOD.first, PERIOD.last)


@st.composite
def houses(draw):
    """The dates of a house in order, as far as it has come, and its areas."""
    surveyed = draw(days)
    agreed = surveyed + draw(pauses)
    gone = agreed + draw(pauses)
    measured = gone + draw(pauses)
    steps = draw(st.integers(0, 3))
    dates = dict(
        zip(
            ("agreement_on", "demolished_on", "resurveyed_on"),
            (agreed, gone, measured),
            strict=True,
        )
    )
    fields = dict(list(dates.items())[:steps])
    fields |= {"floor_area": draw(areas), "category": draw(st.sampled_from(["idle", "surplus"]))}
    if steps == 3:
        fields["resurveyed_area"] = draw(areas)
    return draw(places), surveyed, fields


lots = st.tuples(places, days, areas)
returns = st.tuples(st.integers(1, 3), st.sampled_from(["2018Q1", "2018-01", "2018"]))
towns = st.tuples(
    st.lists(houses(), max_size=8), st.lists(lots, max_size=5), st.lists(returns, max_size=2)
)


def enter(town, ledgers):
    """Through the ORM, as the office: the ledgers' own triggers and policies take part."""
    some_houses, some_lots, some_returns = ledgers
    HollowHouse.objects.bulk_create(
        house(town.places[at], f"KX-{number}", surveyed, base_area=Decimal(4), **fields)
        for number, (at, surveyed, fields) in enumerate(some_houses)
    )
    project = Project.objects.create(
        place_id=town.code,
        number="XM-1",
        name="项目",
        document_no="文",
        approved_area=Decimal(1000),
        approved_on=date(2017, 1, 1),
        ends_on=date(2020, 1, 1),
    )
    ReclaimedLot.objects.bulk_create(
        lot(project, town.places[at], f"FK-{number}", day, area)
        for number, (at, day, area) in enumerate(some_lots)
    )
    ZeroReturn.objects.bulk_create(
        ZeroReturn(
            place_id=town.places[at],
            number=f"LB-{number}",
            ledger="hollow_houses.hollow_house",
            period=period,
            reported_on=TODAY,
        )
        for number, (at, period) in enumerate(some_returns)
    )


def told(source, **asked):
    """Every figure of a source as text, with all that it says."""
    return {
        (one.indicator, one.key): (
            str(one.value),
            one.records,
            *map(str, (one.opening, one.inflow, one.outflow, one.closing)),
            one.gaps,
        )
        for one in figures(source, PERIOD, **asked)
    }


def adds_up(source, town):
    """Opening and flow make closing everywhere; villages and months make the whole."""
    additive = {name for name, one in source.definitions.items() if one.kind == "additive"}
    whole = {one.indicator: one for one in figures(source, PERIOD) if one.indicator in additive}
    for by in BREAKDOWNS:
        for one in figures(source, PERIOD, by=by):
            assert one.opening + one.inflow + one.outflow == one.closing
    for show in ("flow", "stock"):
        total = {one.indicator: one.value for one in figures(source, PERIOD, show=show)}
        parts = figures(source, PERIOD, by="place", show=show)
        for name in additive:
            of_one = [one.value for one in parts if one.indicator == name and one.value is not None]
            assert sum(of_one) == (total[name] or 0)
    months = figures(source, PERIOD, by="month")
    for name, one in whole.items():
        own = [month for month in months if month.indicator == name]
        assert sum(month.inflow + month.outflow for month in own) == one.inflow + one.outflow
        assert own[-1].closing == one.closing
    return whole


def traces_to(source, whole):
    for name, one in whole.items():
        for place in (source.place, one.place):
            rows = trace(source, name, PERIOD, place=place)
            assert sum(row["amount"] for row in rows) == (one.value or 0)
            assert len(rows) == one.records


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ledgers=towns, cutoff=cutoffs)
def test_the_closed_figures_are_the_live_ones_to_the_last_digit(database, ledgers, cutoff):
    town = new_town()
    with town.working_as(town.office):
        enter(town, ledgers)
        live = LiveSource(town.code, cutoff)
        closed = SnapshotSource(close(PERIOD, today=TODAY, cutoff=cutoff))
        for by in BREAKDOWNS:
            for show in (None, "flow", "stock"):
                assert told(live, by=by, show=show) == told(closed, by=by, show=show)
        for place in town.places:
            assert told(live, place=place) == told(closed, place=place)
        traces_to(closed, adds_up(closed, town))
        for name in ("hollow_houses.floor_area", "land.reclaimed"):
            assert trace(live, name, PERIOD) == trace(closed, name, PERIOD)
        closed.close()


@pytest.mark.spark
def test_spark_tells_the_same_of_a_closed_period(town):
    needs_spark()
    days = [date(2017, 12, 20) + timedelta(number * 3) for number in range(30)]
    some = [
        (
            number % 5,
            day,
            {
                "agreement_on": day,
                "demolished_on": day,
                "floor_area": Decimal(f"{80 + number}.{number:02}"),
            },
        )
        for number, day in enumerate(days)
    ]
    enter(town, (some, [(1, day, Decimal("0.01")) for day in days], [(3, "2018Q1")]))
    snapshot = open_snapshot(town.code, close(PERIOD, today=TODAY).period)
    duckdb, spark = SnapshotSource(snapshot), SnapshotSource(snapshot, "spark")
    for by in BREAKDOWNS:
        assert told(duckdb, by=by) == told(spark, by=by)
    assert told(duckdb, show="stock", place=town.below) == told(
        spark, show="stock", place=town.below
    )
    name = "hollow_houses.floor_area"
    assert trace(duckdb, name, PERIOD) == trace(spark, name, PERIOD)
    assert trace(duckdb, name, PERIOD, limit=3, offset=2) == trace(
        spark, name, PERIOD, limit=3, offset=2
    )
