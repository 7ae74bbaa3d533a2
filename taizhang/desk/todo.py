"""The to-do list on the desk: a person's own area first, everything the post may see by a switch, and on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone

from taizhang.desk.access import at_work, post, sees
from taizhang.desk.record_actions import page_of
from taizhang.desk.required_forms import due_of
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers
from taizhang.ledgers.waiting import MOST, Asked, due, questions
from taizhang.people.duties import duties_on

MOST_ON_THE_PAGE = 200
MINE, ALL = "mine", "all"


def todo_view(request: HttpRequest) -> HttpResponse:
    """The page at /todo/, which prints on A4."""
    context = due_context(request, MOST_ON_THE_PAGE)
    context |= {"title": "待办", "whole": True, "post": post(request)}
    return TemplateResponse(request, "desk/todo.html", context)


def due_view(request: HttpRequest) -> HttpResponse:
    """What is due, for the start page, loaded after it stands."""
    return render(request, "desk/todo_due.html", due_context(request, MOST))


def questions_view(request: HttpRequest) -> HttpResponse:
    """What the rules ask, loaded after what is due: asking a whole ledger takes its time."""
    told = [
        (question, [(one, address(one.record)) for one in question.records])
        for question in questions(asked(request, MOST))
    ]
    return render(request, "desk/todo_questions.html", {"questions": told})


def asked(request: HttpRequest, most: int) -> Asked:
    """Whose list: one's own area unless everything is asked for, or unless one has no area."""
    user, today = at_work(request).user, timezone.localdate()
    models = tuple(model for model in ledgers() if sees(request, model._meta.app_label))
    duties = duties_on(today)
    scope = request.GET.get("scope", MINE)
    mine = scope != ALL and bool(duties.of(user))
    return Asked(models, user, today, duties, mine, most, post(request).place_id)


def due_context(request: HttpRequest, most: int) -> dict[str, Any]:
    told = asked(request, most)
    found, area = due(told), told.duties.of(told.user)
    shown = found.mine if told.mine else found.all
    return {
        "user": told.user,
        "today": told.today,
        "mine": told.mine,
        "has_area": bool(area),
        "area": "、".join(str(duty.place) for duty in area),
        "scopes": [
            (MINE, "我的分片", found.mine, told.mine),
            (ALL, "全部", found.all, not told.mine),
        ],
        "scope": MINE if told.mine else ALL,
        "rows": [(one, address(one.record)) for one in found.rows],
        "left": shown - len(found.rows),
        "overdue": found.overdue_mine if told.mine else found.overdue_all,
        "troubles": found.troubles,
        "due": due_of(request, told.today),
    }


def address(record: Record) -> str:
    return page_of(record.ledger_name(), record.pk)
