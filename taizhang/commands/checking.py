"""`taizhang check FILE...`: reports that people wrote, and which of their numbers cannot be right."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
import django

from taizhang.checks.checking import Checked, check
from taizhang.checks.reading.opening import open_report
from taizhang.checks.since_last import gone_back
from taizhang.checks.telling.as_html import tally, write_html
from taizhang.checks.telling.as_json import described
from taizhang.core.finding import Refusal

COLOURS = {"error": "red", "ask": "yellow", "info": "blue"}
LABELS = {"error": "不可能", "ask": "请核实", "info": "提示"}


@click.command(
    "check", help="读一份写好的报告，指出哪些数字不可能对、哪些和台账不符、哪些没有核对。"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", metavar="期间", help="和这个期间封存的数字核对，如 2018Q1。")
@click.option(
    "--previous", type=click.Path(path_type=Path), help="上一份报告，看累计数有没有变小。"
)
@click.option("--json", "as_json", is_flag=True, help="按 JSON 输出，一份报告一行。")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="带批注的 .docx，或 .html 页面。"
)
@click.pass_context
def check_command(
    context: click.Context,
    files: tuple[Path, ...],
    period: str | None,
    previous: Path | None,
    as_json: bool,
    output: Path | None,
) -> None:
    writer = writer_for(output, files)
    wrong = False
    for file in files:
        checked = checked_file(context, file, period, previous)
        wrong = wrong or checked.contradicts_itself
        if output and writer:
            writer(checked, output)
        click.echo(
            json.dumps(described(checked), ensure_ascii=False) if as_json else "", nl=as_json
        )
        if not as_json:
            tell(checked)
    if wrong and not as_json:
        sys.exit(1)


def writer_for(
    output: Path | None, files: tuple[Path, ...]
) -> Callable[[Checked, Path], None] | None:
    """What writes the file that -o names, if any; refused where it cannot be what is wanted."""
    if output is None:
        return None
    if len(files) > 1:
        raise Refusal("一次只能给一份报告写批注，请去掉 -o，或一份一份来。")
    if output.suffix.lower() == ".html":
        return write_html
    if output.suffix.lower() == ".docx":
        from taizhang.checks.telling.as_word import write_word  # noqa: PLC0415 - only a margin needs python-docx

        return write_word
    raise Refusal(f"批注写不成“{output.suffix or output.name}”，请把 -o 写成 .docx 或 .html 文件。")


def checked_file(
    context: click.Context, file: Path, period: str | None, previous: Path | None
) -> Checked:
    checked = check(open_report(file))
    if period:
        compare(context, checked, period)
    if previous:
        checked.remarks += gone_back(checked, check(open_report(previous)))
    return checked


def compare(context: click.Context, checked: Checked, period: str) -> None:
    """Hold a report against a closed period and the last document before it; only now is the database needed."""
    django.setup()
    from taizhang.checks.against import hold_against, known_figures  # noqa: PLC0415 - a check of the prose alone starts without it
    from taizhang.commands.last_issued import fallen  # noqa: PLC0415 - as above
    from taizhang.commands.sources import asked  # noqa: PLC0415 - as above

    found = asked(context, period, live=False, place=None, number=None, kind="duckdb", master=None)
    hold_against(checked, known_figures(found.source, found.period, checked.report.text))
    checked.remarks += fallen(checked, found)


def tell(checked: Checked) -> None:
    counts = tally(checked)
    click.secho(f"{checked.report.path.name}：找到 {sum(counts.values())} 个数字", bold=True)
    for remark in checked.remarks:
        where = (
            checked.report.where(checked.claims[remark.claims[0]].start) if remark.claims else ""
        )
        label = click.style(f"〔{LABELS[remark.severity]}〕", fg=COLOURS[remark.severity])
        click.echo(f"{label}{where + '：' if where else ''}{remark.message}")
    click.echo(
        f"不可能 {counts['contradiction']} 个，请核实 {counts['doubtful']} 个，"
        f"相符 {counts['consistent']} 个，没有核对 {counts['unchecked']} 个。"
    )
