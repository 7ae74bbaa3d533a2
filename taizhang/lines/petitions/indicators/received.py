"""What came in: letters in 件, visits in 批次 and 人次, first and repeated ones, groups, by class of matter."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import each
from taizhang.ledgers.standards import InTable
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.models.petitions import IS_ACCUSATION

Channel = Petition.Channel
COUNTED = ~IS_ACCUSATION
BY = "按收到日期、问题发生地计；检举控告不计"
GROUP = Q(
    channel=Channel.VISIT, people__gte=InTable("petitions.group_visit_people", on="received_on")
)


def came(where: Q = COUNTED, amount: str | int = 1, item: str = "") -> each:
    """Petitions on the day they came, at the place of the problem."""
    return each(
        Petition, on="received_on", amount=amount, where=where, item=item, place="problem_place"
    )


def by(channel: str, amount: str | int = 1) -> list[each]:
    return [came(COUNTED & Q(channel=channel), amount, "content_class__name")]


received = Indicator(
    "信访事项总量",
    "件",
    counts=[came(item="channel")],
    definition=f"登记的信访事项，一次来访不论几个人都是一件，{BY}。重复件也计。",
)
by_class = Indicator(
    "信访事项（按内容分类）",
    "件",
    counts=[came(item="content_class__name")],
    definition=f"登记的信访事项按内容分类，一件只归一类，{BY}。",
)
letters = Indicator(
    "群众来信", "件", counts=by(Channel.LETTER), definition=f"收到的来信，一封一件，{BY}。"
)
visits = Indicator(
    "群众来访批次",
    "批次",
    counts=by(Channel.VISIT),
    definition=f"来访的批数，同一事项几个人一起来是一批，{BY}。",
)
visitors = Indicator(
    "群众来访人次",
    "人次",
    counts=by(Channel.VISIT, "people"),
    definition=f"来访的人数之和，按登记的人数，不按代表人数，{BY}。",
)
web = Indicator(
    "网上信访", "件", counts=by(Channel.WEB), definition=f"从网上收到的信访事项，{BY}。"
)
calls = Indicator(
    "来电信访", "件", counts=by(Channel.CALL), definition=f"电话提出并登记的信访事项，{BY}。"
)
faxes = Indicator(
    "传真信访", "件", counts=by(Channel.FAX), definition=f"传真收到的信访事项，{BY}。"
)
transferred = Indicator(
    "上级转交信访事项",
    "件",
    counts=by(Channel.TRANSFERRED),
    definition=f"上级机关转送、交办来的信访事项，{BY}。",
)
first = Indicator(
    "初次信访",
    "件",
    counts=[came(COUNTED & Q(is_repeat=False), item="channel")],
    definition=f"比对没有找到同一信访人同一事项的，{BY}；匿名的无从比对，算初次。",
)
repeated = Indicator(
    "重复信访",
    "件",
    counts=[came(COUNTED & Q(is_repeat=True), item="channel")],
    definition=f"比对出同一信访人、同一事项以前登记过的，{BY}；不由登记人选，匿名的不计。",
)
group_visits = Indicator(
    "集体访批次",
    "批次",
    counts=[came(COUNTED & GROUP)],
    definition=f"来访人数达到统计为集体访的最少人数的，{BY}；五名代表是走访程序，不是这个数。",
)
group_visitors = Indicator(
    "集体访人次",
    "人次",
    counts=[came(COUNTED & GROUP, "people")],
    definition=f"集体访的人数之和，{BY}。",
)
anonymous = Indicator(
    "匿名信访",
    "件",
    counts=[came(COUNTED & Q(anonymous=True))],
    definition=f"信访人没有署名的，{BY}；无法告知，不计入应告知。",
)
suggestions = Indicator(
    "意见建议",
    "件",
    counts=[came(Q(kind=Petition.Kind.SUGGESTION))],
    definition="归为建议意见类的信访事项，按收到日期、问题发生地计；没有分类的不计。",
)
