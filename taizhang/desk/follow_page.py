"""A petitioner follows a case without signing in: its number and the code on the receipt, and days in answer.

What may be told is decided by the database (petitions_follow); this page words it. It is nobody's business else, so
no browser and no proxy keeps the answer.
"""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from taizhang.core import calendar
from taizhang.core.calendar import Deadline
from taizhang.ledgers.standards import standard_on
from taizhang.lines.petitions.models import Petition
from taizhang.lines.petitions.models.following import Locked, follow
from taizhang.lines.petitions.workflow import petition as flow

WRONG = "编号和查询码对不上，请对照登记回执再输一次；字母不分大小写，数字0和1、字母I和O不会出现在查询码里。"
REVIEWS = (
    ("served_on", "review_asked_on", "复查"),
    ("review_opinion_on", "re_review_asked_on", "复核"),
)
TOO_MANY = 429


class FollowForm(forms.Form):
    number = forms.CharField(label="信访事项编号", max_length=40)
    code = forms.CharField(label="查询码", max_length=20)


@dataclass(frozen=True)
class Told:
    """What is shown of a case: how far it is, the days until now, and what is due next by when."""

    number: str
    state: str
    steps: list[tuple[str, date]]
    due: list[tuple[str, Deadline]]


@never_cache
@sensitive_post_parameters("code")
def follow_view(request: HttpRequest) -> HttpResponse:
    """The form; and after it the case, or the sentence that number and code do not belong together."""
    form = FollowForm(request.POST or None)
    sentence, told, status = "", None, 200
    if request.method == "POST" and form.is_valid():
        try:
            found = follow(form.cleaned_data["number"], form.cleaned_data["code"])
            told = shown(found) if found else None
            sentence = "" if found else WRONG
        except Locked as locked:
            sentence, status = str(locked), TOO_MANY
    context = {"form": form, "told": told, "sentence": sentence}
    return render(request, "desk/follow.html", context, status=status)


def shown(petition: Petition) -> Told:
    now = flow.state(petition)
    days = [(one.title, getattr(petition, one.on)) for one in flow.steps]
    told = [("收到", petition.received_on), *((title, on) for title, on in days if on)]
    due = [(due_title(one.title), end) for one, end in flow.open_steps(petition) if end]
    return Told(
        petition.number, now.title if now else "收到", told, first_of_each(due) + rights(petition)
    )


def due_title(title: str) -> str:
    """Whichever way it is decided, it is told by the same day."""
    decisions = ("转送", "交办", "受理", "不予受理", "引导到其他途径")
    return "告知怎样处理" if title in decisions else title


def first_of_each(due: list[tuple[str, Deadline]]) -> list[tuple[str, Deadline]]:
    return list({title: (title, end) for title, end in due}.values())


def rights(petition: Petition) -> list[tuple[str, Deadline]]:
    """Until when the petitioner may ask for a review."""
    told = []
    for since, asked_on, what in REVIEWS:
        start = getattr(petition, since)
        if start and getattr(petition, asked_on) is None and not petition.closed_on:
            days = int(standard_on("petitions.review_asking_days", start))
            told.append((f"您可以申请{what}", calendar.calendar_days(start, days)))
    return told
