"""What is done to a record besides editing its fields: a step of its workflow, a photo or scan kept with it."""

from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminSingleDateWidget,
    UnfoldAdminTextInputWidget,
)

from taizhang.core.finding import Finding, Refusal
from taizhang.desk.access import post, sees, writes, writes_record
from taizhang.desk.record_papers import paper_titles
from taizhang.ledgers.actions import attach, open_attachment, take_step
from taizhang.ledgers.models import Attachment
from taizhang.ledgers.pictures import small_picture
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger
from taizhang.ledgers.workflow import workflow
from taizhang.people.models import Role

KEPT_FOR = 7 * 24 * 3600  # seconds
LARGEST = 20 * 2**20  # bytes; a scan of many pages, not a film
# What a browser may show by itself; everything else is only ever saved to disk.
SHOWN = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
}


class StepForm(forms.Form):
    on = forms.DateField(label="日期", widget=UnfoldAdminSingleDateWidget)
    note = forms.CharField(
        label="意见", max_length=400, required=False, widget=UnfoldAdminTextInputWidget
    )


class AttachmentForm(forms.Form):
    """What to keep with a record; `papers` are the titles of those that it signs and seals."""

    upload = forms.FileField(label="照片或扫描件", widget=UnfoldAdminFileFieldWidget)
    kind = forms.ChoiceField(label="类别", choices=Attachment.Kind, widget=UnfoldAdminSelectWidget)
    paper = forms.ChoiceField(label="是哪份文书", required=False, widget=UnfoldAdminSelectWidget)
    taken_on = forms.DateField(
        label="拍摄（签署）日期", required=False, widget=UnfoldAdminSingleDateWidget
    )
    note = forms.CharField(
        label="说明", max_length=200, required=False, widget=UnfoldAdminTextInputWidget
    )

    def __init__(self, papers: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["paper"]
        choices.choices = [("", "不是文书"), *((one, one) for one in papers)]

    def clean_upload(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["upload"]
        if (upload.size or 0) > LARGEST:
            raise forms.ValidationError(f"文件“{upload.name}”超过 20 MB，请压缩或拆开再传。")
        return upload

    def clean(self) -> dict[str, Any] | None:
        said = super().clean()
        if said and said.get("paper") and said.get("kind") != Attachment.Kind.SCAN:
            self.add_error("kind", f"《{said['paper']}》要传签字盖章后的扫描件，请选“扫描件”。")
        return said


def record_page(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """The page of a record by its ledger's name, as figures and journals name it."""
    return redirect(page_of(name, pk))


def page_of(name: str, pk: int) -> str:
    model = ledger(name)
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[pk])


@require_POST
def step_view(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Date one step of the workflow."""
    record, form = writable(request, name, pk), StepForm(request.POST)
    if not form.is_valid():
        return told(request, name, pk, form)
    flow = workflow(type(record))
    asked = request.POST.get("state")
    step = next((step for step in flow.steps if step.state == asked), None) if flow else None
    if step is None:
        raise Http404
    on: date = form.cleaned_data["on"]
    role, note = Role(post(request).role), form.cleaned_data["note"]
    return done(
        request, name, pk, f"已办“{step.title}”。", lambda: take_step(record, step, on, role, note)
    )


@require_POST
def attach_view(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Keep a photo or scan with a record."""
    record = writable(request, name, pk)
    form = AttachmentForm(paper_titles(type(record)), request.POST, request.FILES)
    if not form.is_valid():
        return told(request, name, pk, form)

    def keep() -> list[Finding]:
        attach(record, **form.cleaned_data)
        return []

    return done(request, name, pk, "附件已保存。", keep)


def writable(request: HttpRequest, name: str, pk: int) -> Record:
    model = ledger(name)
    if not writes(request, model._meta.app_label):
        raise PermissionDenied
    record = get_object_or_404(model, pk=pk)
    if not writes_record(request, record):
        raise PermissionDenied
    return record


def told(request: HttpRequest, name: str, pk: int, form: forms.Form) -> HttpResponse:
    for field, texts in form.errors.items():
        messages.error(request, f"{form.fields[field].label}：{''.join(map(str, texts))}")
    return redirect(page_of(name, pk))


def done(
    request: HttpRequest, name: str, pk: int, word: str, act: Callable[[], list[Finding]]
) -> HttpResponse:
    """Do it and go back to the record; a refusal and questions are told there."""
    try:
        questions = act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(page_of(name, pk))
    messages.success(request, word)
    for question in questions:
        messages.warning(request, f"请核实：{question}")
    return redirect(page_of(name, pk))


def attachment_view(request: HttpRequest, pk: int) -> HttpResponse:
    """An attachment's file, its SHA-256 checked at this moment."""
    found = attachment(request, pk)
    kind = SHOWN.get(PurePath(found.name).suffix.lower())
    response = HttpResponse(open_attachment(found), content_type=kind or "application/octet-stream")
    response["Content-Disposition"] = (
        content_disposition_header(kind is None, found.name) or "attachment"
    )
    response["Content-Security-Policy"] = (
        "frame-ancestors 'none'"  # the browser's PDF page needs its own styles
    )
    return response


def preview_view(request: HttpRequest, pk: int) -> HttpResponse:
    """A small picture of a photo; what is kept never changes, so a browser may keep it too."""
    found = attachment(request, pk)
    if found.kind != Attachment.Kind.PHOTO:
        raise Http404
    small = small_picture(found.name, open_attachment(found))
    return HttpResponse(
        small, content_type="image/jpeg", headers={"Cache-Control": f"private, max-age={KEPT_FOR}"}
    )


def attachment(request: HttpRequest, pk: int) -> Any:
    """An attachment within the post's reach and lines."""
    found: Any = get_object_or_404(Attachment, pk=pk)
    if not sees(request, found.ledger.partition(".")[0]):
        raise PermissionDenied
    return found
