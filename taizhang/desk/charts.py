"""Figures as pictures: Chart.js data for large charts, a polyline for the small one inside a table.

Places stand in the order of their codes, never by size: a chart is not a ranking.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from taizhang.indicators.figures import Figure

GRID = {"color": "rgba(148, 163, 184, .25)"}
INK = "#94a3b8"
WIDTH, HEIGHT, EDGE = 120, 28, 3  # of the small picture, in pixels


@dataclass(frozen=True)
class Chart:
    """One chart as unfold's own script draws it."""

    kind: str
    title: str
    data: str
    options: str


def bars(title: str, unit: str, labels: Sequence[str], found: Sequence[Figure]) -> Chart:
    return chart(
        "bar",
        title,
        unit,
        labels,
        found,
        {"backgroundColor": "var(--color-primary-500)", "maxBarThickness": 48},
    )


def months_line(title: str, unit: str, labels: Sequence[str], found: Sequence[Figure]) -> Chart:
    look = {
        "borderColor": "var(--color-primary-600)",
        "borderWidth": 2,
        "pointRadius": 3,
        "tension": 0,
        "spanGaps": False,
    }
    return chart("line", title, unit, labels, found, look)


def chart(
    kind: str,
    title: str,
    unit: str,
    labels: Sequence[str],
    found: Sequence[Figure],
    look: dict[str, Any],
) -> Chart:
    values = [None if one.value is None else float(one.value) for one in found]
    data = {"labels": list(labels), "datasets": [{"label": unit, "data": values, **look}]}
    return Chart(
        kind, f"{title}（{unit}）", json.dumps(data, ensure_ascii=False), json.dumps(OPTIONS)
    )


OPTIONS: dict[str, Any] = {
    "animation": False,
    "maintainAspectRatio": False,
    "plugins": {"legend": {"display": False}},
    "scales": {
        "x": {
            "grid": {"display": False},
            "ticks": {"color": INK, "autoSkip": True, "maxRotation": 45},
        },
        "y": {
            "beginAtZero": True,
            "grid": GRID,
            "border": {"display": False},
            "ticks": {"color": INK, "precision": 0, "maxTicksLimit": 6},
        },
    },
}


def month_label(key: str) -> str:
    """201803 as 18年3月."""
    return f"{key[2:4]}年{int(key[4:])}月"


def spark(found: Sequence[Figure]) -> str:
    """The points of a small line over the months, scaled to its own least and most; nothing where nothing is known."""
    known = [(at, one.value) for at, one in enumerate(found) if one.value is not None]
    if len(known) < 2:
        return ""
    least, most = min(value for _, value in known), max(value for _, value in known)
    step = Decimal(WIDTH - 2 * EDGE) / (len(found) - 1)
    scale = Decimal(HEIGHT - 2 * EDGE) / ((most - least) or 1)
    return " ".join(
        f"{EDGE + at * step:.1f},{HEIGHT - EDGE - (value - least) * scale:.1f}"
        for at, value in known
    )
