"""Who answers for which village (驻村分片): everybody looks it up, the office and the administrator keep it."""

from typing import Any

from django import forms
from django.contrib.admin import display
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from taizhang.desk.access import administers, appointment, has_role, post
from taizhang.desk.lines import line_names, lines_of_work
from taizhang.ledgers.actions import database_sentence, not_yours
from taizhang.people.models import VILLAGE, AreaDuty, Place, Role, User, within


class AreaDutyForm(forms.ModelForm):
    """Valid means saved: only the database can say that nobody else answers for the same."""

    lines = forms.MultipleChoiceField(
        label="条线",
        choices=lines_of_work,
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text="一个都不选就是所有条线。",
    )

    class Meta:
        model = AreaDuty
        fields = ("user", "place", "lines", "since", "until", "note")

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django's own hook for model forms
        if not self.errors:
            self._save_or_say_why()

    def _save_or_say_why(self) -> None:
        duty, new = self.instance, self.instance._state.adding
        try:
            with transaction.atomic():
                duty.save()
            return
        except IntegrityError as wrong:
            self.add_error(None, database_sentence(duty, wrong))
        except ProgrammingError as wrong:
            self.add_error(None, not_yours(duty, wrong))
        if new:  # what was rolled back has no key
            duty.pk, duty._state.adding = None, True


class AreaDutyAdmin(ModelAdmin):
    """Ended by a date, never deleted: whoever looks back finds who answered for a village on a day."""

    form = AreaDutyForm
    actions = None
    list_per_page = 100
    list_fullwidth = True
    show_full_result_count = False
    list_display = ("place", "code", "user", "lines_shown", "since", "until", "note")
    list_select_related = ("user", "place")
    search_fields = ("place__name", "user__full_name")
    ordering = ("place", "-since")
    fields = (("place", "user"), "lines", ("since", "until"), "note")

    @display(description="条线")
    def lines_shown(self, duty: AreaDuty) -> str:
        return line_names(duty.lines)

    @display(description="地区代码")
    def code(self, duty: AreaDuty) -> str:
        return duty.place_id

    def may_keep(self, request: HttpRequest) -> bool:
        return has_role(request, Role.OFFICE, Role.ADMINISTRATOR)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_keep(request)

    def has_view_permission(self, request: HttpRequest, obj: AreaDuty | None = None) -> bool:
        return appointment(request) is not None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.may_keep(request)

    def has_change_permission(self, request: HttpRequest, obj: AreaDuty | None = None) -> bool:
        """An office keeps the duties of its own town, and looks at those of others."""
        near = (
            obj is None or administers(request) or obj.place_id.startswith(post(request).place_id)
        )
        return self.may_keep(request) and near

    def has_delete_permission(self, request: HttpRequest, obj: AreaDuty | None = None) -> bool:
        return False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        chosen = {"place": villages, "user": people_at_work}[db_field.name](request)
        field = super().formfield_for_foreignkey(
            db_field, request, **{**kwargs, "queryset": chosen}
        )
        widget = field.widget
        widget.can_add_related = widget.can_change_related = widget.can_view_related = False
        return field

    def save_model(
        self, request: HttpRequest, obj: AreaDuty, form: AreaDutyForm, change: bool
    ) -> None:
        """The form has saved it."""

    def log_addition(self, request: HttpRequest, obj: AreaDuty, message: Any) -> None:
        """The database keeps the history."""

    log_change = log_addition


def villages(request: HttpRequest) -> "QuerySet[Place]":
    """Villages and their parts of the post's own place, also those merged since: who answered for them stays."""
    below = Place.objects.filter(code__regex=rf"^\d{{{VILLAGE},}}$")
    return below if administers(request) else below.filter(within(post(request).place_id, "code"))


def people_at_work(request: HttpRequest) -> "QuerySet[User]":
    """Who holds a post, or held one; a duty of the past may be entered late."""
    people = User.objects.filter(appointments__isnull=False)
    if not administers(request):
        town = post(request).place_id
        people = people.filter(within(town, "appointments__post__place_id"))
    return people.distinct().order_by("full_name")
