"""What keeps the house running: places, offices, posts, accounts, appointments and standards."""

from typing import Any

from django import forms
from django.contrib.admin import AdminSite, display
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.forms import UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from taizhang.desk.access import administers, keeps_standards
from taizhang.desk.accounts import NewPasswordForm
from taizhang.desk.area_duties import AreaDutyAdmin
from taizhang.desk.lines import confidential_matters, line_names, lines_of_work
from taizhang.ledgers.models import Standard
from taizhang.people.models import Appointment, AreaDuty, Office, Place, Post, User


class OfficeWork(ModelAdmin):
    """Managed by the system administrator, hidden from everybody else; ended by a date, never deleted."""

    actions = None
    list_per_page = 50
    list_fullwidth = True
    show_full_result_count = False

    def allowed(self, request: HttpRequest) -> bool:
        return administers(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.allowed(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.allowed(request)

    has_add_permission = has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Django's own log stays empty: one history, the database's."""

    log_change = log_addition


class PlaceAdmin(OfficeWork):
    list_display = (
        "code",
        "name",
        "kind",
        "official_digits",
        "valid_from",
        "valid_to",
        "successor",
    )
    list_filter = ("kind",)
    search_fields = ("code", "name")
    list_select_related = ("successor",)
    autocomplete_fields = ("successor",)
    fields = (("code", "name"), "kind", ("valid_from", "valid_to"), "successor", "note")

    @display(description="12 位区划代码")
    def official_digits(self, place: Place) -> str:
        return place.official_code

    def get_readonly_fields(
        self, request: HttpRequest, obj: Place | None = None
    ) -> tuple[str, ...]:
        # Everything below carries the code in its own: a new code is a new place with a successor.
        return ("code",) if obj else ()


class OfficeAdmin(OfficeWork):
    list_display = ("name", "place")
    search_fields = ("name",)
    list_select_related = ("place",)
    autocomplete_fields = ("place",)


class PostForm(forms.ModelForm):
    lines = forms.MultipleChoiceField(
        label="条线",
        choices=lines_of_work,
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text="一个都不选就是所有条线。",
    )

    trusted_with = forms.MultipleChoiceField(
        label="另行授权的保密事项",
        choices=confidential_matters,
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text="一个都不选就都看不到，管所有条线的岗位也一样。",
    )

    class Meta:
        model = Post
        fields = ("office", "title", "role", "place", "lines", "trusted_with")


class PostAdmin(OfficeWork):
    form = PostForm
    list_display = ("__str__", "role", "place", "lines_shown")
    list_filter = ("role",)
    search_fields = ("title", "office__name")
    list_select_related = ("office", "place")
    autocomplete_fields = ("office", "place")

    @display(description="条线")
    def lines_shown(self, post: Post) -> str:
        return line_names(post.lines)


class AppointmentAdmin(OfficeWork):
    list_display = ("user", "post", "since", "until")
    search_fields = ("user__full_name", "user__username", "post__title", "post__office__name")
    list_select_related = ("user", "post__office")
    autocomplete_fields = ("user", "post")
    fields = ("user", "post", ("since", "until"))


class AccountAdmin(OfficeWork, UserAdmin):  # type: ignore[misc]
    """Accounts: who they are and their passwords. What they may do is their appointment."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = NewPasswordForm
    list_display = ("username", "full_name", "is_active")
    list_filter = ("is_active",)
    search_fields = ("username", "full_name")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("new_password",)
    fieldsets = ((None, {"fields": ("username", "full_name", "is_active", "new_password")}),)
    add_fieldsets = ((None, {"fields": ("username", "full_name", "password1", "password2")}),)

    @display(description="密码")
    def new_password(self, user: User) -> str:
        """The hash is nobody's business; a lost password is replaced."""
        return format_html('<a class="desk-link" href="{}">换一个新密码</a>', "../password/")


class StandardAdmin(OfficeWork):
    list_display = ("title", "value_shown", "since", "until", "document", "sure")
    list_filter = ("sure",)
    search_fields = ("name", "title", "document")
    fields = (("name", "title"), ("value", "unit"), ("since", "until"), "document", "sure")

    def allowed(self, request: HttpRequest) -> bool:
        return keeps_standards(request)

    @display(description="数值")
    def value_shown(self, standard: Standard) -> str:
        return f"{standard.value.normalize():f} {standard.unit}"


def register_administration(site: AdminSite) -> None:
    site.register(Place, PlaceAdmin)
    site.register(Office, OfficeAdmin)
    site.register(Post, PostAdmin)
    site.register(User, AccountAdmin)
    site.register(Appointment, AppointmentAdmin)
    site.register(AreaDuty, AreaDutyAdmin)
    site.register(Standard, StandardAdmin)
