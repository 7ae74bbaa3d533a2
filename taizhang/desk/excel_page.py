"""Excel on the desk: a list out as a workbook, a workbook in after a look at what it would change."""

import secrets
import shutil
import tempfile
from pathlib import Path
from time import time

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from taizhang.core.home import home
from taizhang.desk.access import appointment, writes
from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.form import write_form
from taizhang.ledgers.excel.importing import Options, import_workbook
from taizhang.ledgers.excel.marking import mark
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST = 100 * 2**20  # bytes
KEPT_FOR = 24 * 3600  # seconds that an uploaded workbook waits for its answer
PROBLEMS_SHOWN = 200


class UploadForm(forms.Form):
    workbook = forms.FileField(label="Excel 文件")

    def clean_workbook(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["workbook"]
        if (upload.size or 0) > LARGEST:
            raise forms.ValidationError(f"文件“{upload.name}”超过 100 MB，请分村或分期导入。")
        return upload


def workbook_of(model: type[Record], records: "QuerySet[Record]") -> HttpResponse:
    """A ledger's rows as a download."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        export_workbook(model, path, records)
        return attached(path.read_bytes(), f"{model._meta.verbose_name}.xlsx")


def attached(content: bytes, name: str, kind: str = XLSX) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def form_view(request: HttpRequest, name: str) -> HttpResponse:
    """The empty form of a ledger, with its choices."""
    model = writable(request, name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        write_form(model, path)
        return attached(path.read_bytes(), f"{model._meta.verbose_name}填报表.xlsx")


def upload_view(request: HttpRequest, name: str) -> HttpResponse:
    """Take a workbook in and show what it would change."""
    model = writable(request, name)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        token = keep(request, form.cleaned_data["workbook"])
        return redirect("admin:preview", name=name, token=token)
    return TemplateResponse(
        request,
        "desk/upload.html",
        {"title": f"导入{model._meta.verbose_name}", "ledger": name, "form": form},
    )


def preview_view(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """What the kept workbook would change; posted, change it."""
    model, path = writable(request, name), kept(request, token)
    if request.method == "POST":
        done = import_workbook(model, path, Options(keep_good="keep_good" in request.POST))
        if done.written:
            messages.success(
                request,
                f"已导入“{path.name}”：新增 {done.new} 条，修改 {done.changed} 条，相同 {done.same} 条。",
            )
            return redirect(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    result = import_workbook(model, path, Options(dry_run=True))
    good = result.new + result.changed + result.same
    problems = result.problems.in_order()[:PROBLEMS_SHOWN]
    context = {
        "title": f"导入{model._meta.verbose_name}",
        "ledger": name,
        "token": token,
        "result": result,
        "good": good,
        "problems": problems,
        "questions": result.questions.in_order()[:PROBLEMS_SHOWN],
        "back": reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"),
    }
    return TemplateResponse(request, "desk/preview.html", context)


def marked_view(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """The workbook given back with its wrong cells marked."""
    model, path = writable(request, name), kept(request, token)
    marked = mark(import_workbook(model, path, Options(dry_run=True)))
    content = marked.read_bytes()
    marked.unlink()
    return attached(content, marked.name)


def writable(request: HttpRequest, name: str) -> type[Record]:
    model = ledger(name)
    if not writes(request, model._meta.app_label):
        raise PermissionDenied
    return model


def uploads() -> Path:
    folder = home() / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)  # what waits there names persons
    return folder


def keep(request: HttpRequest, upload: UploadedFile) -> str:
    """Put a workbook aside until its sender has looked at what it changes; the token is theirs alone."""
    forget_old()
    word = secrets.token_urlsafe(12)
    folder = uploads() / word
    folder.mkdir()
    with (folder / Path(upload.name or "workbook.xlsx").name).open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return signer(request).sign(word)


def kept(request: HttpRequest, token: str) -> Path:
    try:
        folder = uploads() / signer(request).unsign(token)
    except BadSignature:
        raise Http404 from None
    files = list(folder.glob("*")) if folder.is_dir() else []
    if not files:
        raise Http404
    return files[0]


def signer(request: HttpRequest) -> Signer:
    held = appointment(request)
    return Signer(salt=f"upload of {held.pk if held else ''}", sep=".")


def forget_old() -> None:
    for folder in uploads().iterdir():
        if folder.stat().st_mtime < time() - KEPT_FOR:
            shutil.rmtree(folder, ignore_errors=True)
