"""How an application to build goes: applied for, accepted, then approved or refused in time."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.approvals import Approval
from taizhang.people.models import Role

DECISION = Clock(
    20, since="accepted_on", basis="行政许可法第42条、第82条：自受理之日起20个工作日内作出决定"
)
DECIDES = (Role.STATION_OFFICER, Role.LINE_LEADER)

approval = Workflow(
    Approval,
    (
        Step("申请", "applied", on="applied_on", by=(Role.VILLAGE_CLERK, Role.STATION_OFFICER)),
        Step("受理", "accepted", on="accepted_on", after=("applied",), by=(Role.STATION_OFFICER,)),
        Step(
            "批准",
            "approved",
            on="approved_on",
            after=("accepted",),
            by=DECIDES,
            clock=DECISION,
            basis="土地管理法第62条：农村村民住宅用地经审核批准后方可使用",
        ),
        Step(
            "不予批准",
            "refused",
            on="refused_on",
            after=("accepted",),
            by=DECIDES,
            note=True,
            clock=DECISION,
            basis="行政许可法第38条：不予许可应当书面说明理由，并告知复议和诉讼的权利",
        ),
    ),
)
