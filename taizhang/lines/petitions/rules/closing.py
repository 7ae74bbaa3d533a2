"""What stands between an answer and the archives, and the two reviews that a petitioner may ask for."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.lookups import GreaterThan, LessThanOrEqual

from taizhang.ledgers.days import calendar_days_between
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.petitions.models import FollowUp, Mediation, Petition
from taizhang.lines.petitions.models.petitions import HAS_AN_END
from taizhang.lines.petitions.workflow import RE_REVIEW, REVIEW

NO_TICKING_OFF = "信访工作条例第四十六条第（四）项"
to_ask = standard("petitions.review_asking_days", on="served_on")
to_ask_again = standard("petitions.review_asking_days", on="review_opinion_on")

closed_with_an_answer = Rule(
    "有答复才能办结",
    Petition,
    Q(closed_on__isnull=False) & ~HAS_AN_END,
    "填了办结日期 {closed_on}，却没有送达处理意见（{served_on}），也没有调解协议、信访人撤回，或者转送、不予受理、引导、"
    "并案的决定；请先把答复送达。",
    basis=NO_TICKING_OFF,
)
told_before_closed = Rule(
    "转送、引导、不予受理告知后办结",
    Petition,
    Q(closed_on__isnull=False, anonymous=False, informed_on__isnull=True, accepted_on__isnull=True)
    & Q(withdrawn_on__isnull=True),
    "{closed_on} 办结，却没有告知信访人的日期；请先告知。",
    basis=NO_TICKING_OFF,
)
mediated_by_an_agreement = Rule(
    "调解结案有协议",
    Petition,
    Q(mediated_on__isnull=False)
    & ~Exists(Mediation.objects.filter(petition=OuterRef("pk"), agreed_on__isnull=False)),
    "{mediated_on} 调解和解，《调解记录》里却没有达成协议的一条；请先登记，口头协议也要登记。",
    basis="信访工作条例第三十三条；人民调解法第二十八条",
    at_closing=True,
    at_steps=True,
)
withdrawn_by_the_petitioner = Rule(
    "撤回要写明方式",
    Petition,
    Q(withdrawn_on__isnull=False, withdrawn_how=""),
    "{withdrawn_on} 撤回，却没有写怎样撤回的；撤回只能出于信访人自愿，请写明是本人书面还是当面说明。",
    basis=NO_TICKING_OFF,
)
merged_is_a_repeat = Rule(
    "并入原件的是重复件",
    Petition,
    Q(merged_on__isnull=False, is_repeat=False),
    "{merged_on} 并入原件，比对却没有找到同一人的同一事项；不是重复件就要单独办理，请清空并入日期。",
    basis=NO_TICKING_OFF,
)
review_period_is_over = Rule(
    "复查申请期过后办结",
    Petition,
    Q(closed_on__isnull=False, served_on__isnull=False, review_asked_on__isnull=True)
    & ~Q(satisfaction__in=(Petition.Satisfaction.SATISFIED, Petition.Satisfaction.FAIRLY))
    & Q(LessThanOrEqual(calendar_days_between("served_on", "closed_on"), to_ask)),
    "{served_on} 送达，{closed_on} 就办结，申请复查的 {limit} 天还没有过，也没有信访人满意的评价；请核实。",
    basis=REVIEW,
    ask=True,
    limit=to_ask,
)
review_asked_in_time = Rule(
    "复查在三十日内申请",
    Petition,
    Q(review_asked_on__isnull=False, served_on__isnull=False)
    & Q(GreaterThan(calendar_days_between("served_on", "review_asked_on"), to_ask)),
    "{served_on} 送达，{review_asked_on} 才申请复查，超过 {limit} 天；请核对日期和有没有正当理由。",
    basis=REVIEW,
    ask=True,
    limit=to_ask,
)
re_review_asked_in_time = Rule(
    "复核在三十日内申请",
    Petition,
    Q(re_review_asked_on__isnull=False, review_opinion_on__isnull=False)
    & Q(
        GreaterThan(calendar_days_between("review_opinion_on", "re_review_asked_on"), to_ask_again)
    ),
    "复查意见 {review_opinion_on}，{re_review_asked_on} 才申请复核，超过 {limit} 天；请核对日期和有没有正当理由。",
    basis=RE_REVIEW,
    ask=True,
    limit=to_ask_again,
)
review_has_a_result = Rule(
    "复查写明机关和结果",
    Petition,
    Q(review_opinion_on__isnull=False)
    & (Q(review_organ="") | Q(review_result="") | Q(review_opinion="")),
    "{review_opinion_on} 有了复查意见，复查机关、结果和意见要写全；请对照复查意见书补上。",
    basis=REVIEW,
)
re_review_has_a_result = Rule(
    "复核写明机关和结果",
    Petition,
    Q(re_review_opinion_on__isnull=False)
    & (Q(re_review_organ="") | Q(re_review_result="") | Q(re_review_opinion="")),
    "{re_review_opinion_on} 有了复核意见，复核机关、结果和意见要写全；请对照复核意见书补上。",
    basis=RE_REVIEW,
)
archived_under_a_number = Rule(
    "归档有档号",
    Petition,
    Q(archived_on__isnull=False, archive_no=""),
    "{archived_on} 归档，却没有档号；请补上。",
)
rated_with_its_day = Rule(
    "评价与日期一同填",
    Petition,
    (Q(rated_on__isnull=True) & ~Q(satisfaction="")) | Q(rated_on__isnull=False, satisfaction=""),
    "信访人评价 {satisfaction} 和评价日期 {rated_on} 要么都填，要么都空着；没有评价的不要替信访人填。",
)
followed_to_the_end = Rule(
    "办结前有跟进记录",
    Petition,
    Q(closed_on__isnull=False, accepted_on__isnull=False)
    & ~Exists(FollowUp.objects.filter(petition=OuterRef("pk"))),
    "受理后办结了，却没有一条跟进记录；请把做了什么补登到《跟进记录》。",
    ask=True,
)
