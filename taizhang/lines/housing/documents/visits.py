"""What is taken along on a visit to the plot, to be signed there, with the local slogans as lists to tick by pen."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from taizhang.documents.papers import Paper
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.slogans import Slogan, SloganItem
from taizhang.lines.housing.models.visits import SiteVisit
from taizhang.people.models import TOWN


def slogans(record: Record) -> Iterable[Record]:
    """The town's slogans of the day: of the visit, or of today for an empty sheet."""
    day = getattr(record, "on", None) or timezone.localdate()
    running = Q(until__isnull=True) | Q(until__gt=day)
    return Slogan.objects.filter(
        running, place__code__startswith=record.place_id[:TOWN], since__lte=day
    )


def items(record: Record) -> Iterable[Record]:
    """Their points in order."""
    every = SloganItem.objects.filter(slogan__in=slogans(record)).select_related("slogan")
    return every.order_by("slogan__number", "ordinal")


def set_out(record: Record) -> Iterable[Record]:
    """The visits on which the plot was marked out, the last one first."""
    return SiteVisit.objects.filter(approval=record.pk, kind=SiteVisit.Kind.SETTING_OUT).order_by(
        "-on"
    )


CHECK_LIST = {"口号": slogans, "要点": items}

visit_sheet = Paper("到场记录单", SiteVisit, lists=CHECK_LIST)
empty_visit_sheet = Paper("到场记录单（现场填写）", Approval, lists=CHECK_LIST)
setting_out_record = Paper(
    "放样（丈量批放）记录", Approval, when="approved_on", lists={"放线到场": set_out}
)
