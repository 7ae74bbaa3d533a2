"""What is printed of linkage: the papers of acceptance, the quota page of a project, and the sheet for the county."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import F, QuerySet

from taizhang.documents.papers import Paper
from taizhang.lines.land.models import (
    AcceptedLine,
    CountyStatement,
    Project,
    QuotaLine,
    QuotaMovement,
    ReclaimedLot,
    StatementLine,
)
from taizhang.lines.land.models.quota import OURS
from taizhang.lines.land.models.totals import ACCEPTED_CULTIVATED, ACCEPTED_PADDY


def lots(project: Project) -> QuerySet[ReclaimedLot]:
    return project.lots.select_related("place")


def accepted_lines(project: Project) -> Iterator[AcceptedLine]:
    """The accepted lots of a project."""
    accepted = lots(project).filter(accepted_on__isnull=False)
    for lot in accepted.annotate(cultivated=ACCEPTED_CULTIVATED, paddy=ACCEPTED_PADDY):
        yield AcceptedLine(
            number=lot.number,
            name=lot.name,
            village=lot.place.name,
            land_class=lot.get_land_class_display(),
            old_area=lot.old_area,
            surveyed_area=lot.surveyed_area if lot.resurveyed_on is None else lot.resurveyed_area,
            accepted_area=lot.accepted_area,
            cultivated=lot.cultivated,
            paddy=lot.paddy,
        )


def quota_lines(project: Project) -> Iterator[QuotaLine]:
    """The movements of a project in the order of their days, with the balances after each."""
    balances: Counter[str] = Counter()
    copied = ("moved_on", "number", "kind", "area", "site_number", "document_no")
    for move in project.movements.order_by("moved_on", "pk"):
        source, target = QuotaMovement.MOVES[move.kind]
        balances[source] -= move.area
        balances[target] += move.area
        yield QuotaLine(
            **{name: getattr(move, name) for name in copied},
            **{str(account.value): balances[account] for account in OURS},
        )


def statement_lines(project: Project) -> Iterator[StatementLine]:
    """What the county stated of a project, each beside the ledger's figure of that day."""
    stated = project.statements.annotate(ours=CountyStatement.in_ledger())
    for one in stated.order_by(F("stated_on").desc(), "subject"):
        yield StatementLine(
            stated_on=one.stated_on,
            subject=one.subject,
            stated_area=one.stated_area,
            ledger_area=one.ours,
            difference=one.ours - one.stated_area,
            agrees=one.ours == one.stated_area,
            document_no=one.document_no,
        )


acceptance_application = Paper("复垦验收申请", Project, lists={"地块": lots})
first_check = Paper("复垦初验意见表", Project, when="applied_on", lists={"地块": lots})
confirmation_sheet = Paper(
    "验收确认书数据表", Project, when="accepted_on", lists={"验收地块": accepted_lines}
)
quota_page = Paper("指标台账页", Project, lists={"指标变动": quota_lines})
statement_sheet = Paper("县局对账表", Project, lists={"对账": statement_lines})
