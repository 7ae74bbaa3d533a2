"""The forms that the upper level asks for: the catalogue, what is due, a form filled from a closed period."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from taizhang.core.finding import Refusal
from taizhang.core.home import forms_folder
from taizhang.desk.access import closes, post, sees_whole
from taizhang.desk.excel_page import attached
from taizhang.desk.snapshots_page import reachable
from taizhang.desk.sources import closed
from taizhang.documents.closed import answers_of
from taizhang.documents.forms.filling import Filled, file_name, fill
from taizhang.documents.forms.mapping import FormMapping
from taizhang.documents.forms.overlapping import Overlap, overlaps
from taizhang.documents.forms.shelf import DueForm, due_forms, form_named, shelf
from taizhang.documents.links import SNAPSHOT_DIGITS
from taizhang.indicators.indicator import definitions
from taizhang.ledgers.models import FormSent
from taizhang.people.models import within
from taizhang.snapshots.store import Snapshot

SENT = "admin:ledgers_formsent_add"


def fills_forms(request: HttpRequest) -> bool:
    """Whoever may close a period of the whole place: a form tells of it in every line, like the summary."""
    return closes(request) and sees_whole(request, post(request).place_id)


def catalogue_view(request: HttpRequest) -> HttpResponse:
    """Every form with who asks and until when, what two of them ask for twice, and what cannot be read."""
    if not fills_forms(request):
        raise PermissionDenied
    told, today = shelf(), timezone.localdate()
    twice, wrong = overlapping(told.forms)
    context = {
        "title": "上级报表",
        "folder": forms_folder(),
        "forms": [row_of(one, today) for one in told.forms],
        "due": due_of(request, today),
        "snapshots": [
            (one.digest[:SNAPSHOT_DIGITS], f"{one.label}（{one.short}）") for one in own(request)
        ],
        "overlaps": twice,
        "troubles": [*told.troubles, *wrong],
    }
    return TemplateResponse(request, "desk/required_forms.html", context)


def own(request: HttpRequest) -> list[Snapshot]:
    """The closed periods of the post's own place, newest first."""
    return [one for one in closed(request) if one.place == post(request).place_id]


def row_of(mapping: FormMapping, today: date) -> dict[str, Any]:
    period = mapping.entry.period_before(today)
    deadline = mapping.entry.due(period) if period else None
    return {"mapping": mapping, "entry": mapping.entry, "period": period, "deadline": deadline}


def overlapping(forms: list[FormMapping]) -> tuple[list[Overlap], list[str]]:
    """What two forms ask for twice; a mapping whose words nobody knows is told instead, and left out."""
    good, wrong = [], []
    for mapping in forms:
        try:
            overlaps([mapping], definitions())
        except Refusal as refusal:
            wrong.append(str(refusal))
        else:
            good.append(mapping)
    return overlaps(good, definitions()), wrong


def due_of(request: HttpRequest, today: date) -> list[DueForm]:
    """The forms that wait to be sent, for a post that fills them; nothing for any other."""
    if not fills_forms(request):
        return []
    gone = FormSent.objects.filter(within(post(request).place_id)).values_list("form", "period")
    return due_forms(today, frozenset(gone))


def filled_view(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """A form filled now: how many cells, what to look at, and where its own formulas say something else."""
    snapshot, filled, _ = filled_now(request, key, name)
    initial = {"form": filled.mapping.title, "period": snapshot.period, "snapshot": snapshot.short}
    initial |= {"place": snapshot.place, "sent_to": filled.mapping.entry.asker}
    initial["number"] = f"{filled.mapping.name}-{snapshot.period}"[:40]
    context = {
        "title": filled.mapping.title,
        "filled": filled,
        "snapshot": snapshot,
        "key": key,
        "sent": f"{reverse(SENT)}?{urlencode(initial)}",
    }
    return TemplateResponse(request, "desk/required_form.html", context)


def file_view(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """The filled form as a download."""
    _, filled, file = filled_now(request, key, name)
    return attached(filled.content, file)


def filled_now(request: HttpRequest, key: str, name: str) -> tuple[Snapshot, Filled, str]:
    snapshot = reachable(request, key)
    if not fills_forms(request) or not sees_whole(request, snapshot.place):
        raise PermissionDenied
    mapping, answers = form_named(name), answers_of(snapshot)
    return snapshot, fill(mapping, answers, timezone.localdate()), file_name(mapping, answers)
