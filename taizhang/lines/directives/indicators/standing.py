"""Standing meetings planned and held, and leading groups in office: figures of the town, of no village and nobody apart."""

from django.db.models import Q

from taizhang.indicators.indicator import Indicator, Ratio
from taizhang.indicators.makers import during, each
from taizhang.lines.directives.models import GroupMember, LeadingGroup, Session

sessions_planned = Indicator(
    "例会应开",
    "次",
    counts=[each(Session, on="due_on", item="cadence__name")],
    definition="例会期次台账里排定的例会，按应开日期计，按例会名称分；说明了原因不开的也计。只有全镇的数。",
)
sessions_held = Indicator(
    "例会实开",
    "次",
    counts=[each(Session, on="due_on", where=Q(held_on__isnull=False), item="cadence__name")],
    definition="排定的例会中开了的，按应开日期计，一期只计一次，与例会应开逐期对应；不在期次里的会议不计。只有全镇的数。",
)
sessions_share = Ratio(
    "例会落实率",
    "%",
    of=sessions_held,
    to=sessions_planned,
    definition="例会实开除以例会应开，都按应开日期计；只算全镇，不分村、不分人，不用于考核排名。",
)
leading_groups = Indicator(
    "领导小组",
    "个",
    counts=[during(LeadingGroup, since="founded_on", until="dissolved_on")],
    show="stock",
    definition="在册的领导小组，从成立日期起计，撤销日期起不计。",
)
group_seats = Indicator(
    "领导小组成员席位",
    "席",
    counts=[during(GroupMember, since="since", until="until", item="seat")],
    show="stock",
    definition="各领导小组在任的职务，从任职日期起计，免职日期起不计；一个人在几个小组任职的各计一席，不是人数。",
)
