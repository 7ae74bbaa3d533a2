"""How an illegal building goes: found, ordered to stop, handed to whoever may punish, closed."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.patrol import Violation
from taizhang.people.models import Role

ON_THE_SPOT = (Role.VILLAGE_CLERK, Role.STATION_OFFICER)
STATION = (Role.STATION_OFFICER, Role.LINE_LEADER)
REACTION = Clock(
    "housing.reaction_days",
    since="found_on",
    working=False,
    basis="当地控建拆违规定的处置时限，数值见标准",
)

violation = Workflow(
    Violation,
    (
        Step("发现", "found", on="found_on", by=ON_THE_SPOT),
        Step(
            "责令停工",
            "stopped",
            on="stopped_on",
            after=("found",),
            by=STATION,
            clock=REACTION,
            paper="责令停工通知书",
            basis="城乡规划法第65条：乡、村庄规划区内违法建设的，由乡、镇人民政府责令停止建设、限期改正",
        ),
        Step(
            "移交",
            "handed_over",
            on="handed_over_on",
            after=("found", "stopped"),
            by=STATION,
            paper="违法建房移交函",
            basis="土地管理法第78条：由县级以上农业农村主管部门处罚（2019年底以前是土地行政主管部门）",
        ),
        Step(
            "办结",
            "closed",
            on="closed_on",
            after=("stopped", "handed_over"),
            by=STATION,
            note=True,
        ),
    ),
)
