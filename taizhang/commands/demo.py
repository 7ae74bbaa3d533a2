"""`taizhang demo`: the example town, from its Excel ledgers to a closed quarter and its verified summary."""

import shutil
import tomllib
from pathlib import Path

import click

from taizhang.commands.setup import enter, set_up
from taizhang.core.finding import Refusal
from taizhang.core.home import documents_folder, forms_folder, snapshots_folder

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "huanggai"
TOWN, PERIOD, CUTOFF = "430682113", "2018Q1", "2018-03-26"


def run(context: click.Context, *words: str) -> None:
    """Run one of our own commands and show it, so that the demo is also the manual."""
    click.secho(f"$ taizhang {' '.join(words)}", bold=True)
    context.find_root().command.main(["--user", "office", *words], standalone_mode=False)
    click.echo()


def shown(path: Path) -> str:
    """A path as short as it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def put_forms() -> list[str]:
    """The example's forms and mappings into the data folder, none over one of the office's; the names of those to fill."""
    for file in sorted((EXAMPLE / "forms").iterdir()):
        if not (forms_folder() / file.name).exists():
            shutil.copyfile(file, forms_folder() / file.name)
    return sorted(file.stem for file in (EXAMPLE / "forms").glob("*.xlsx"))


def fill(context: click.Context, name: str) -> str:
    """Fill a form and verify it; where it is."""
    path = shown(documents_folder() / f"{TOWN}-{PERIOD}-{name}.xlsx")
    run(context, "compile", "form", name, PERIOD, "--issued", CUTOFF, "-o", path)
    run(context, "verify", path)
    return path


@click.command("demo", help="示例：黄盖镇的 Excel 台账导入、2018年一季度封存、总结生成并核对。")
@click.pass_context
def demo_command(context: click.Context) -> None:
    if not EXAMPLE.exists():
        raise Refusal("没有找到 examples/huanggai 文件夹，请在源码目录里运行 make demo。")
    set_up()
    enter(EXAMPLE / "places.toml", EXAMPLE / "people.toml")
    for row in tomllib.loads((EXAMPLE / "ledgers.toml").read_text(encoding="utf-8"))["ledgers"]:
        run(context, "import", row["ledger"], shown(EXAMPLE / row["file"]))
    if (snapshots_folder() / TOWN / PERIOD / "1").exists():
        click.echo(f"{PERIOD} 早已封存，不再封存一次。\n")
    else:
        run(context, "close", PERIOD, "--cutoff", CUTOFF)
    summary = documents_folder() / f"{TOWN}-{PERIOD}-summary.docx"
    run(context, "figures", PERIOD)
    run(context, "compile", "summary", PERIOD, "--issued", CUTOFF, "-o", shown(summary))
    run(context, "verify", shown(summary))
    forms = [fill(context, name) for name in put_forms()]
    click.echo(f"上级的报表填好了：{'、'.join(forms)}；表和对照在 {shown(forms_folder())}。")
    click.secho(
        f"总结在 {shown(summary)}；运行 make serve，再打开 http://127.0.0.1:8000 看工作台。",
        bold=True,
    )
