"""What is counted of visits: made, due, and due but not made."""

from django.db.models import Q
from django.db.models.lookups import GreaterThanOrEqual

from taizhang.indicators.indicator import Indicator
from taizhang.indicators.makers import Maker, each
from taizhang.ledgers.standards import InTable
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.visits import SiteVisit
from taizhang.lines.housing.rules.visits import FirstVisit

VISITED = {"land_owner": Approval.LandOwner.COLLECTIVE, "refused_on": None, "withdrawn_on": None}
FALLS_DUE = {
    SiteVisit.Kind.SITING: "accepted_on",
    SiteVisit.Kind.SETTING_OUT: "approved_on",
    SiteVisit.Kind.TRENCH: "started_on",
    SiteVisit.Kind.KEY_NODES: "started_on",
    SiteVisit.Kind.STRUCTURE: "started_on",
    SiteVisit.Kind.COMPLETION: "completed_on",
}


def owed(kind: SiteVisit.Kind, on: str) -> Q:
    """Whether the list of visits in force on a day has this kind, and visits were registered by then."""
    listed = Q(GreaterThanOrEqual(InTable(f"housing.visit_{kind}", on=on), 1))
    return listed & Q(**{f"{on}__gte": FirstVisit()})


def due() -> list[Maker]:
    """Each visit on the list from the day that makes it due."""
    return [
        each(Approval, on=day, where=Q(**VISITED) & owed(kind, day))
        for kind, day in FALLS_DUE.items()
    ]


def made() -> list[Maker]:
    """The first visits of what is due, once it is due: a repeat does not make up for another."""
    return [
        each(
            SiteVisit,
            on="on",
            where=Q(**{f"approval__{name}": value for name, value in VISITED.items()})
            & Q(kind=kind, is_repeat=False)
            & owed(kind, f"approval__{day}"),
        )
        for kind, day in FALLS_DUE.items()
    ]


site_visits = Indicator(
    "建房到场",
    "次",
    counts=[each(SiteVisit, on="on", item="kind")],
    definition="本期登记的到场，按到场日期计，一次一条；复查也计，是否要求到场不论。",
)
visits_due = Indicator(
    "应到场",
    "次",
    counts=due(),
    definition="集体土地上的建房本期应当到场的次数：选址按受理日期、放线按批准日期、基槽到主体按开工日期、竣工按竣工日期计；登记第一次到场以前的、标准里不要求的环节、不予批准和撤回的申请不计。",
)
visits_missing = Indicator(
    "应到未到",
    "次",
    counts=due(),
    less=made(),
    show="stock",
    definition="截至统计截止日应到场而没有到场记录的次数：应到按应到之日计，已到按到场日期减去；复查不抵应到，登记第一次到场以前的、不予批准和撤回的申请不计。",
)
