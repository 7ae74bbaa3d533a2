"""What a rule's message names of another record is read for many at once, and may be another post's business."""

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from taizhang.ledgers.rules import Rule
from taizhang.lines.housing.models import Phase, Site
from tests import cast

NAMES_ITS_SITE = Rule("看看是哪个点", Phase, Q(area__gt=0), "第 {ordinal} 期属于{site}。", ask=True)
NAMES_NOTHING = Rule("看看面积", Phase, Q(area__gt=0), "用地 {area} 亩。", ask=True)


@pytest.fixture
def phases(office) -> None:
    """Phases entered in 合兴村 of sites in 广坪村."""
    for turn in range(1, 9):
        site = Site.objects.create(
            number=f"JD-{turn}",
            place_id=cast.GUANGPING,
            name=f"{turn}号点",
            planned_area=100,
            planned_on="2017-01-01",
            land_source="linked",
        )
        Phase.objects.create(
            number=f"QC-{turn}",
            place_id=cast.HEXING,
            site=site,
            ordinal=1,
            area=50,
            started_on="2017-03-01",
        )


def test_the_other_record_is_named(phases):
    [phase] = NAMES_ITS_SITE.broken_in(Phase.objects.filter(number="QC-3"))
    assert NAMES_ITS_SITE.finding(phase).message == "第 1 期属于集中建房点JD-3。"


def test_one_that_is_out_of_reach_is_not_and_breaks_nothing(phases, acting):
    acting("other_clerk")
    assert not Site.objects.exists()
    told = [
        NAMES_ITS_SITE.finding(one).message for one in NAMES_ITS_SITE.broken_in(Phase.objects.all())
    ]
    assert told == ["第 1 期属于（不在您的管辖范围）。"] * 8
    plain = NAMES_ITS_SITE.finding(Phase.objects.get(number="QC-1")).message
    assert plain == "第 1 期属于（不在您的管辖范围）。"


@pytest.mark.parametrize(("rule", "queries"), [(NAMES_ITS_SITE, 3), (NAMES_NOTHING, 2)])
def test_many_messages_take_no_query_each(phases, rule, queries):
    with CaptureQueriesContext(connection) as asked:
        assert len([rule.finding(one).message for one in rule.broken_in(Phase.objects.all())]) == 8
    assert len(asked) == queries
