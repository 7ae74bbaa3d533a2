"""The desk's own admin site: every ledger registered from the catalogue, our pages beside them, one door for all."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from unfold.sites import UnfoldAdminSite

from taizhang.desk import (
    adjusted,
    check_page,
    draw_page,
    excel_page,
    figure_page,
    figures_page,
    record_actions,
    record_papers,
    required_forms,
    snapshots_page,
    start,
    todo,
)
from taizhang.desk.access import appointment
from taizhang.desk.accounts import SignInForm
from taizhang.desk.administration import register_administration
from taizhang.desk.ledger_admin import LedgerAdmin
from taizhang.ledgers.registry import ledgers

View = Callable[..., HttpResponse]


class Desk(UnfoldAdminSite):
    """Whoever has signed in may enter; what is then shown is decided by the appointment."""

    login_form = SignInForm
    index_title = "开始"
    enable_nav_sidebar = True

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The start page: pictures for those who read figures, what they manage for the administrator."""
        request.current_app = self.name
        response = start.start_view(request)
        response.context_data = self.each_context(request) | (response.context_data or {})
        return response

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and request.user.is_active

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Every page of the desk comes through here; without an appointment there is one, and the way out."""
        way_out = view == self.logout

        def appointed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.has_permission(request) and appointment(request) is None and not way_out:
                return render(request, "desk/no_appointment.html", status=403)
            return view(request, *args, **kwargs)

        return super().admin_view(update_wrapper(appointed, view), cacheable)

    def get_urls(self) -> list[URLPattern]:
        """Without Django's way from a record to its page on a public site: there is no such site."""
        return [one for one in super().get_urls() if getattr(one, "name", "") != "view_on_site"]

    def extra_urls(self) -> list[URLPattern]:
        record = "record/<str:name>/<int:pk>/"
        return [
            self.page(record, record_actions.record_page, "record"),
            self.page(f"{record}step/", record_actions.step_view, "record_step"),
            self.page(f"{record}attach/", record_actions.attach_view, "record_attach"),
            self.page(f"{record}<str:paper>.docx", record_papers.paper_view, "paper"),
            self.page("attachment/<int:pk>/", record_actions.attachment_view, "attachment"),
            self.page("attachment/<int:pk>/small.jpg", record_actions.preview_view, "small"),
            self.page("excel/<str:name>/", excel_page.upload_view, "upload"),
            self.page("excel/<str:name>/form.xlsx", excel_page.form_view, "form"),
            self.page("excel/<str:name>/<str:token>/", excel_page.preview_view, "preview"),
            self.page("excel/<str:name>/<str:token>/marked.xlsx", excel_page.marked_view, "marked"),
            self.page("figures/", figures_page.figures_view, "figures"),
            self.page("figure/<str:key>/<str:indicator>/", figure_page.figure_view, "figure"),
            self.page("snapshots/", snapshots_page.snapshots_view, "snapshots"),
            self.page("snapshots/close/", snapshots_page.close_view, "close"),
            self.page("snapshots/<str:key>/", snapshots_page.snapshot_view, "snapshot"),
            self.page("snapshots/<str:key>/adjustments/", adjusted.adjusted_view, "adjusted"),
            self.page(
                "snapshots/<str:key>/datapackage.json", snapshots_page.package_view, "package"
            ),
            self.page("snapshots/<str:key>/summary.docx", snapshots_page.summary_view, "summary"),
            self.page("forms/", required_forms.catalogue_view, "required_forms"),
            self.page("forms/<str:key>/<str:name>/", required_forms.filled_view, "required_form"),
            self.page(
                "forms/<str:key>/<str:name>/form.xlsx",
                required_forms.file_view,
                "required_form_file",
            ),
            self.page("check/", check_page.check_view, "check"),
            self.page("todo/", todo.todo_view, "todo"),
            self.page("draw/<int:pk>/", draw_page.draw_view, "draw"),
            self.page("draw/<int:pk>/file.json", draw_page.file_view, "draw_file"),
            self.page("draw/<int:pk>/<str:act>/", draw_page.act_view, "draw_act"),
            self.page("todo/due/", todo.due_view, "todo_due"),
            self.page("todo/questions/", todo.questions_view, "todo_questions"),
        ]

    def page(self, route: str, view: View, name: str) -> URLPattern:
        """A page of our own: its context is put into the desk's frame."""

        def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response.context_data = self.each_context(request) | (response.context_data or {})
            return response

        return path(route, self.admin_view(update_wrapper(framed, view)), name=name)


def make_desk() -> Desk:
    desk = Desk()
    for model in ledgers():
        desk.register(model, LedgerAdmin)
    register_administration(desk)
    return desk


desk = make_desk()
