"""Filters that cost no query over the whole ledger: choices, dates, places and steps, never "all values there are"."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from unfold.contrib.filters.admin import (
    BooleanRadioFilter,
    DropdownFilter,
    MultipleChoicesDropdownFilter,
    RangeDateFilter,
)

from taizhang.desk.access import post
from taizhang.desk.columns import fields_named, own_fields
from taizhang.ledgers.colours import TITLES, Colours
from taizhang.ledgers.due import stands_at
from taizhang.ledgers.record import Record
from taizhang.ledgers.workflow import Workflow, workflow
from taizhang.people.models import VILLAGE, Place, within


class PlaceFilter(DropdownFilter):
    """By village, with everything below it."""

    title = "村（社区）"
    parameter_name = "within"

    def lookups(
        self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
    ) -> list[tuple[str, str]]:
        below = Place.objects.filter(within(post(request).place_id, "code")).exclude(
            code=post(request).place_id
        )
        return [(place.code, indented(place)) for place in below]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Record]") -> "QuerySet[Record]":
        return queryset.filter(within(self.value())) if self.value() else queryset


def indented(place: Place) -> str:
    return "　" * (len(place.code) > VILLAGE) + place.name


def state_filter(flow: Workflow) -> type[DropdownFilter]:
    """By the step that a record stands at, in the ledger's own words."""

    class StateFilter(DropdownFilter):
        title = "办到"
        parameter_name = "state"

        def lookups(
            self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
        ) -> list[tuple[str, str]]:
            return [(step.state, step.title) for step in flow.steps]

        def queryset(
            self, request: HttpRequest, queryset: "QuerySet[Record]"
        ) -> "QuerySet[Record]":
            step = next((step for step in flow.steps if step.state == self.value()), None)
            return queryset.filter(stands_at(flow, step)) if step else queryset

    return StateFilter


def colour_filter(colours: Colours) -> type[DropdownFilter]:
    """By the colour that a record has today."""

    class ColourFilter(DropdownFilter):
        title = "预警颜色"
        parameter_name = "colour"

        def lookups(
            self, request: HttpRequest, model_admin: "ModelAdmin[Any]"
        ) -> list[tuple[str, str]]:
            return list(TITLES.items())

        def queryset(
            self, request: HttpRequest, queryset: "QuerySet[Record]"
        ) -> "QuerySet[Record]":
            if self.value() not in TITLES:
                return queryset
            return queryset.filter(colours.when(self.value(), timezone.localdate()))

    return ColourFilter


def filters(model: type[Record]) -> list[Any]:
    """Every filter of a ledger's list."""
    flow = workflow(model)
    named = getattr(model, "filtered", None)
    fields = fields_named(model, named) if named else own_fields(model)
    return [
        PlaceFilter,
        *([state_filter(flow)] if flow else []),
        *([colour_filter(flow.colours)] if flow and flow.colours else []),
        *filter(None, map(by_field, fields)),
    ]


def by_field(field: models.Field) -> tuple[str, Any] | None:
    if field.choices:
        return field.name, MultipleChoicesDropdownFilter
    kinds = {models.DateField: RangeDateFilter, models.BooleanField: BooleanRadioFilter}
    return next(((field.name, by) for kind, by in kinds.items() if isinstance(field, kind)), None)
