"""The last document that the product wrote for an earlier period of the same kind, and what a report says less than it.

Only figures of the ledgers that can but grow are compared: what else is said with 累计 or 共 may be of the period alone.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from taizhang.checks.checking import Checked, Remark, check
from taizhang.checks.claims import Claim
from taizhang.checks.reading.plain_text import report_of
from taizhang.checks.relation import said, span_of
from taizhang.checks.units import comparable
from taizhang.commands.sources import Asked
from taizhang.core.finding import Refusal
from taizhang.core.home import documents_folder
from taizhang.core.period import Period
from taizhang.documents.files import open_word
from taizhang.documents.links import FigureLink
from taizhang.documents.properties import Manifest, read_manifest
from taizhang.indicators.definition import Definition
from taizhang.snapshots.store import snapshots

PROPERTIES = "docProps/custom.xml"
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Issued:
    """A document in the documents folder, and the figures that it lists."""

    path: Path
    manifest: Manifest
    period: Period


def last_issued(place: str, period: Period) -> Issued | None:
    """The newest document of a place's latest earlier period of the same kind, by the snapshots that are kept."""
    digests = {one.digest for one in snapshots(place) if is_earlier(one.period, period)}
    found = [one for one in written() if one.manifest.digest in digests]
    return max(found, key=lambda one: (one.period, one.path.stat().st_mtime_ns), default=None)


def is_earlier(name: str, period: Period) -> bool:
    same_kind = DIGITS.sub("", name) == DIGITS.sub("", period.name)
    return same_kind and Period.parse(name).last < period.first


def written() -> Iterator[Issued]:
    """The documents that list their figures; whatever else lies in the folder is passed over."""
    for path in sorted(documents_folder().glob("*.docx")):
        try:
            with zipfile.ZipFile(path) as archive:
                archive.getinfo(PROPERTIES)
            manifest = read_manifest(open_word(path))
            if manifest:
                yield Issued(path, manifest, Period.parse(manifest.period))
        except (Refusal, OSError, KeyError, zipfile.BadZipFile):
            continue


def fallen(checked: Checked, asked: Asked) -> list[Remark]:
    """Figures of a report that are smaller than in the place's own last document; first which document that was."""
    if asked.snapshot is None or asked.snapshot.place != asked.place:
        return []  # the town's documents are not for its villages to look through
    before = last_issued(asked.place, asked.period)
    if before is None:
        return []
    old = stocks(before, asked.place, asked.source.definitions)
    smaller = list(smaller_now(checked, old, before.path.name))
    compared = f"只增不减的累计数和{before.period.label}的“{before.path.name}”比较过。"
    return [Remark("info", (), compared), *smaller]


def smaller_now(checked: Checked, old: dict[tuple[str, str], Claim], name: str) -> Iterator[Remark]:
    for i, bound in checked.bound.items():
        now, then = checked.claims[i], old.get((bound.indicator, bound.code))
        if then is None or bound.show != "stock" or not comparable(now.unit, then.unit):
            continue
        if span_of(now)[1] < span_of(then)[0]:
            message = (
                f"“{now.subject}”在“{name}”里是{said(then)}，这一份是{said(now)}，累计数变小了，"
                "请核对是台账更正过，还是写错。"
            )
            yield Remark("ask", (i,), message)


def stocks(
    issued: Issued, place: str, definitions: dict[str, Definition]
) -> dict[tuple[str, str], Claim]:
    """What a document says of each figure that only grows, by indicator and place."""
    found = {}
    for _, entry in issued.manifest.entries:
        definition = definitions.get(entry.link.indicator)
        if (
            definition
            and is_stock(entry.link, definition, issued.period)
            and only_grows(definition)
        ):
            claims = check(report_of(issued.path, entry.text)).claims
            if len(claims) == 1:
                found[entry.link.indicator, entry.link.place or place] = claims[0]
    return found


def is_stock(link: FigureLink, definition: Definition, period: Period) -> bool:
    """Whether a link means the whole up to the cut-off of the document's own period, with its unit."""
    own = link.period in {"", period.name} and link.part == "value" and link.unit
    return own and (link.show or definition.show) == "stock"


def only_grows(definition: Definition) -> bool:
    """Whether every entry is added on its day and none is ever taken away."""
    if definition.kind != "additive" or not definition.declared:
        return False
    makers = json.loads(definition.declared)
    return all(one["maker"] == "each" and one["sign"] == 1 for one in makers)
