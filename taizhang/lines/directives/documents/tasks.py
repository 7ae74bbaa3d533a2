"""The papers of tasks: hand-over, urging, circular, closing."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from taizhang.documents.papers import Paper
from taizhang.lines.directives.models import Extension, Progress, Task, Unit, Urging
from taizhang.people.models import TOWN, within


def progress(task: Task) -> Iterable[Progress]:
    return task.progress_set.order_by("progress_on", "number")


def extensions(task: Task) -> Iterable[Extension]:
    return task.extension_set.order_by("asked_on", "number")


def urgings(task: Task) -> Iterable[Urging]:
    return task.urging_set.order_by("urged_on", "number")


def of_the_town(unit: Unit) -> "QuerySet[Task]":
    """The tasks of the town, in the order in which they are due: never in the order of who does best."""
    town = Task.objects.filter(within(unit.place_id[:TOWN]))
    return town.select_related("lead_unit").order_by("due_on", "number")


def open_tasks(unit: Unit) -> Iterable[Task]:
    today = timezone.localdate()
    return of_the_town(unit).filter(ended_on__isnull=True, late_from__gt=today)


def late_tasks(unit: Unit) -> Iterable[Task]:
    return of_the_town(unit).filter(ended_on__isnull=True, late_from__lte=timezone.localdate())


def closed_tasks(unit: Unit) -> Iterable[Task]:
    """Closed in the year that runs."""
    return of_the_town(unit).filter(closed_on__year=timezone.localdate().year)


order = Paper("督办通知单", Task)
extension = Paper("督办事项延期审批表", Extension)
urging = Paper("催办通知单", Urging)
closing = Paper(
    "督办事项销号单",
    Task,
    when="verified_on",
    lists={"进展": progress, "延期": extensions, "催办": urgings},
)
circular = Paper(
    "督办情况通报",
    Unit,
    lists={"在办": open_tasks, "逾期": late_tasks, "已销号": closed_tasks},
)
