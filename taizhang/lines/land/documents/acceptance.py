"""The papers of acceptance: what goes to the county, what is filled in on the spot, what the letter is copied from."""

from collections.abc import Iterator

from django.db.models import QuerySet

from taizhang.documents.papers import Paper
from taizhang.lines.land.models import AcceptedLine, Project, ReclaimedLot
from taizhang.lines.land.models.totals import ACCEPTED_CULTIVATED, ACCEPTED_PADDY


def lots(project: Project) -> QuerySet[ReclaimedLot]:
    return project.lots.select_related("place")


def accepted_lines(project: Project) -> Iterator[AcceptedLine]:
    """The accepted lots of a project."""
    accepted = lots(project).filter(accepted_on__isnull=False)
    for lot in accepted.annotate(cultivated=ACCEPTED_CULTIVATED, paddy=ACCEPTED_PADDY):
        yield AcceptedLine(
            number=lot.number,
            name=lot.name,
            village=lot.place.name,
            land_class=lot.get_land_class_display(),
            old_area=lot.old_area,
            surveyed_area=lot.surveyed_area if lot.resurveyed_on is None else lot.resurveyed_area,
            accepted_area=lot.accepted_area,
            cultivated=lot.cultivated,
            paddy=lot.paddy,
        )


acceptance_application = Paper("复垦验收申请", Project, lists={"地块": lots})
first_check = Paper("复垦初验意见表", Project, when="applied_on", lists={"地块": lots})
confirmation_sheet = Paper(
    "验收确认书数据表", Project, when="accepted_on", lists={"验收地块": accepted_lines}
)
