"""How long a step may take: a number of the law, or one that a local notice sets by date."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.models import Standard
from taizhang.ledgers.workflow import Clock

NOTICE = Clock("ledgers.notice_days", since="posted_on", working=False)


@pytest.fixture
def standards(office):
    rows = [("7", date(2018, 1, 1), date(2018, 3, 1)), ("15", date(2018, 3, 1), None)]
    for value, since, until in rows:
        Standard.objects.create(
            name="ledgers.notice_days",
            title="公示期",
            value=Decimal(value),
            since=since,
            until=until,
            document="示例",
        )


@pytest.mark.parametrize(
    ("posted", "due"),
    [
        (date(2018, 2, 27), date(2018, 3, 6)),
        (date(2018, 3, 1), date(2018, 3, 16)),
        (date(2018, 2, 9), date(2018, 2, 22)),  # the seventh day falls into Spring Festival
    ],
)
def test_the_days_are_those_in_force_when_the_clock_starts(standards, posted, due):
    assert NOTICE.deadline(SimpleNamespace(posted_on=posted)).on == due


def test_a_day_without_a_standard_is_said(standards):
    with pytest.raises(Refusal, match="没有生效的标准"):
        NOTICE.deadline(SimpleNamespace(posted_on=date(2017, 12, 31)))
