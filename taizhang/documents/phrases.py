"""How a figure is worded: the one place that decides, for compiling, verifying and refreshing alike."""

from decimal import Decimal

from taizhang.core.wording import approximate, plain
from taizhang.documents.links import FigureLink
from taizhang.indicators.figures import Figure

NOBODY = "无"
GAP, SHORT_GAP = "〔缺：{title}〕", "〔缺〕"


def phrase(link: FigureLink, figure: Figure, names: dict[str, str]) -> str:
    """The words of a figure; a missing one is a visible gap, a zero is a zero. `names` are those of places."""
    if link.part == "records":  # a ratio has those of its two inputs
        return " / ".join(str(one.records) for one in figure.inputs or (figure,))
    if link.part == "gaps":
        return "、".join(names.get(code, code) for code in figure.gaps) or NOBODY
    if figure.value is None:
        return SHORT_GAP if link.style == "bare" else GAP.format(title=figure.title)
    number = _number(link, figure)
    said = approximate(number) if link.style == "about" else plain(number)
    return said + (figure.unit if link.unit else "")


def _number(link: FigureLink, figure: Figure) -> Decimal:
    sides = {
        "opening": figure.opening,
        "inflow": figure.inflow,
        "outflow": -figure.outflow,  # what went out, as papers say it
        "closing": figure.closing,
    }
    return sides.get(link.part, figure.value or Decimal(0))
