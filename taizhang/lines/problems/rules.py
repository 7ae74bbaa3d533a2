"""What must hold of problems: an owner and a day, an extension before the day has come, no striking off on one's own word."""

from django.db.models import Exists, F, OuterRef, Q

from taizhang.ledgers.rules import Rule
from taizhang.lines.problems.models import Category, Problem, Progress

LIST = "一单四制：清单、交办、台账、销号；没有解决的不得销号"
SEVERAL = r"[、，,；;/]"

deadline_after_raised = Rule(
    "整改期限不早于列入",
    Problem,
    Q(deadline__lt=F("raised_on")),
    "整改期限 {deadline} 早于列入日期 {raised_on}，请核对。",
    basis=LIST,
)
one_owner = Rule(
    "一个问题一名责任领导",
    Problem,
    Q(owner__regex=SEVERAL),
    "“{title}”的责任领导填了“{owner}”，好像不止一人；由谁负总责？其他人请写在责任单位里。",
    basis=LIST,
    ask=True,
)
extended_in_time = Rule(
    "延期要在期限到之前批准",
    Problem,
    Q(extended_on__gt=F("deadline")),
    "延期是 {extended_on} 批准的，原来的期限 {deadline} 已经过了；"
    "过了期限才提的不算延期，请清空延期三栏，按逾期继续办。",
    basis="督办的通常规定：延期应当在期限届满前提出",
)
extension_whole = Rule(
    "延期要写全批准日期、批准人、原因和新期限",
    Problem,
    (
        Q(extended_on__isnull=False)
        | Q(extended_to__isnull=False)
        | ~Q(extended_by="")
        | ~Q(extended_because="")
    )
    & (
        Q(extended_on__isnull=True)
        | Q(extended_to__isnull=True)
        | Q(extended_by="")
        | Q(extended_because="")
    ),
    "“{title}”的延期没有写全：批准日期、批准人、原因、延期至哪天，四样都要有。",
    basis="督办的通常规定：延期由负责人批准并说明理由",
)
extended_later = Rule(
    "延期要晚于原期限",
    Problem,
    Q(extended_to__lte=F("deadline")),
    "延期至 {extended_to} 并不晚于原来的期限 {deadline}，请核对。",
    basis=LIST,
)
extended_by_another = Rule(
    "延期不能自己批给自己",
    Problem,
    ~Q(extended_by="") & Q(extended_by=F("owner")),
    "延期的批准人 {extended_by} 就是责任领导本人，请报上一级批准。",
    basis=LIST,
)
closed_with_evidence = Rule(
    "销号要有依据",
    Problem,
    Q(closed_on__isnull=False, evidence=""),
    "“{title}”{closed_on} 销号，没有写销号依据；请写明看到了什么、凭什么材料，并把材料附上。",
    basis=LIST,
)
closed_by_another = Rule(
    "销号由责任人以外的人核实",
    Problem,
    Q(closed_on__isnull=False) & (Q(verified_by="") | Q(verified_by=F("owner"))),
    "“{title}”的核实人是“{verified_by}”；销号要由责任领导以外的人到场核实，请填上他的姓名。",
    basis=LIST,
)
told_before_closing = Rule(
    "销号之前要有进展记录",
    Problem,
    Q(closed_on__isnull=False) & ~Exists(Progress.objects.filter(problem=OuterRef("pk"))),
    "“{title}”{closed_on} 销号，一条进展也没有登记；是怎么解决的？请补上进展。",
    basis=LIST,
    ask=True,
)
raised_under_a_category_in_use = Rule(
    "列入时类别在用",
    Problem,
    Q(raised_on__gte=F("category__retired_on")) | Q(raised_on__lt=F("category__used_from")),
    "“{title}”{raised_on} 列入时，类别“{category}”还没有启用或已经停用，请换一个类别。",
    basis=LIST,
)
category_retired_empty = Rule(
    "停用类别前问题都要销号",
    Category,
    Q(retired_on__isnull=False)
    & Exists(Problem.objects.filter(category=OuterRef("pk"), closed_on__isnull=True)),
    "“{title}”{retired_on} 停用，还有没销号的问题；请先改列到别的类别，或销号以后再停用。",
    basis=LIST,
)
progress_between = Rule(
    "进展在列入和销号之间",
    Progress,
    Q(on__lt=F("problem__raised_on")) | Q(on__gt=F("problem__closed_on")),
    "进展日期 {on} 不在问题列入和销号之间，请核对日期，或是不是填错了问题。",
    basis=LIST,
)
