"""The start page: pictures of the newest closed period first, then what waits for somebody.

Nothing here counts who uploaded or entered how much: no village and no person is ranked.
"""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from taizhang.desk.access import administers
from taizhang.desk.figures_page import lines
from taizhang.desk.sources import newest_view
from taizhang.people.models import Appointment, Office, Place, Post, User

CARDS_A_LINE = 4


def start_view(request: HttpRequest) -> TemplateResponse:
    if administers(request):
        return TemplateResponse(
            request, "desk/start_administrator.html", {"title": "开始", "cards": managed()}
        )
    view = newest_view(request)
    told = lines(view)
    cards = [(line.title, [row.cell for row in line.rows[:CARDS_A_LINE]]) for line in told]
    charts = [chart for line in told for chart in line.charts]
    context = {"title": "开始", "view": view, "cards": cards, "charts": charts}
    return TemplateResponse(request, "desk/start.html", context)


def managed() -> list[tuple[str, int, str]]:
    """What the administrator manages, with how many there are."""
    return [
        (
            str(model._meta.verbose_name),
            model._default_manager.count(),
            address(model._meta.model_name or ""),
        )
        for model in (Place, Office, Post, User, Appointment)
    ]


def address(model_name: str) -> str:
    return reverse(f"admin:people_{model_name}_changelist")
