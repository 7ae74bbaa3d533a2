"""A page to look at and to print: the report with its numbers coloured by their verdicts, the remarks beside it."""

from html import escape
from pathlib import Path

from taizhang.checks.checking import Checked

VERDICTS = {
    "contradiction": "不可能",
    "doubtful": "请核实",
    "consistent": "相符",
    "unchecked": "没有核对",
}
STYLE = """
body{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;line-height:1.8;color:#222}
main{display:grid;grid-template-columns:3fr 2fr;gap:2rem}.text{white-space:pre-wrap}
mark{padding:0 .15em;border-radius:.2em}.contradiction{background:#ffc9c9}.doubtful{background:#ffec99}
.consistent{background:#d3f9d8}.unchecked{background:#e9ecef}
li{margin:.6rem 0}.error{border-left:4px solid #e03131;padding-left:.6rem}.ask{border-left:4px solid #f08c00;padding-left:.6rem}
.info{border-left:4px solid #868e96;padding-left:.6rem}ol{list-style:none;padding:0}small{color:#666}
@media print{main{display:block}}
"""


def write_html(checked: Checked, target: Path) -> None:
    target.write_text(page(checked), encoding="utf-8")


def page(checked: Checked) -> str:
    """The whole page; it needs no network and no script."""
    name = escape(checked.report.path.name)
    counts = tally(checked)
    shown = "，".join(f"{VERDICTS[key]} {counts[key]} 个" for key in VERDICTS if counts[key])
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{name} 核对结果</title><style>{STYLE}</style>'
        f"<h1>{name}</h1><p>共找到 {sum(counts.values())} 个数字：{shown or '没有'}。</p>"
        f'<main><div class="text">{marked(checked)}</div><ol>{"".join(items(checked)) or "<li>没有发现问题。</li>"}</ol></main></html>'
    )


def tally(checked: Checked) -> dict[str, int]:
    counts = dict.fromkeys(VERDICTS, 0)
    for claim in checked.claims:
        if claim.is_stated:
            counts[checked.verdict(claim.index)] += 1
    return counts


def marked(checked: Checked) -> str:
    """The text with each number in the colour of its verdict."""
    text, parts, at = checked.report.text, [], 0
    for claim in checked.claims:
        if not claim.is_stated or claim.start < at:
            continue
        verdict = checked.verdict(claim.index)
        parts.append(escape(text[at : claim.start]))
        parts.append(
            f'<mark id="n{claim.index}" class="{verdict}" title="{VERDICTS[verdict]}">{escape(claim.text)}</mark>'
        )
        at = claim.end
    return "".join(parts) + escape(text[at:])


def link(claims: tuple[int, ...], where: str) -> str:
    """Where a remark points, as a way to its first number."""
    return f'<a href="#n{claims[0]}">{escape(where or "看这里")}</a>' if claims else escape(where)


def items(checked: Checked) -> list[str]:
    told = []
    for remark in checked.remarks:
        where = (
            checked.report.where(checked.claims[remark.claims[0]].start) if remark.claims else ""
        )
        told.append(
            f'<li class="{remark.severity}"><small>{link(remark.claims, where)}</small><br>{escape(remark.message)}</li>'
        )
    return told
