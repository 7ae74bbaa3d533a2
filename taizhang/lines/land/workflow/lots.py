"""How a lot becomes quota: reclaimed, measured, checked, accepted, filed and confirmed, each on its own day."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.land.models import ReclaimedLot
from taizhang.people.models import Role

STATION = (Role.STATION_OFFICER,)
VILLAGE = (Role.VILLAGE_CLERK, Role.STATION_OFFICER)
ACCEPTANCE = Clock(
    60, since="applied_on", basis="土地复垦条例第29条：自接到验收申请之日起60个工作日内完成验收"
)
INSPECTION = "土地复垦条例第28条：会同农业等部门验收，组织专家现场踏勘，并公告初步验收结果"
DECISION = "土地复垦条例第29条：合格的出具验收合格确认书，不合格的书面提出整改意见"
FILING = "验收后在部农村土地整治监测监管系统备案，备案后出具指标确认书"

reclaimed_lot = Workflow(
    ReclaimedLot,
    (
        Step("平整", "levelled", on="levelled_on", by=VILLAGE),
        Step("复垦", "reclaimed", on="reclaimed_on", by=VILLAGE),
        Step("测量", "surveyed", on="surveyed_on", after=("reclaimed",), by=STATION),
        Step(
            "申请验收",
            "applied",
            on="applied_on",
            after=("surveyed",),
            by=STATION,
            basis="土地复垦条例第28条：复垦完成后申请验收",
        ),
        Step(
            "整改通知",
            "corrected",
            on="correction_on",
            after=("applied",),
            by=STATION,
            note=True,
            basis=DECISION,
        ),
        Step(
            "初验",
            "first_checked",
            on="first_checked_on",
            after=("applied", "corrected"),
            by=STATION,
            clock=ACCEPTANCE,
            basis=INSPECTION,
        ),
        Step(
            "初验结果公告",
            "published",
            on="published_on",
            after=("first_checked",),
            by=STATION,
            clock=ACCEPTANCE,
            basis=INSPECTION,
        ),
        Step(
            "验收",
            "accepted",
            on="accepted_on",
            after=("published",),
            by=STATION,
            clock=ACCEPTANCE,
            basis=DECISION,
        ),
        Step("备案", "filed", on="filed_on", after=("accepted",), by=STATION, basis=FILING),
        Step("确认", "confirmed", on="confirmed_on", after=("filed",), by=STATION, basis=FILING),
    ),
)
