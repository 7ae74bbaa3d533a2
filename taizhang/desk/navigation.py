"""The sidebar: first the figures, then the ledgers by line of work, then what keeps the house running."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from taizhang.desk.access import administers, appointment, keeps_standards, reads_figures, sees
from taizhang.desk.lines import line_title
from taizhang.desk.required_forms import fills_forms
from taizhang.ledgers.models import Standard
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers
from taizhang.people.models import Appointment, Office, Place, Post, User

Item = dict[str, Any]


def sidebar(request: HttpRequest) -> list[Item]:
    """What the acting post may open, and nothing else."""
    if appointment(request) is None:
        return []
    start = [item("开始", "home", "admin:index")]
    duties = [item("驻村分片", "map", "admin:people_areaduty_changelist")]
    figures = figures_items() if reads_figures(request) else []
    if fills_forms(request):
        figures.append(item("上级报表", "table_view", "admin:required_forms"))
    return [
        {"title": "", "items": start + figures + duties},
        *ledger_groups(request),
        {"title": "管理", "separator": True, "items": management(request)},
    ]


def item(title: str, icon: str, name: str) -> Item:
    return {"title": title, "icon": icon, "link": reverse(name)}


def figures_items() -> list[Item]:
    return [
        item("待办", "checklist", "admin:todo"),
        item("指标数据", "monitoring", "admin:figures"),
        item("封存件", "inventory_2", "admin:snapshots"),
        item("核对报告", "fact_check", "admin:check"),
    ]


def ledger_groups(request: HttpRequest) -> list[Item]:
    groups: dict[str, list[type[Record]]] = {}
    for model in ledgers():
        if sees(request, model._meta.app_label):
            groups.setdefault(model._meta.app_label, []).append(model)
    common = groups.pop("ledgers", [])
    told = [
        {"title": line_title(line), "separator": True, "items": by_topic(request, models)}
        for line, models in groups.items()
    ]
    return [*told, {"title": "上报", "separator": True, "items": by_topic(request, common)}]


def by_topic(request: HttpRequest, models: list[type[Record]]) -> list[Item]:
    """A line's ledgers: those without a topic first, then the topics, of which only the one at work is open."""
    topics: dict[str, list[Item]] = {"": []}
    for model in models:
        topics.setdefault(model.topic, []).append(ledger_item(model))
    alone = topics.pop("")
    return [*alone, *(topic(request, title, items) for title, items in topics.items())]


def topic(request: HttpRequest, title: str, items: list[Item]) -> Item:
    here = any(request.path.startswith(one["link"]) for one in items)
    return {"title": title, "items": items, "active": False, "is_topic": True, "is_open": here}


def ledger_item(model: type[Record]) -> Item:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    return item(str(model._meta.verbose_name), "table", name)


def management(request: HttpRequest) -> list[Item]:
    icons = {
        Place: "location_on",
        Office: "apartment",
        Post: "badge",
        User: "person",
        Appointment: "assignment_ind",
    }
    models = [
        *(icons.items() if administers(request) else []),
        *([(Standard, "rule")] if keeps_standards(request) else []),
    ]
    return [
        item(
            str(model._meta.verbose_name),
            icon,
            f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist",
        )
        for model, icon in models
    ]


def who(request: HttpRequest) -> str:
    """Under the product's name: through which post one is at work."""
    held = appointment(request)
    return str(held.post) if held else ""


def stylesheet(request: HttpRequest) -> str:
    return static("desk/desk.css")


def words(request: HttpRequest) -> str:
    """Chinese words of the browser's parts that bring none."""
    return static("desk/words.js")


def icon(request: HttpRequest) -> str:
    return static("desk/icon.svg")
