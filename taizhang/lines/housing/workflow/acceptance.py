"""How the inspection of a finished house goes: asked for, inspected, then passed or sent back to be put right."""

from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.workflow.approvals import DECIDES, FORMS, VILLAGE, WINDOW

acceptance = Workflow(
    Acceptance,
    (
        Step("申请验收", "applied", on="applied_on", by=VILLAGE, basis=FORMS),
        Step("到场验收", "inspected", "inspected_on", ("applied",), WINDOW, basis=FORMS),
        Step(
            "验收合格",
            "passed",
            on="passed_on",
            after=("inspected",),
            by=DECIDES,
            paper="农村宅基地和建房（规划许可）验收意见表",
            basis=FORMS,
        ),
        Step("验收不合格", "failed", "failed_on", ("inspected",), DECIDES, note=True, basis=FORMS),
    ),
)
