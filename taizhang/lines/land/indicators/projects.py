"""What is counted of linkage projects: approved, accepted, confirmed, and past their day."""

from django.db.models import F, Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import during, each
from taizhang.lines.land.models import Project

EXTENDED = Q(extended_to__isnull=False)
# Who has settled by the day it ends was never late.
LATE = Q(settled_on__isnull=True) | Q(settled_on__gt=F("ends_on"))
LATE_EXTENDED = Q(settled_on__isnull=True) | Q(settled_on__gt=F("extended_to"))

projects = Indicator(
    "增减挂钩项目",
    "个",
    counts=[each(Project, on="approved_on")],
    show="stock",
    definition="已批准的增减挂钩项目，按批准日期计，累计数；不论是否已验收、结清。",
)
quota_approved = Indicator(
    "批准增减挂钩规模",
    "亩",
    counts=[each(Project, on="approved_on", amount="approved_area")],
    show="stock",
    definition="项目批准的周转指标规模，按批准日期计，累计数；批准规模分次下达，下达的另计。",
)
projects_accepted = Indicator(
    "验收增减挂钩项目",
    "个",
    counts=[each(Project, on="accepted_on")],
    show="stock",
    definition="通过最终验收的项目，按最终验收日期计，累计数；只通过县级初验的不计。",
)
quota_confirmed = Indicator(
    "确认书面积",
    "亩",
    counts=[each(Project, on="confirmed_on", amount="confirmed_area")],
    show="stock",
    definition="备案后由确认书确认的复垦面积，按确认书日期计，累计数；只验收、没有取得确认书的不计。",
)
projects_overdue = Indicator(
    "超期未结清项目",
    "个",
    counts=[
        during(Project, since="ends_on", until="settled_on", where=~EXTENDED & LATE),
        during(Project, since="extended_to", until="settled_on", where=EXTENDED & LATE_EXTENDED),
    ],
    show="stock",
    definition="到了到期日期还没有结清的项目，到期之日起计，结清之日起不计；重新规划的从新的到期日期起计。",
)
