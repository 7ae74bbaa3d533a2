"""Closed periods: who closed what when, whether the files are whole, what changed since the one before."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from taizhang.core.finding import Finding, Refusal
from taizhang.core.home import documents_folder
from taizhang.desk.access import closes, sees_whole, within_reach
from taizhang.desk.excel_page import attached
from taizhang.desk.sources import closed
from taizhang.documents.closed import answers_of
from taizhang.documents.files import save_word
from taizhang.documents.links import SNAPSHOT_DIGITS
from taizhang.documents.numbering import NUMBERINGS
from taizhang.documents.summary import compile_summary
from taizhang.documents.writing import word
from taizhang.snapshots.closing import close
from taizhang.snapshots.models import Closing
from taizhang.snapshots.package import NAME, short_code
from taizhang.snapshots.store import Snapshot, checked, find_snapshot, verify

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Line:
    """A closed period in the list: `damage` is what is wrong with its files, empty where nothing is."""

    key: str
    short: str
    period: str
    number: int
    cutoff: date
    closed_by: str
    closed_at: datetime
    digest: str
    damage: str


class CloseForm(forms.Form):
    period = forms.CharField(label="期间", max_length=21)
    cutoff = forms.DateField(label="统计截止日", required=False)


def snapshots_view(request: HttpRequest) -> HttpResponse:
    """All closings within reach, newest first, those whose folder is gone or unreadable as well."""
    readable = [line_of(one) for one in closed(request)]
    here = {line.digest for line in readable}
    lost = [lost_line(row) for row in Closing.objects.all() if row.digest not in here]
    lines = sorted([*readable, *lost], key=lambda line: line.closed_at, reverse=True)
    context = {"title": "封存件", "lines": lines, "may_close": closes(request)}
    return TemplateResponse(request, "desk/snapshots.html", context)


def line_of(one: Snapshot) -> Line:
    return Line(
        one.digest[:SNAPSHOT_DIGITS],
        one.short,
        one.period,
        one.number,
        one.cutoff,
        one.closed_by,
        one.closed_at,
        one.digest,
        damage_of(one),
    )


def lost_line(row: Closing) -> Line:
    """A closing that is registered and cannot be read."""
    return Line(
        row.digest[:SNAPSHOT_DIGITS],
        short_code(row.digest),
        row.period,
        row.number,
        row.cutoff,
        row.closed_by,
        row.at,
        row.digest,
        "登记在案，文件夹却不见了或读不出来，请从备份恢复。",
    )


def damage_of(snapshot: Snapshot) -> str:
    try:
        checked(snapshot)
    except Refusal as refusal:
        return str(refusal)
    return ""


@require_POST
def close_view(request: HttpRequest) -> HttpResponse:
    """Close a period of the post's place."""
    if not closes(request):
        raise PermissionDenied
    form = CloseForm(request.POST)
    if not form.is_valid():
        messages.error(
            request,
            "；".join(
                f"{form.fields[name].label}：{''.join(map(str, texts))}"
                for name, texts in form.errors.items()
            ),
        )
        return redirect("admin:snapshots")
    try:
        made = close(
            form.cleaned_data["period"],
            today=timezone.localdate(),
            cutoff=form.cleaned_data["cutoff"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:snapshots")
    messages.success(request, f"{made.label}已封存，封存号 {made.short}。")
    return redirect("admin:snapshot", key=made.digest[:SNAPSHOT_DIGITS])


def snapshot_view(request: HttpRequest, key: str) -> HttpResponse:
    """One snapshot: what it is, every file checked at this moment, what moved since the one before."""
    snapshot = reachable(request, key)
    findings: list[Finding] = verify(snapshot)
    context: dict[str, Any] = {
        "title": snapshot.label,
        "snapshot": snapshot,
        "key": key,
        "findings": findings,
        "is_damaged": any(finding.severity == "error" for finding in findings),
        "sees_whole": sees_whole(request, snapshot.place),
        "numberings": NUMBERINGS,
    }
    return TemplateResponse(request, "desk/snapshot.html", context)


def reachable(request: HttpRequest, key: str) -> Snapshot:
    """A snapshot that the post's place is part of, or that is part of it."""
    snapshot = find_snapshot(key)
    within_reach(request, snapshot.place)
    return snapshot


def package_view(request: HttpRequest, key: str) -> HttpResponse:
    """What the snapshot says of itself: definitions, files and digests; it names no record."""
    snapshot = reachable(request, key)
    content = (snapshot.folder / NAME).read_bytes()
    return attached(content, f"{snapshot.period}-{snapshot.number}-{NAME}", "application/json")


def summary_view(request: HttpRequest, key: str) -> HttpResponse:
    """The summary of the closed period, compiled now; it tells of all lines and places."""
    snapshot = reachable(request, key)
    if not sees_whole(request, snapshot.place):
        raise PermissionDenied
    asked = request.GET.get("numbering", NUMBERINGS[0])
    numbering = asked if asked in NUMBERINGS else NUMBERINGS[0]
    compiled = compile_summary(answers_of(snapshot), timezone.localdate(), numbering)
    path = documents_folder() / f"{compiled.document.title}（{snapshot.short}）.docx"
    save_word(word(compiled.document), path)
    return attached(path.read_bytes(), path.name, WORD)
