"""How a linkage project is approved, accepted by two levels, filed, confirmed and settled."""

from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.land.models import Project
from taizhang.lines.land.workflow.lots import ACCEPTANCE, DECISION, FILING, INSPECTION, STATION

LINKAGE = "城乡建设用地增减挂钩试点管理办法（国土资发〔2008〕138号）"
PLAN = f"{LINKAGE}：编制项目区实施规划，报批后实施"

project = Workflow(
    Project,
    (
        Step("编制方案", "planned", on="planned_on", by=STATION, basis=PLAN),
        Step("批准", "approved", on="approved_on", by=STATION, basis=PLAN),
        Step(
            "重新规划",
            "replanned",
            on="replanned_on",
            after=("approved",),
            by=STATION,
            note=True,
            basis="湖南省2019年增减挂钩通知：3年内没有完成的重新规划（文号未核实）",
        ),
        Step(
            "申请验收",
            "applied",
            on="applied_on",
            after=("approved", "replanned"),
            by=STATION,
            paper="复垦验收申请",
            basis="土地复垦条例第28条：复垦完成后申请验收",
        ),
        Step(
            "县级初验",
            "first_checked",
            on="first_checked_on",
            after=("applied",),
            by=STATION,
            clock=ACCEPTANCE,
            paper="复垦初验意见表",
            basis=INSPECTION,
        ),
        Step(
            "最终验收",
            "accepted",
            on="accepted_on",
            after=("first_checked",),
            by=STATION,
            clock=ACCEPTANCE,
            basis=DECISION,
        ),
        Step("监管系统备案", "filed", on="filed_on", after=("accepted",), by=STATION, basis=FILING),
        Step("确认书", "confirmed", on="confirmed_on", after=("filed",), by=STATION, basis=FILING),
        Step(
            "结清",
            "settled",
            on="settled_on",
            after=("confirmed",),
            by=STATION,
            basis=f"{LINKAGE}：用复垦的土地归还周转指标",
        ),
    ),
)
