"""`taizhang export` writes a ledger as a workbook; `taizhang form` writes an empty one to fill in."""

from pathlib import Path

import click

from taizhang.commands.main import act_as
from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.form import write_form
from taizhang.ledgers.registry import ledger, title


@click.command("export", help="把台账导出成 Excel 文件，改好后可以再导入。")
@click.argument("ledger_name", metavar="台账")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="写到哪个文件；不写就用台账的名称。"
)
@click.pass_context
def export_command(context: click.Context, ledger_name: str, output: Path | None) -> None:
    act_as(context)
    model = ledger(ledger_name)
    path = output or Path(f"{title(model)}.xlsx")
    count = export_workbook(model, path)
    click.echo(f"《{title(model)}》{count} 条，已写到 {path}。")


@click.command("form", help="生成一份空表：栏名、下拉选项和填写说明都在里面。")
@click.argument("ledger_name", metavar="台账")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="写到哪个文件；不写就用台账的名称。"
)
@click.pass_context
def form_command(context: click.Context, ledger_name: str, output: Path | None) -> None:
    act_as(context)
    model = ledger(ledger_name)
    path = output or Path(f"{title(model)}空表.xlsx")
    write_form(model, path)
    click.echo(f"《{title(model)}》的空表已写到 {path}。")
