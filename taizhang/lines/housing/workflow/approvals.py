"""How an application to build goes: village, township, decision, certificate, building, title.

On collective land the village's steps come first; rules/procedure.py bars an application that leaves them out. On state
land of a former farm the application goes straight to the township. Who decided before 2020 is a rule, not a step.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from taizhang.core.calendar import Deadline
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.approvals import Approval
from taizhang.people.models import Role

VILLAGE = (Role.VILLAGE_CLERK, Role.STATION_OFFICER)
WINDOW = (Role.STATION_OFFICER, Role.OFFICE)
DECIDES = (Role.STATION_OFFICER, Role.LINE_LEADER)
TOWNSHIPS_ISSUE = date(2020, 1, 1)  # until then the county issued the papers

DISCUSSED = "土地管理法实施条例第34条：经农村集体经济组织讨论通过并公示后，报乡镇审核批准"
FORMS = "农经发〔2019〕6号：规范农村宅基地审批管理"
APPROVED_FIRST = "土地管理法第62条：农村村民住宅用地经审核批准后方可使用"
IN_WRITING = "行政许可法第32条：受理或者不予受理，应当出具加盖本机关专用印章和注明日期的书面凭证"
WRITTEN = "行政许可法第38条：不予许可应当书面说明理由，并告知复议和诉讼的权利"


@dataclass(frozen=True)
class Intake(Clock):
    """Five working days from the papers, or from the day on which what was missing had been brought."""

    def start(self, record: Record) -> date | None:
        return cast(Approval, record).corrected_on or super().start(record)


@dataclass(frozen=True)
class Decision(Clock):
    """Twenty working days and ten more; where several departments decide jointly, 45 and fifteen more."""

    joint_days: int = 45
    joint_extension: int = 15

    def start(self, record: Record) -> date | None:
        """Papers about which nothing was said in time are accepted as of the day they came (licence law, 32)."""
        application = cast(Approval, record)
        said = application.correction_asked_on or application.accepted_on
        due = CORRECTION.deadline(application)
        if due and said and said > due.on:
            return application.received_on
        return super().start(record)

    def deadline(self, record: Record) -> Deadline | None:
        if not cast(Approval, record).is_joint:
            return super().deadline(record)
        joint = replace(self, days=self.joint_days, extension=self.joint_extension)
        return Clock.deadline(joint, record)


CORRECTION = Clock(
    5,
    since="received_on",
    basis="行政许可法第32条、第82条：五个工作日内一次告知需要补正的全部内容，逾期不告知的，自收到之日起即为受理",
)
INTAKE = Intake(5, since="received_on", basis=CORRECTION.basis)
DECISION = Decision(
    20,
    since="accepted_on",
    extension=10,
    extended_on="extended_on",
    basis="行政许可法第42条、第82条：20个工作日，经负责人批准可延长10个；联合办理45个，可延长15个",
)
DELIVERY = Clock(
    10,
    since="approved_on",
    first=TOWNSHIPS_ISSUE,
    basis="行政许可法第44条：自作出决定之日起10个工作日内颁发、送达许可证件",
)
SETTING_OUT = Clock("housing.set_out_days", since="delivered_on", first=TOWNSHIPS_ISSUE)

AT_THE_VILLAGE = (
    Step("申请", "applied", on="applied_on", by=VILLAGE),
    Step("村组讨论", "discussed", "discussed_on", ("applied",), VILLAGE, basis=DISCUSSED),
    Step("公示", "noticed", "noticed_on", ("discussed",), VILLAGE, basis=DISCUSSED),
    Step(
        "村级审查",
        "village_reviewed",
        on="village_reviewed_on",
        after=("noticed",),
        by=VILLAGE,
        paper="农村宅基地和建房（规划许可）申请表",
        basis=DISCUSSED,
    ),
)
AT_THE_WINDOW = (
    Step("收件", "received", "received_on", ("applied", "village_reviewed"), WINDOW),
    Step(
        "告知补正",
        "correction_asked",
        on="correction_asked_on",
        after=("received",),
        by=WINDOW,
        clock=CORRECTION,
        basis=CORRECTION.basis,
    ),
    Step("补正", "corrected", "corrected_on", ("correction_asked",), (*VILLAGE, Role.OFFICE)),
    Step(
        "受理",
        "accepted",
        on="accepted_on",
        after=("applied", "village_reviewed", "received", "corrected"),
        by=WINDOW,
        clock=INTAKE,
        paper="建房申请受理单",
        basis=IN_WRITING,
    ),
    Step(
        "不予受理",
        "declined",
        on="declined_on",
        after=("applied", "village_reviewed", "received", "corrected"),
        by=WINDOW,
        note=True,
        clock=INTAKE,
        paper="建房申请不予受理通知书",
        basis=IN_WRITING,
    ),
)
DECISIONS = (
    Step(
        "批准",
        "approved",
        on="approved_on",
        after=("accepted",),
        by=DECIDES,
        clock=DECISION,
        paper="农村宅基地和建房（规划许可）审批表",
        basis=APPROVED_FIRST,
    ),
    Step(
        "不予批准",
        "refused",
        on="refused_on",
        after=("accepted",),
        by=DECIDES,
        note=True,
        clock=DECISION,
        paper="不予批准决定书",
        basis=WRITTEN,
    ),
    Step(
        "撤回申请",
        "withdrawn",
        on="withdrawn_on",
        after=("applied", "village_reviewed", "received", "accepted"),
        by=(*VILLAGE, Role.OFFICE),
        note=True,
    ),
)
BUILDING = (
    Step(
        "发证",
        "delivered",
        on="delivered_on",
        after=("approved",),
        by=WINDOW,
        clock=DELIVERY,
        paper="农村宅基地批准书",
        basis=DELIVERY.basis,
    ),
    Step(
        "放线",
        "set_out",
        on="set_out_on",
        after=("approved", "delivered"),
        by=WINDOW,
        clock=SETTING_OUT,
        basis=FORMS,
    ),
    Step("开工", "started", "started_on", ("approved", "delivered", "set_out"), VILLAGE),
    Step("竣工", "completed", "completed_on", ("started",), VILLAGE),
    Step("不动产登记", "registered", "registered_on", ("completed",), WINDOW),
)

approval = Workflow(Approval, (*AT_THE_VILLAGE, *AT_THE_WINDOW, *DECISIONS, *BUILDING))
