"""What must hold of tasks: verified by somebody else, closed on evidence, put off only if asked for in time."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Greatest

from taizhang.ledgers.models import Attachment
from taizhang.ledgers.rules import Rule
from taizhang.lines.directives.models import Extension, Progress, Task, Urging
from taizhang.lines.directives.models.tasks import OfTask
from taizhang.lines.directives.rules.meetings import TODAY
from taizhang.lines.directives.workflow.tasks import OPEN, REPORTED_DONE

SOMEBODY_ELSE = "督办办法的通行做法：谁承办、谁报结，由承办人以外的人核实后销号"
ON_EVIDENCE = "销号制度的通行做法（一单四制）：没有整改到位、没有依据的不得销号"
SUPERVISION = "政府督查工作条例第2条：县级以上人民政府组织开展政府督查"


def is_the_doer(name: str) -> Q:
    """The person named in a field is one of those who did the task or reported it done."""
    named = ~Q(**{name: ""})
    return named & (Q(responsible__contains=F(name)) | Q(reported_by=F(name)))


due_after_registration = Rule(
    "期限不早于立项",
    Task,
    Q(deadline__lt=F("registered_on")),
    "原定期限 {deadline} 早于立项日期 {registered_on}，请核对这两个日期。",
)
source_told = Rule(
    "来源要查得到",
    Task,
    Q(source=Task.Source.MEETING, meeting__isnull=True, source_no="")
    | Q(source=Task.Source.DOCUMENT, source_no=""),
    "事项来源是{source}，来源会议或来源文号还空着；请填上，以便查到出处。",
    ask=True,
)
registered_after_the_meeting = Rule(
    "立项不早于来源会议",
    Task,
    Q(registered_on__lt=F("meeting__held_on")),
    "立项日期 {registered_on} 早于来源会议的召开日期，请核对。",
)
no_supervision_by_townships = Rule(
    "乡镇开展的是督办",
    Task,
    Q(title__contains="督查")
    & ~Q(source__in=(Task.Source.HANDED, Task.Source.DOCUMENT, Task.Source.AUDIT)),
    "督办事项“{title}”写的是督查；政府督查由县级以上人民政府组织，乡镇开展的请写督办。",
    basis=SUPERVISION,
    since=date(2021, 2, 1),
    dated_by="registered_on",
    ask=True,
)
one_matter_one_record = Rule(
    "一事一项",
    Task,
    OPEN
    & Exists(
        Task.objects.filter(
            title=OuterRef("title"),
            lead_unit=OuterRef("lead_unit"),
            place=OuterRef("place"),
            ended_on__isnull=True,
        ).exclude(pk=OuterRef("pk"))
    ),
    "还有一项名称和牵头单位都相同的“{title}”没有办结；是同一件事的请撤销（并案）一项。",
    ask=True,
)
reported_with_result = Rule(
    "报结要写办理结果和报结人",
    Task,
    Q(reported_on__isnull=False) & (Q(result="") | Q(reported_by="")),
    "填了报结日期 {reported_on}，办理结果或报结人还空着；请写明办成了什么、谁报的。",
)
returned_with_reason = Rule(
    "退回要写原因",
    Task,
    Q(returned_on__isnull=False, return_reason=""),
    "填了退回重办日期 {returned_on}，退回原因还空着；请写明哪里没有办到。",
)
verified_by_somebody = Rule(
    "核实要有核实人和情况",
    Task,
    Q(verified_on__isnull=False) & (Q(verified_by="") | Q(finding="")),
    "填了核实日期 {verified_on}，核实人或核实情况还空着；请写明谁去核实的、看到什么。",
    basis=SOMEBODY_ELSE,
)
verified_by_another = Rule(
    "核实人不是承办人",
    Task,
    is_the_doer("verified_by"),
    "核实人 {verified_by} 是这一项的责任人（{responsible}）或报结人（{reported_by}）；请由承办人以外的人核实。",
    basis=SOMEBODY_ELSE,
)
not_verified_while_returned = Rule(
    "退回的要再次报结才能核实",
    Task,
    Q(returned_on__isnull=False, reported_again_on__isnull=True, verified_on__isnull=False),
    "这一项 {returned_on} 退回重办，还没有再次报结，不能填核实日期 {verified_on}；请先再次报结。",
    basis=SOMEBODY_ELSE,
)
EVIDENCE = Attachment.objects.filter(ledger="directives.task", record=OuterRef("pk"))
closed_on_evidence = Rule(
    "销号要有依据",
    Task,
    Q(closed_on__isnull=False, evidence="") & ~Exists(EVIDENCE.exclude(paper="督办通知单")),
    "填了销号日期 {closed_on}，没有销号依据；请写明凭什么销号，或先附上照片、扫描件。",
    basis=ON_EVIDENCE,
)
closed_by_another = Rule(
    "销号人不是承办人",
    Task,
    Q(closed_on__isnull=False) & (Q(closed_by="") | is_the_doer("closed_by")),
    "销号人 {closed_by} 空着，或者是这一项的责任人（{responsible}）或报结人（{reported_by}）；请由承办人以外的人销号。",
    basis=SOMEBODY_ELSE,
)
closed_or_withdrawn = Rule(
    "销号和撤销不同时",
    Task,
    Q(closed_on__isnull=False, withdrawn_on__isnull=False),
    "销号日期 {closed_on} 和撤销（并案）日期 {withdrawn_on} 只能填一个；办成的销号，不再办的撤销。",
)
withdrawn_with_reason = Rule(
    "撤销要写原因",
    Task,
    Q(withdrawn_on__isnull=False, withdrawn_why=""),
    "填了撤销（并案）日期 {withdrawn_on}，原因还空着；请写明为什么不再办、并到哪一项。",
)
progress_told = Rule(
    "超过反馈周期没有报进展",
    Task,
    OPEN & ~REPORTED_DONE & Q(feedback_due_on__lt=TODAY),
    "反馈周期是{every}，最近一次反馈 {progress_on}，{feedback_due_on} 应反馈而没有反馈；请责任人（{responsible}）报进展。",
    ask=True,
)


def at_its_place(model: type[OfTask]) -> Rule:
    """Who sees a task sees what hangs on it: what is worked out of both would differ from reader to reader."""
    return Rule(
        "与督办事项同在一地",
        model,
        ~Q(place=F("task__place")),
        "村（社区）填的是{place}，与督办事项登记的地方不同；请改成督办事项的村（社区）或本镇。",
    )


progress_at_its_place = at_its_place(Progress)
urging_at_its_place = at_its_place(Urging)
extension_at_its_place = at_its_place(Extension)
progress_after_start = Rule(
    "反馈不早于立项",
    Progress,
    Q(progress_on__lt=F("task__registered_on")),
    "反馈日期 {progress_on} 早于督办事项的立项日期，请核对。",
)
BEFORE_IT = Progress.objects.filter(task=OuterRef("task"), progress_on__lt=OuterRef("progress_on"))
progress_goes_on = Rule(
    "进度不后退",
    Progress,
    Q(percent__lt=Subquery(BEFORE_IT.order_by("-progress_on", "-pk").values("percent")[:1])),
    "{progress_on} 的完成进度 {percent}%，比上一次还低；请核对，确有反复的在进展情况里写明。",
    ask=True,
)
urged_after_start = Rule(
    "催办不早于立项",
    Urging,
    Q(urged_on__lt=F("task__registered_on")),
    "催办日期 {urged_on} 早于督办事项的立项日期，请核对。",
)
urged_while_open = Rule(
    "办结的不再催办",
    Urging,
    Q(urged_on__gt=F("task__ended_on")),
    "督办事项 {ended_on} 已经销号（或撤销），{urged_on} 又登记催办；请核对日期。",
)
answer_after_urging = Rule(
    "答复期限不早于催办",
    Urging,
    Q(answer_by__lt=F("urged_on")),
    "要求答复日期 {answer_by} 早于催办日期 {urged_on}，请核对。",
)
answered_with_words = Rule(
    "答复要写情况",
    Urging,
    Q(answered_on__isnull=False, answer=""),
    "填了答复日期 {answered_on}，答复情况还空着；请写明。",
)

# The deadline in force when it was asked: the one set, or the latest that had been granted by then.
GRANTED = Extension.objects.filter(
    task=OuterRef("task"), approved_on__lte=OuterRef("asked_on")
).exclude(pk=OuterRef("pk"))
IN_FORCE = Greatest(F("task__deadline"), Subquery(GRANTED.order_by("-until").values("until")[:1]))
asked_before_the_deadline = Rule(
    "延期要在期限之前申请",
    Extension,
    Q(asked_on__gt=IN_FORCE),
    "申请日期 {asked_on} 已经过了期限 {in_force}，不能再申请延期；请按逾期催办，照原期限计。",
    basis="督办办法的通行做法：到期前申请延期，逾期未申请的照原期限计",
)
put_off_till_later = Rule(
    "延期要晚于现定期限",
    Extension,
    Q(until__lte=IN_FORCE),
    "申请延至 {until}，不晚于现定期限 {in_force}；请核对日期。",
)
asked_after_registration = Rule(
    "申请延期不早于立项",
    Extension,
    Q(asked_on__lt=F("task__registered_on")),
    "申请日期 {asked_on} 早于督办事项的立项日期，请核对。",
)
decided_once = Rule(
    "延期只有一个结论",
    Extension,
    Q(approved_on__isnull=False, refused_on__isnull=False),
    "批准延期日期 {approved_on} 和不予延期日期 {refused_on} 只能填一个。",
)
decided_by_another = Rule(
    "延期由他人批准",
    Extension,
    (Q(approved_on__isnull=False) | Q(refused_on__isnull=False))
    & (
        Q(decided_by="")
        | Q(decided_by=F("asked_by"))
        | Q(task__responsible__contains=F("decided_by"))
    ),
    "批准人 {decided_by} 空着，或者就是申请人（{asked_by}）、责任人；请写明批准的领导。",
)
