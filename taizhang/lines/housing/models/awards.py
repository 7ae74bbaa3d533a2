"""Award money (奖补资金) as it is granted: the standard a notice sets, the list of a batch, and what neighbours object.

What became of the money is in the ledgers of payments and statements.
"""

from django.db import models
from django.db.models import F, Func, Value

from taizhang.ledgers.fields import AccountField, IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.approvals import Approval, day
from taizhang.people.models import TOWN

DIFFERS_IN_SPELLING = r"[[:space:]\u200b·•‧∙⋅・.]"  # what two clerks write differently in one name


def spelled(name: str) -> Func:
    """A name as two spellings of it have it in common: half-width, without blanks and the dots in foreign names."""
    half_width = Func(F(name), template="normalize(%(expressions)s, NFKC)")
    return Func(
        half_width,
        Value(DIFFERS_IN_SPELLING),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=models.CharField(),
    )


class AwardStandard(Record):
    """What a notice grants: so much money for each square metre, household or building, while it is in force.

    A project with several rates has a row for each, told apart by `tier`; a new rate is a new row.
    """

    topic = "奖补资金"

    kept_at = TOWN
    read_below = True

    class Per(models.TextChoices):
        AREA = "area", "元/㎡"
        HOUSEHOLD = "household", "元/户"
        BUILDING = "building", "元/栋"

    class Requires(models.TextChoices):
        NOTHING = "nothing", "不限"
        COMPLETED = "completed", "竣工"
        ACCEPTED = "accepted", "验收合格"
        MOVED_IN = "moved_in", "入住"

    project = models.CharField("奖补项目", max_length=60)
    tier = models.CharField(
        "档次", max_length=40, blank=True, help_text="同一项目分档的才填，如：联排、独栋。"
    )
    document_no = models.CharField("依据文件及文号", max_length=120)
    amount = QuantityField("标准金额", unit="元", validators=POSITIVE)
    per = models.CharField("计奖单位", max_length=10, choices=Per)
    ceiling = QuantityField(
        "每户上限", unit="元", validators=POSITIVE, null=True, blank=True, help_text="没有的空着。"
    )
    requires = models.CharField(
        "发放条件", max_length=10, choices=Requires, help_text="文件规定房屋办到哪一步才发。"
    )
    since = models.DateField("起用日期")
    until = models.DateField(
        "停用日期", null=True, blank=True, help_text="这一天起不再适用；仍在用的空着。"
    )

    listed = ("project", "tier", "amount", "per", "since")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补标准"

    def __str__(self) -> str:
        tier = f"（{self.tier}）" if self.tier else ""
        return f"{self.project}{tier}"


class AwardBatch(Record):
    """A list of households that goes the way to the money together: checked, posted, approved, paid."""

    topic = "奖补资金"

    kept_at = TOWN
    read_below = True

    class Days(models.TextChoices):
        CALENDAR = "calendar", "自然日"
        WORKING = "working", "工作日"

    project = models.CharField("奖补项目", max_length=60, help_text="与奖补标准里的写法一致。")
    drawn_up_on = models.DateField("造册日期")
    checked_on = day("部门审核日期")
    checked_by = models.CharField("审核部门", max_length=60, blank=True)
    notice_from = day("公示起始日期", "张贴之日，不算在公示天数里。")
    notice_until = day("公示截止日期", "公示期的最后一天。")
    notice_counted_in = models.CharField(
        "公示期按", max_length=10, choices=Days, default=Days.CALENDAR
    )
    posted_at = models.CharField(
        "公示地点", max_length=120, blank=True, help_text="村务公开栏、网站等，都写上。"
    )
    taken_down_on = day("公示撤下日期", "公示期满后撤下之日。")
    approved_on = day("审定日期")
    approved_by = models.CharField(
        "审定人或会议", max_length=60, blank=True, help_text="签字的领导，或会议名称。"
    )
    households = models.PositiveIntegerField(
        "审定户数", null=True, blank=True, validators=AT_LEAST_ONE
    )
    amount = QuantityField("审定金额", unit="元", null=True, blank=True, validators=POSITIVE)
    sent_on = day("送银行日期", "第一次把代发清单送到银行之日。")
    reconciled_on = day("对账日期", "与财政、银行对平之日。")

    listed = ("project", "households", "amount", "drawn_up_on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补批次"


class Award(Record):
    """What one household is granted for one house: quantity times standard, to the cent.

    The house is named by its approval or by the dwelling given out, one of the two. Nothing is deleted: who is
    struck off the list is dated.
    """

    topic = "奖补资金"

    kept_at = TOWN

    batch = models.ForeignKey(
        AwardBatch, models.PROTECT, verbose_name="奖补批次", related_name="awards"
    )
    standard = models.ForeignKey(
        AwardStandard, models.PROTECT, verbose_name="奖补标准", related_name="awards"
    )
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    allocation = models.ForeignKey(
        Allocation,
        models.PROTECT,
        verbose_name="分房入住",
        related_name="awards",
        null=True,
        blank=True,
        help_text="集中建房点的房屋填分房入住的编号；其他房屋填建房审批的编号。",
    )
    approval = models.ForeignKey(
        Approval,
        models.PROTECT,
        verbose_name="建房审批",
        related_name="awards",
        null=True,
        blank=True,
    )
    quantity = models.DecimalField(
        "奖补数量",
        max_digits=12,
        decimal_places=2,
        validators=POSITIVE,
        help_text="按计奖单位：㎡、户（填 1）或栋。",
    )
    payable = QuantityField("应发金额", unit="元", validators=POSITIVE)
    account_name = models.CharField("收款户名", max_length=40)
    account = AccountField("收款账号", db_index=True)
    bank = models.CharField("开户银行", max_length=60)
    authorisation = models.CharField(
        "代收说明",
        max_length=200,
        blank=True,
        help_text="收款户名不是户主的，写明是谁、什么关系、委托书存在哪里。",
    )
    withdrawn_on = day("核减日期", "从名单上去掉之日；照发的空着。")
    withdrawn_because = models.CharField("核减原因", max_length=200, blank=True)
    name_key = models.GeneratedField(
        expression=spelled("householder"),
        output_field=models.CharField(max_length=200),  # one full-width sign may become several
        db_persist=True,
        db_index=True,
        verbose_name="姓名比对",
    )

    listed = ("batch", "householder", "quantity", "payable", "withdrawn_on")
    searched = ("householder", "id_number")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补对象"


class AwardObjection(Record):
    """What somebody objects to a posted list, or to one household on it, and what was found."""

    topic = "奖补资金"

    kept_at = TOWN

    class Result(models.TextChoices):
        UPHELD = "upheld", "成立"
        DISMISSED = "dismissed", "不成立"

    batch = models.ForeignKey(
        AwardBatch, models.PROTECT, verbose_name="奖补批次", related_name="objections"
    )
    award = models.ForeignKey(
        Award,
        models.PROTECT,
        verbose_name="奖补对象",
        related_name="objections",
        null=True,
        blank=True,
        help_text="只针对一户的填；对整份名单的空着。",
    )
    raised_on = models.DateField("提出日期")
    raised_by = models.CharField(
        "提出人", max_length=40, blank=True, help_text="不愿留名的空着；不得公开。"
    )
    content = models.CharField("异议内容", max_length=500)
    handled_on = day("处理日期")
    result = models.CharField("处理结果", max_length=10, choices=Result, blank=True)
    handling = models.CharField("核实情况和答复", max_length=500, blank=True)

    listed = ("batch", "content", "raised_on", "handled_on", "result")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "奖补异议"
