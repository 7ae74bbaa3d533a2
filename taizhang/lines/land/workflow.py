"""How a lot becomes quota: reclaimed, then measured, then accepted, each with its own area and day."""

from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.land.models import ReclaimedLot
from taizhang.people.models import Role

STATION = (Role.STATION_OFFICER,)

reclaimed_lot = Workflow(
    ReclaimedLot,
    (
        Step("复垦", "reclaimed", on="reclaimed_on", by=(Role.VILLAGE_CLERK, Role.STATION_OFFICER)),
        Step("测量", "surveyed", on="surveyed_on", after=("reclaimed",), by=STATION),
        Step(
            "验收",
            "accepted",
            on="accepted_on",
            after=("surveyed",),
            by=STATION,
            basis="土地复垦条例第28条：复垦完成后申请验收",
        ),
    ),
)
