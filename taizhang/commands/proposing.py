"""`taizhang propose FILE --period PERIOD`: a summary template out of a report that somebody wrote by hand."""

from pathlib import Path

import click

from taizhang.checks.checking import check
from taizhang.checks.proposing import propose
from taizhang.checks.reading.opening import open_report
from taizhang.commands.checking import compare
from taizhang.core.finding import Refusal

SHOWN = 40


@click.command(
    "propose", help="把一份写好的总结变成模板：台账里有的数字换成占位，其余照旧并列出来。"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--period", metavar="期间", required=True, help="报告说的是哪个期间，要已经封存。")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), required=True, help="模板写到哪里（.md）。"
)
@click.pass_context
def propose_command(context: click.Context, file: Path, period: str, output: Path) -> None:
    if output.exists():
        raise Refusal(f"{output}已经有了，请换一个文件名，或先把它改名。")
    checked = check(open_report(file))
    compare(context, checked, period)
    proposal = propose(checked)
    output.write_text(proposal.template, encoding="utf-8")
    click.echo(f"模板写到{output}：{proposal.filled}个数字换成了占位，{len(proposal.left)}个照旧：")
    for one in proposal.left[:SHOWN]:
        click.echo(f"  {one}")
    if len(proposal.left) > SHOWN:
        click.echo(f"  ……还有{len(proposal.left) - SHOWN}个。")
