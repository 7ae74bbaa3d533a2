"""A petition: registered, answered, perhaps reviewed, closed and kept in the archives."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from taizhang.lines.petitions.models.answers import AnsweredPetition
from taizhang.lines.petitions.models.registration import EMPTY, LATER
from taizhang.people.models import VILLAGE

IS_ACCUSATION = Q(kind="accusation") | Q(purpose="accusation")
# What may leave the office in a snapshot: days, codes and counts. No name, no text in anybody's words.
COUNTED = (
    "id number place channel source_level anonymous people purpose content_class problem_place kind route received_on "
    "registered_on forwarded_on handed_over_on accepted_on not_accepted_on guided_on informed_on objected_on "
    "extension_asked_on extended_on extended_to opinion_on result served_on carried_out_on adopted_on mediated_on "
    "withdrawn_on merged_on review_asked_on review_opinion_on review_result re_review_asked_on re_review_opinion_on "
    "re_review_result satisfaction rated_on closed_on archived_on inform_due_on handle_due_on handle_last_on "
    "extension_limit_on re_review_due_on is_provisional is_repeat repeat_of"
)
# A case that was taken on ends with an answer: a served opinion, an agreement, or the petitioner's own withdrawal.
HAS_AN_END = (
    Q(served_on__isnull=False)
    | Q(mediated_on__isnull=False)
    | Q(withdrawn_on__isnull=False)
    | Q(accepted_on__isnull=True)
    & (
        Q(forwarded_on__isnull=False)
        | Q(not_accepted_on__isnull=False)
        | Q(guided_on__isnull=False)
        | Q(merged_on__isnull=False)
    )
)


class Petition(AnsweredPetition):
    """One petition (信访事项). Nobody deletes it; a mistake is corrected, and both stay in its history."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "维持"
        CHANGED = "changed", "变更"
        REVOKED = "revoked", "撤销，责令重新处理"

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        FAIRLY = "fairly", "基本满意"
        UNSATISFIED = "unsatisfied", "不满意"

    closed_fields = tuple(COUNTED.split())
    closed_rows = ~IS_ACCUSATION
    listed = (
        "petitioner_name", "matter", "received_on", "leader_name", "handle_last_on", "is_repeat",
    )  # fmt: skip
    searched = ("petitioner_name", "matter")
    filtered = ("channel", "kind", "content_class", "received_on", "is_repeat")
    sections = {
        "收到与登记": "received_on",
        "信访人": "anonymous",
        "反映什么": "purpose",
        "分类": "kind",
        "谁来办、怎样告知": "handling_unit",
        "延期": "extension_asked_on",
        "处理意见": "opinion_on",
        "调解、撤回、并案": "mediated_on",
        "复查、复核": "review_asked_on",
        "评价、办结、归档": "satisfaction",
    }

    mediated_on = models.DateField("调解和解日期", **LATER)
    withdrawn_on = models.DateField("撤回日期", **LATER)
    withdrawn_how = models.CharField(
        "撤回方式", max_length=60, **EMPTY, help_text="本人书面、本人当面说明等；不得要求别人撤回。"
    )
    merged_on = models.DateField("并入原件日期", **LATER)

    review_asked_on = models.DateField("申请复查日期", **LATER)
    review_organ = models.CharField("复查机关", max_length=60, **EMPTY)
    review_opinion_on = models.DateField("复查意见日期", **LATER)
    review_result = models.CharField("复查结果", max_length=10, choices=Outcome, **EMPTY)
    review_opinion = models.CharField("复查意见", max_length=500, **EMPTY)
    re_review_asked_on = models.DateField("申请复核日期", **LATER)
    re_review_organ = models.CharField("复核机关", max_length=60, **EMPTY)
    hearing_days = models.PositiveSmallIntegerField(
        "复核听证天数", default=0, db_default=0, help_text="听证所需时间不计算在复核期限内。"
    )
    re_review_opinion_on = models.DateField("复核意见日期", **LATER)
    re_review_result = models.CharField("复核结果", max_length=10, choices=Outcome, **EMPTY)
    re_review_opinion = models.CharField("复核意见", max_length=500, **EMPTY)

    satisfaction = models.CharField("信访人评价", max_length=12, choices=Satisfaction, **EMPTY)
    rated_on = models.DateField("评价日期", **LATER)
    closed_on = models.DateField("办结日期", **LATER)
    archived_on = models.DateField("归档日期", **LATER)
    archive_no = models.CharField("档号", max_length=40, **EMPTY)

    # Worked out, never typed.
    inform_due_on = models.DateField("告知期限", null=True, editable=False)
    handle_due_on = models.DateField("办理期限（不含延期）", null=True, editable=False)
    extension_limit_on = models.DateField("最长可延到", null=True, editable=False)
    handle_last_on = models.DateField("办理期限", null=True, editable=False)
    re_review_due_on = models.DateField("复核期限", null=True, editable=False)
    is_provisional = models.BooleanField(
        "期限是暂定的", default=False, db_default=False, editable=False
    )
    # Put in by the database, which compares with everything registered before.
    is_repeat = models.BooleanField("重复件", default=False, db_default=False, editable=False)
    repeat_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        editable=False,
        verbose_name="原件",
        related_name="repeats",
    )
    leader_name = models.CharField(
        "负责领导", max_length=40, default="", db_default="", editable=False
    )

    class Meta(AnsweredPetition.Meta):
        verbose_name = verbose_name_plural = "信访事项"
        indexes = [
            models.Index(fields=["petitioner_name", "received_on"], name="petitions_same_name"),
            models.Index(fields=["id_number", "received_on"], name="petitions_same_person"),
        ]
        constraints = [
            *AnsweredPetition.Meta.constraints,
            models.CheckConstraint(
                name="petitions_closed_with_an_answer",
                condition=Q(closed_on__isnull=True) | HAS_AN_END,
                violation_error_message="没有送达的处理意见，也没有调解协议、信访人撤回，或者转送、不予受理、引导、并案的决定，"
                "不能办结；请先把答复送达，再填办结日期。",
            ),
            models.CheckConstraint(
                name="petitions_accused_place_is_a_village",
                condition=Q(accused_place__isnull=True)
                | GreaterThanOrEqual(Length("accused_place"), VILLAGE),
                violation_error_message="被反映的村（社区）要填到村；反映整个乡镇的，请信访人向上一级机关提出，本级不留底。",
            ),
        ]
