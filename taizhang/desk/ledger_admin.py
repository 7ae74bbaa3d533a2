"""Every ledger's list, form and page, from its declaration alone: a new line of work needs nothing here."""

from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.views import ChangeList

from taizhang.desk.access import post, sees, writes, writes_record
from taizhang.desk.columns import (
    EMPTY,
    column,
    listed,
    own_fields,
    searched,
    sections,
    worked_out,
)
from taizhang.desk.excel_page import workbook_of
from taizhang.desk.filters import filters
from taizhang.desk.forms import RecordForm
from taizhang.desk.record_page import record_context
from taizhang.ledgers.colours import TITLES
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Step, workflow
from taizhang.people.models import TOWN, Place, within

ROWS_A_PAGE = 50


class LedgerList(ChangeList):
    """A list that counts once: unfiltered, what is shown is all there is."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not self.query and not self.has_active_filters:
            self.full_result_count = self.result_count


class LedgerAdmin(ModelAdmin):
    """One class for all ledgers. Rights come from the acting post; nothing is ever deleted."""

    form = RecordForm
    actions = None
    list_per_page = ROWS_A_PAGE
    list_fullwidth = True
    list_filter_submit = True
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    list_select_related = ("place",)
    ordering = (Substr("place", 1, TOWN), "number")  # what the index of the numbers is sorted by
    warn_unsaved_form = True
    change_list_template = "desk/ledger.html"
    change_form_before_template = "desk/record_seen.html"
    change_form_outer_before_template = "desk/record_steps.html"
    change_form_outer_after_template = "desk/record_below.html"

    def __init__(self, model: type[Record], site: admin.AdminSite) -> None:
        super().__init__(model, site)
        self.fields_listed = listed(model)
        self.list_filter = filters(model)
        self.search_fields = searched(model)
        pointing = [field.name for field in own_fields(model) if field.is_relation]
        self.autocomplete_fields = [name for name in pointing if name != "place"]
        self.readonly_fields = tuple(column(field) for field in worked_out(model))
        self.flow = workflow(model)

    # Rights

    def has_module_permission(self, request: HttpRequest) -> bool:
        return sees(request, self.opts.app_label)

    def has_view_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        return sees(request, self.opts.app_label)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return writes(request, self.opts.app_label)

    def has_change_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        return writes_record(request, obj) if obj else writes(request, self.opts.app_label)

    def has_delete_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        return False

    # The list

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        shown = ["number", "place", *(column(field) for field in self.fields_listed)]
        return [*shown, "stands_at"] if self.flow else shown

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(
            request, {**self.said_of_list(request), **(extra_context or {})}
        )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LedgerList

    def said_of_list(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "title": self.opts.verbose_name,
            "ledger": self.model.ledger_name(),
            "may_write": self.has_add_permission(request),
        }

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Record]":
        # Prefetched, never joined: a join would drop the rows that point out of the post's reach.
        pointed = [field.name for field in self.fields_listed if field.is_relation]
        rows: models.QuerySet[Record] = super().get_queryset(request)
        rows = rows.prefetch_related(*pointed)
        colours = self.flow.colours if self.flow else None
        return colours.marking(rows, timezone.localdate()) if colours else rows

    @admin.display(description="办到")
    def stands_at(self, record: Record) -> str:
        if self.flow is None:
            return EMPTY
        step = self.flow.state(record)
        said = f"{step.title} {shown_day(record, step)}" if step else EMPTY
        if colour := getattr(record, "warning_colour", ""):
            return format_html('{} <span class="desk-{}">{}</span>', said, colour, TITLES[colour])
        late = self.flow.overdue(record, timezone.localdate())
        return format_html('{} <span class="desk-late">逾期</span>', said) if late else said

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_download"
        return [
            path("download/", self.admin_site.admin_view(self.download), name=name),
            *super().get_urls(),
        ]

    def download(self, request: HttpRequest) -> HttpResponse:
        """The list as a workbook, filtered as it stands on the screen."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return workbook_of(self.model, self.get_changelist_instance(request).queryset)

    # The form

    def get_fieldsets(self, request: HttpRequest, obj: Record | None = None) -> list[Any]:
        written = self.may_write(request, obj)
        groups = [
            (title or None, pairs([field.name if written else column(field) for field in fields]))
            for title, fields in sections(self.model)
        ]
        note = own_fields(self.model)[-1]
        found = pairs(list(self.readonly_fields)) if obj else []
        last = [note.name, *(["reason"] if obj else [])] if written else [column(note)]
        if len(groups) == 1:
            groups[0][1].extend([*found, *last])
        else:
            groups.append(("备注", [*found, *last]))
        return [(title, {"fields": fields}) for title, fields in groups]

    def may_write(self, request: HttpRequest, obj: Record | None) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.is_relation:  # a ledger's form is for its own record only
            widget = field.widget
            widget.can_add_related = widget.can_change_related = widget.can_view_related = False
        return field

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        # Never the first choice by itself: a person chooses, or says nothing.
        kwargs["choices"] = db_field.get_choices(blank_choice=[("", "请选择")])
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.related_model is Place:
            mine = within(post(request).place_id, "code")
            gone = Q(valid_to__lte=timezone.localdate())
            kwargs["queryset"] = Place.objects.filter(mine).exclude(gone)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Record, form: RecordForm, change: bool) -> None:
        """The form has saved it by the rules; what they ask is told here."""
        for question in form.questions:
            messages.warning(request, f"请核实：{question}")

    def log_addition(self, request: HttpRequest, obj: Record, message: Any) -> None:
        """The database keeps the history."""

    log_change = log_addition

    # The page of a record

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        record = kwargs.get("obj")
        if record is not None:
            if (
                request.method == "POST"
            ):  # what was refused stands in the form; around it stands what is true
                record = self.model._default_manager.get(pk=record.pk)
            context |= record_context(request, record, whole=self.may_write(request, record))
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The history stands on the record's own page."""
        return redirect("../change/#changes")


def shown_day(record: Record, step: Step) -> str:
    day: date = getattr(record, step.on)
    return day.isoformat()


def pairs(names: list[Any]) -> list[Any]:
    """Two fields to a line of the form."""
    return [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
