"""What must hold of a reclaimed lot: its areas agree with one another and with its old plot, and it may be ploughed."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Round
from django.db.models.lookups import Exact, LessThan

from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.land.models import Project, ReclaimedLot
from taizhang.lines.land.models.totals import (
    CULTIVATED,
    CULTIVATED_PARTS,
    MIXED,
    of_lots,
)
from taizhang.lines.land.rules.days import HUNAN_2019, LINKAGE, RECLAMATION, years_after
from taizhang.lines.land.rules.projects import accepted_within_old

MEASURED = Coalesce("resurveyed_area", "surveyed_area")  # the measurement that counts
IN_UNITS = "法定计量单位：面积用㎡；1 亩＝2000/3 ㎡（约 666.67 ㎡）"
STEEPEST = standard("land.steepest", on="reclaimed_on")
FOLLOW_UP = standard("land.follow_up_years", on="accepted_on")
ACCEPTED = Q(accepted_on__isnull=False)
FARMED = CULTIVATED | Q(land_class=ReclaimedLot.LandClass.FOREST)


def with_its_day(title: str, name: str) -> Rule:
    """An area without its day cannot be counted, a day without its area says nothing."""
    day, area = f"{name}_on", f"{name}_area"
    return Rule(
        f"{title}面积与日期一同填",
        ReclaimedLot,
        Q(**{f"{day}__isnull": True, f"{area}__isnull": False})
        | Q(**{f"{day}__isnull": False, f"{area}__isnull": True}),
        f"{title}日期 {{{day}}} 和{title}面积 {{{area}}} 要么都填，要么都空着。",
    )


levelled_with_its_day = with_its_day("平整", "levelled")
surveyed_with_its_day = with_its_day("测量", "surveyed")
resurveyed_with_its_day = with_its_day("复测", "resurveyed")
first_checked_with_its_day = with_its_day("初验", "first_checked")
accepted_with_its_day = with_its_day("验收", "accepted")

levelled_before_reclaimed = Rule(
    "复垦完成不早于平整",
    ReclaimedLot,
    Q(levelled_on__gt=F("reclaimed_on")),
    "平整日期 {levelled_on} 晚于复垦完成日期 {reclaimed_on}，请核对这两个日期。",
)
resurveyed_after_survey = Rule(
    "复测晚于测量",
    ReclaimedLot,
    Q(resurveyed_on__isnull=False)
    & (Q(surveyed_on__isnull=True) | Q(resurveyed_on__lte=F("surveyed_on"))),
    "复测日期 {resurveyed_on} 不晚于测量日期 {surveyed_on}；第一次测量请填在“测量”，请核对这两个日期。",
)
resurveyed_before_acceptance = Rule(
    "复测不晚于验收",
    ReclaimedLot,
    Q(resurveyed_on__gt=F("accepted_on")),
    "复测日期 {resurveyed_on} 晚于验收日期 {accepted_on}；验收应当依据复测，请核对这两个日期。",
)
surveyed_within_reported = Rule(
    "测量面积不大于上报面积",
    ReclaimedLot,
    Q(surveyed_area__gt=F("reported_area")),
    "测量面积 {surveyed_area} 亩大于上报面积 {reported_area} 亩，请核实是不是并入了别的地块。",
    ask=True,
)
surveyed_within_old = Rule(
    "测量面积不大于拆旧面积",
    ReclaimedLot,
    Q(old_area__lt=MEASURED),
    "测量面积 {surveyed_area} 亩（复测 {resurveyed_area} 亩）大于拆旧面积 {old_area} 亩，请核实地块的四至。",
    ask=True,
)
first_checked_within_surveyed = Rule(
    "初验面积不大于测量面积",
    ReclaimedLot,
    Q(first_checked_area__gt=MEASURED),
    "初验面积 {first_checked_area} 亩大于测量面积 {surveyed_area} 亩（复测 {resurveyed_area} 亩），"
    "请对照测量报告和初验意见核对。",
    basis=LINKAGE,
)
accepted_within_first_check = Rule(
    "验收面积不大于初验面积",
    ReclaimedLot,
    Q(accepted_area__gt=F("first_checked_area")),
    "验收面积 {accepted_area} 亩大于初验面积 {first_checked_area} 亩，请核实最终验收为什么多认了。",
    ask=True,
)
accepted_within_surveyed = Rule(
    "验收面积不大于测量面积",
    ReclaimedLot,
    Q(accepted_area__gt=MEASURED),
    "验收面积 {accepted_area} 亩大于测量面积 {surveyed_area} 亩（复测 {resurveyed_area} 亩），"
    "请对照测量报告和验收文件核对。",
    basis=LINKAGE,
)
lot_accepted_within_old = Rule(
    "验收面积不大于拆旧面积",
    ReclaimedLot,
    Q(accepted_area__gt=F("old_area")),
    "验收面积 {accepted_area} 亩大于这块地的拆旧面积 {old_area} 亩；拆了多少才能复垦多少，请核对。",
    basis=LINKAGE,
)
lots_accepted_within_project = Rule(
    "项目验收之和不大于拆旧区",
    ReclaimedLot,
    ACCEPTED & Q(project__in=Project.objects.filter(accepted_within_old.broken())),
    "加上这一块的 {accepted_area} 亩，“{project}”验收复垦之和大于拆旧区面积；请核对各地块的验收面积。",
    basis=LINKAGE,
)
cultivated_within_accepted = Rule(
    "验收耕地不大于验收面积",
    ReclaimedLot,
    MIXED & (Q(accepted_area__isnull=True) | Q(accepted_area__lt=CULTIVATED_PARTS)),
    "验收水田 {accepted_paddy}、水浇地 {accepted_irrigated}、旱地 {accepted_dry} 亩之和，"
    "大于验收面积 {accepted_area} 亩（或验收面积还空着）；请对照验收文件核对。",
    basis=LINKAGE,
)
old_plots_within_project = Rule(
    "各地块拆旧之和不大于拆旧区",
    ReclaimedLot,
    Q(old_area__isnull=False)
    & Q(project__in=Project.objects.filter(old_area__lt=of_lots("pk", "old_area"))),
    "加上这一块的 {old_area} 亩，“{project}”各地块拆旧面积之和大于拆旧区面积；请核对，或核实项目的拆旧区面积。",
    ask=True,
)
plot_once = Rule(
    "一个地块只进一个项目",
    ReclaimedLot,
    ~Q(plot_no="")
    & Exists(ReclaimedLot.objects.filter(plot_no=OuterRef("plot_no")).exclude(pk=OuterRef("pk"))),
    "地块编号 {plot_no} 已经登记过；同一块地只能复垦一次、进一个项目，请核对地块编号。",
    basis=LINKAGE,
)
not_too_steep = Rule(
    "陡坡不复垦为耕地",
    ReclaimedLot,
    CULTIVATED & Q(slope__gt=STEEPEST),
    "坡度 {slope}° 超过 {limit}°，不能复垦为{land_class}；请改为林地，或核对坡度。",
    basis=f"水土保持法第20条；{HUNAN_2019}",
    limit=STEEPEST,
)
outside_the_red_line = Rule(
    "生态保护红线内不复垦为耕地",
    ReclaimedLot,
    CULTIVATED & Q(in_red_line=True),
    "这块地在生态保护红线内，不能复垦为{land_class}；请改为林地或其他，或核对红线。",
    basis=HUNAN_2019,
)
outside_built_up_areas = Rule(
    "拆旧区不在连片建设用地内",
    ReclaimedLot,
    Q(in_built_up_area=True),
    "这块地（{name}）在连片建设用地内，一般不能作拆旧区；请核实项目的批准文件。",
    basis=HUNAN_2019,
    ask=True,
)

converted_by_the_rule = Rule(
    "测绘面积按标准换算",
    ReclaimedLot,
    Q(surveyed_area__isnull=False)
    & ~Q(
        Exact(Round(F("surveyed_square_metres") * 3 / 2000, precision=2), F("surveyed_area")),
    )
    & Q(surveyed_square_metres__isnull=False),
    "测绘面积 {surveyed_square_metres} ㎡ 合 {converted} 亩，测量面积却是 {surveyed_area} 亩{disguise}；"
    "请从测绘报告的㎡数换算，只换算一次。",
    basis=IN_UNITS,
    ask=True,
)
square_metres_converted = Rule(
    "测绘面积要换算成亩",
    ReclaimedLot,
    Q(surveyed_square_metres__isnull=False, surveyed_area__isnull=True),
    "测绘面积 {surveyed_square_metres} ㎡ 合 {converted} 亩，请填到测量面积里，并填测量日期。",
    basis=IN_UNITS,
)

kept_after_acceptance = Rule(
    "验收后有人管护",
    ReclaimedLot,
    ACCEPTED & FARMED & (Q(kept_by="") | Q(kept_until__isnull=True)),
    "{accepted_on} 验收的{land_class}，管护主体 {kept_by} 和管护到期日期 {kept_until} 还没有填全；请落实由谁种、管到哪天。",
    basis=f"{RECLAMATION}第31条",
    ask=True,
)
kept_long_enough = Rule(
    "农用地管护年限",
    ReclaimedLot,
    FARMED & Q(LessThan(F("kept_until"), years_after("accepted_on", "land.follow_up_years"))),
    "{accepted_on} 验收、管护到 {kept_until}，不足 {limit} 年；复垦为农用地的要跟踪评价 {limit} 年，请核对。",
    basis=f"{RECLAMATION}第31条：复垦为农用地的，跟踪评价5年",
    limit=FOLLOW_UP,
)
