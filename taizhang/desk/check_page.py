"""A written report checked on the desk: its numbers in colours, what cannot be right, the same in the margin of the user's own file.

Nothing of it is kept: the file is read in a folder that goes with the request, and what can be downloaded is in the page itself.
"""

import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe

from taizhang.checks.against import hold_against, known_figures
from taizhang.checks.checking import Checked, check
from taizhang.checks.reading.opening import LARGEST, open_report
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.reading.report import Report
from taizhang.checks.since_last import gone_back
from taizhang.checks.telling import as_html
from taizhang.checks.telling.as_word import LABELS, write_word
from taizhang.core.finding import Refusal
from taizhang.desk.access import reads_figures
from taizhang.desk.sources import LIVE, LIVE_TITLE, closed, open_view
from taizhang.documents.links import SNAPSHOT_DIGITS

PASTED = "粘贴的文字.txt"
MOST_LETTERS = 500_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class CheckForm(forms.Form):
    """A file or a text, and what it may be held against."""

    report = forms.FileField(label="报告", required=False, allow_empty_file=True)
    text = forms.CharField(
        label="文字",
        required=False,
        max_length=MOST_LETTERS,
        strip=False,
        error_messages={"max_length": "文字超过 50 万字，请分开核对，或存成文件上传。"},
    )
    previous = forms.FileField(label="上一份报告", required=False, allow_empty_file=True)
    source = forms.CharField(label="台账", required=False)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not said.get("report") and not (said.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError("请选一个文件，或者把文字粘贴进来。")
        return said

    def clean_report(self) -> UploadedFile | None:
        return small_enough(self.cleaned_data["report"])

    def clean_previous(self) -> UploadedFile | None:
        return small_enough(self.cleaned_data["previous"])


def small_enough(upload: UploadedFile | None) -> UploadedFile | None:
    if upload and (upload.size or 0) > LARGEST:
        megabytes = LARGEST // 2**20
        raise forms.ValidationError(
            f"文件“{upload.name}”超过 {megabytes} MB 的上限；请去掉图片，或只留正文再来核对。"
        )
    return upload


def check_view(request: HttpRequest) -> HttpResponse:
    """The page at /check/: what to check, and below it what was found."""
    if not reads_figures(request):
        raise PermissionDenied
    form = CheckForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {
        "title": "核对报告",
        "form": form,
        "sources": choices(request),
        "chosen": request.POST.get("source", ""),
        "most": LARGEST // 2**20,
    }
    if request.method == "POST" and form.is_valid():
        with tempfile.TemporaryDirectory() as folder:
            try:
                context |= result(request, form.cleaned_data, Path(folder))
            except Refusal as refusal:
                context["refused"] = str(refusal)
    return TemplateResponse(request, "desk/check.html", context)


def choices(request: HttpRequest) -> list[tuple[str, str]]:
    """The ledgers that the acting post may hold a report against."""
    periods = [
        (one.digest[:SNAPSHOT_DIGITS], f"{one.period} 第{one.number}次封存")
        for one in closed(request)
    ]
    return [*periods, (LIVE, LIVE_TITLE)]


def result(request: HttpRequest, said: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What stands on the page of a report that could be read."""
    checked = check(handed_in(said["report"], folder / "now", said["text"]))
    if said["source"]:
        compare(request, checked, said["source"])
    if said["previous"]:
        checked.remarks += gone_back(checked, check(handed_in(said["previous"], folder / "before")))
    write_word(checked, folder / "marked.docx")
    name = checked.report.path.stem
    return {
        "checked": checked,
        "name": checked.report.path.name,
        "counts": [
            (key, label, as_html.tally(checked)[key]) for key, label in as_html.VERDICTS.items()
        ],
        "marked": mark_safe(as_html.marked(checked)),  # noqa: S308 - every letter of the report is escaped there
        "remarks": [told(checked, remark) for remark in checked.remarks],
        "files": [
            (
                f"{name}-批注.docx",
                "带批注的 Word",
                embedded((folder / "marked.docx").read_bytes(), WORD),
            ),
            (
                f"{name}-核对.html",
                "核对网页",
                embedded(as_html.page(checked).encode(), "text/html"),
            ),
        ],
    }


def told(checked: Checked, remark: Any) -> dict[str, Any]:
    """One remark: how bad, where, what, and the number it leads to."""
    first = remark.claims[0] if remark.claims else None
    return {
        "severity": remark.severity,
        "label": LABELS[remark.severity],
        "where": checked.report.where(checked.claims[first].start) if first is not None else "",
        "message": remark.message,
        "at": first,
    }


def handed_in(upload: UploadedFile | None, folder: Path, text: str = "") -> Report:
    """The report as a file of its own name, or the pasted text. Raises Refusal for what cannot be read."""
    if upload is None:
        return report_of(Path(PASTED), text)
    folder.mkdir()
    path = folder / Path(upload.name or PASTED).name
    with path.open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return open_report(path)


def compare(request: HttpRequest, checked: Checked, key: str) -> None:
    """Against what the acting post itself may see of a closed period, or of today's rows."""
    view = open_view(request, key)
    names = tuple(view.definitions())
    if names:
        known = known_figures(view.source, view.period, checked.report.text, view.place, names)
        hold_against(checked, known)


def embedded(content: bytes, kind: str) -> str:
    """A file inside the page, so that nothing has to wait for its download on the server."""
    return f"data:{kind};base64,{b64encode(content).decode()}"
