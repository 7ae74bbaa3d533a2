"""What is printed of a hollow house: its survey, its agreement, what is posted, and what was found when it had gone."""

from collections.abc import Iterable

from taizhang.documents.papers import Paper
from taizhang.lines.hollow_houses.models import CoOwner, HollowHouse
from taizhang.lines.hollow_houses.workflow import AGREEMENT


def co_owners(house: HollowHouse) -> Iterable[CoOwner]:
    return house.co_owners.order_by("number")


def posted_with(house: HollowHouse) -> Iterable[HollowHouse]:
    """The houses of one village whose survey was posted on the same day: one notice."""
    return HollowHouse.objects.filter(place=house.place_id, notice_from=house.notice_from)


def paid_with(house: HollowHouse) -> Iterable[HollowHouse]:
    """The houses of one village whose compensation was posted on the same day: one list."""
    return HollowHouse.objects.filter(
        place=house.place_id, compensation_notice_from=house.compensation_notice_from
    )


survey_sheet = Paper(
    "空心房摸底调查表", HollowHouse, when="surveyed_on", lists={"共有人": co_owners}
)
survey_notice = Paper(
    "空心房摸底结果公示",
    HollowHouse,
    when="notice_from",
    public=True,
    lists={"公示房屋": posted_with},
)
agreement = Paper(AGREEMENT, HollowHouse, when="surveyed_on", lists={"共有人": co_owners})
compensation_notice = Paper(
    "空心房补偿公示名单",
    HollowHouse,
    when="compensation_notice_from",
    public=True,
    lists={"公示房屋": paid_with},
)
demolition_record = Paper(
    "空心房拆除记录", HollowHouse, when="demolished_on", lists={"共有人": co_owners}
)
resurvey_sheet = Paper("空心房复测表", HollowHouse, when="resurveyed_on")
