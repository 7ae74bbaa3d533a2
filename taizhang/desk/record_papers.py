"""The papers of a record on its page: those to be printed, those that wait for a date, and what a scan may be of."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from taizhang.desk.access import post, sees
from taizhang.desk.excel_page import attached
from taizhang.documents.files import word_bytes
from taizhang.documents.papers import may_print, papers_of
from taizhang.documents.printing import print_paper
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger
from taizhang.ledgers.workflow import workflow

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class PaperLine:
    """A paper of a record, or the date it waits for."""

    name: str
    title: str
    is_public: bool
    missing: str


def record_papers(request: HttpRequest, record: Record) -> list[PaperLine]:
    """The papers of a record that the acting post may print."""
    role = post(request).role
    return [
        PaperLine(name, paper.title, paper.public, paper.missing_date(record))
        for name, paper in papers_of(type(record)).items()
        if may_print(paper, role)
    ]


def paper_titles(model: type[Record]) -> list[str]:
    """What a scan kept with a record may be of: the papers its steps want first, then those it prints."""
    flow = workflow(model)
    wanted = [step.paper for step in (flow.steps if flow else ()) if step.paper]
    return list(dict.fromkeys([*wanted, *(paper.title for paper in papers_of(model).values())]))


def paper_view(request: HttpRequest, name: str, pk: int, paper: str) -> HttpResponse:
    """A paper of a record as a Word file."""
    model = ledger(name)
    found = papers_of(model).get(paper)
    if found is None:
        raise Http404
    if not (sees(request, model._meta.app_label) and may_print(found, post(request).role)):
        raise PermissionDenied
    record = get_object_or_404(model, pk=pk)
    document = print_paper(paper, record, timezone.localdate())
    return attached(word_bytes(document), f"{found.title}_{record.number}.docx", DOCX)
