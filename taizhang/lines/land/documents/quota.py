"""The quota page of a project, and the sheet on which town and county compare."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import F

from taizhang.documents.papers import Paper
from taizhang.lines.land.models import (
    CountyStatement,
    Project,
    QuotaLine,
    QuotaMovement,
    StatementLine,
)
from taizhang.lines.land.models.quota import OURS


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


quota_page = Paper("指标台账页", Project, lists={"指标变动": quota_lines})
statement_sheet = Paper("县局对账表", Project, lists={"对账": statement_lines})
