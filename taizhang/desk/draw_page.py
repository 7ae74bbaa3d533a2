"""A draw on the desk, in steps that a hall can follow: the list, the promise, the meeting, the result and its file."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from taizhang.core import draw as lots
from taizhang.core import masking
from taizhang.core.finding import Refusal
from taizhang.desk.access import post, sees, writes
from taizhang.desk.excel_page import attached
from taizhang.lines.housing.documents.draws import sealed_paper
from taizhang.lines.housing.models import Draw, drawing
from taizhang.people.models import Role

LINE = "housing"
MOST = 1000  # rows on the page; the file has them all
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class ActForm(forms.Form):
    """What every act needs: its day, which cannot lie ahead."""

    on = forms.DateField(label="办理日期")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(f"办理日期 {on} 还没有到。")
        return on


class MeetingForm(ActForm):
    announced = forms.CharField(label="公开数", max_length=80)
    announced_how = forms.CharField(label="公开数怎样产生（会公布，不写姓名）", max_length=120)
    announced_by = forms.CharField(label="公开数由谁报出", max_length=120)
    supervised_by = forms.CharField(label="监督人", max_length=120)
    secret = forms.CharField(label="密数（信封里的 28 个字符）", max_length=80)


class RepeatForm(ActForm):
    number = forms.CharField(label="新的一次的编号", max_length=40)
    reason = forms.CharField(label="重抽原因（会公布）", max_length=200)


FORMS: dict[str, type[ActForm]] = {
    "list": ActForm,
    "commit": ActForm,
    "run": MeetingForm,
    "repeat": RepeatForm,
}


def draw_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole draw as it stands, with the form of what comes next."""
    return page(request, reachable(request, pk))


def reachable(request: HttpRequest, pk: int) -> Draw:
    if not sees(request, LINE):
        raise PermissionDenied
    return get_object_or_404(Draw.objects.select_related("site", "repeats"), pk=pk)


def page(request: HttpRequest, draw: Draw, tried: ActForm | None = None) -> HttpResponse:
    listed = drawing.list_of(draw)
    given = draw.allocations.select_related("unit").order_by("number")
    context: dict[str, Any] = {
        "title": draw.title,
        "draw": draw,
        "listed": listed,
        "shown": listed.households[:MOST],
        "faults": listed.faults(),
        "is_changed": bool(draw.list_digest) and listed.digest != draw.list_digest,
        "secret": lots.grouped(draw.secret),
        "result": [(one.number, masking.name(one.householder), one.unit) for one in given[:MOST]],
        "meeting_form": tried if isinstance(tried, MeetingForm) else meeting_form(draw),
        "repeat_form": tried if isinstance(tried, RepeatForm) else RepeatForm(),
        "today": timezone.localdate(),
        "may_write": writes(request, LINE),
        "again": draw.repeated_by.first(),
    }
    return TemplateResponse(request, "desk/draw.html", context)


def meeting_form(draw: Draw) -> MeetingForm:
    names = ("announced_how", "announced_by", "supervised_by")
    return MeetingForm(initial={name: getattr(draw, name) for name in names})


@require_POST
def act_view(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Do what comes next; what is refused stands on the page with what was typed."""
    if act not in FORMS:
        raise Http404
    draw = reachable(request, pk)
    if not writes(request, LINE):
        raise PermissionDenied
    form = FORMS[act](request.POST)
    if not form.is_valid():
        for name, told in form.errors.items():
            messages.error(request, f"{form.fields[name].label}：{''.join(map(str, told))}")
        return page(request, draw, form)
    try:
        return ACTS[act](request, draw, form.cleaned_data)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        draw.refresh_from_db()
        return page(request, draw, form)


def acting_role(request: HttpRequest) -> Role:
    return Role(post(request).role)


def publish_list(request: HttpRequest, draw: Draw, said: dict[str, Any]) -> HttpResponse:
    drawing.publish_list(draw, said["on"], acting_role(request))
    messages.success(request, "名单已公布。请打印名单公告，连同名单摘要一起张贴。")
    return redirect("admin:draw", pk=draw.pk)


def commit(request: HttpRequest, draw: Draw, said: dict[str, Any]) -> HttpResponse:
    """The paper for the envelope, handed out this once and kept nowhere."""
    papers: list[bytes] = []
    drawing.commit(
        draw,
        said["on"],
        acting_role(request),
        lambda held, secret: papers.append(sealed_paper(held, secret, said["on"])),
    )
    return attached(papers[0], f"抽签密数-{draw.number}.docx", WORD)


def run(request: HttpRequest, draw: Draw, said: dict[str, Any]) -> HttpResponse:
    on = said.pop("on")
    for question in drawing.run(draw, drawing.Opened(**said), on, acting_role(request)):
        messages.warning(request, f"请核实：{question}")
    messages.success(request, "已抽签。请打印签字表当场签字，公布结果和公布文件。")
    return redirect("admin:draw", pk=draw.pk)


def repeat(request: HttpRequest, draw: Draw, said: dict[str, Any]) -> HttpResponse:
    made = drawing.repeat(draw, said["number"], said["reason"], said["on"], acting_role(request))
    messages.success(request, "原来的一次已作废，新的一次请从公布规则办起；两次都留在记录里。")
    return redirect("admin:draw", pk=made.pk)


ACTS: dict[str, Callable[[HttpRequest, Draw, dict[str, Any]], HttpResponse]] = {
    "list": publish_list,
    "commit": commit,
    "run": run,
    "repeat": repeat,
}


def file_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The published file as it stands."""
    draw = reachable(request, pk)
    content = drawing.publication(draw)
    return attached(content, f"抽签公布-{draw.number}.json", "application/json")
