"""`taizhang import`: a workbook into a ledger, with a preview, and every error at its row and column."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import click

from taizhang.commands.main import act_as
from taizhang.ledgers.excel.importing import ImportResult, Options, import_workbook
from taizhang.ledgers.excel.marking import mark
from taizhang.ledgers.excel.problems import Problem, Problems
from taizhang.ledgers.registry import ledger, title

PRINTED = 20  # problems told in full; the rest by kind, and all of them in the marked copy
CLEAR = "\x1b[K"  # the rest of the terminal's line
PATIENCE = 5.0  # seconds without a word, where nobody watches a terminal


@click.command(
    "import",
    help="把 Excel 文件导入台账。例：taizhang import hollow_houses.hollow_house 空心房.xlsx --dry-run",
)
@click.argument("ledger_name", metavar="台账")
@click.argument("path", metavar="文件.xlsx", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="只试算：列出新增、修改、相同和有错的，什么都不写。")
@click.option("--good-rows", is_flag=True, help="留下有错的行，只导入正确的行。")
@click.option("--reason", default="", help="为什么导入，写进每条记录的修改历史。")
@click.option("--sheet", default="", help="导入哪一张工作表；只有一张像台账时不用写。")
@click.option("--ignore", multiple=True, help="不导入的栏名，可以写几次。")
@click.option("--json", "as_json", is_flag=True, help="结果用 JSON 打印。")
@click.pass_context
def import_command(
    context: click.Context, /, ledger_name: str, path: Path, as_json: bool, **chosen: Any
) -> None:
    act_as(context)
    progress = Progress()
    options = Options(
        keep_good=chosen["good_rows"],
        dry_run=chosen["dry_run"],
        reason=chosen["reason"],
        sheet=chosen["sheet"],
        ignore=chosen["ignore"],
        progress=progress,
    )
    try:
        result = import_workbook(ledger(ledger_name), path, options)
    finally:
        progress.clear()
    marked = marked_copy(result) if result.wrong else None
    click.echo(json.dumps(as_object(result, marked), ensure_ascii=False)) if as_json else tell(
        result
    )
    if result.wrong:
        click.echo(conclusion(result, marked), err=True)
        sys.exit(1)


class Progress:
    """How far a long import is: a line that rewrites itself on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.last = time.monotonic()

    def __call__(self, stage: str, done: int) -> None:
        if self.terminal:
            click.echo(f"\r{stage} {done} 行……{CLEAR}", nl=False, err=True)
        elif time.monotonic() - self.last > PATIENCE:
            self.last = time.monotonic()
            click.echo(f"{stage} {done} 行……", err=True)

    def clear(self) -> None:
        if self.terminal:
            click.echo(f"\r{CLEAR}", nl=False, err=True)


def marked_copy(result: ImportResult) -> Path | None:
    try:
        return mark(result)
    except OSError:  # the folder may be read-only; the errors are told all the same
        return None


def tell(result: ImportResult) -> None:
    """The preview on standard output, the errors on standard error."""
    for note in result.notes:
        click.echo(note)
    click.echo(
        f"《{title(result.model)}》工作表“{result.sheet}”共 {result.rows} 行："
        f"新增 {result.new}，修改 {result.changed}，相同 {result.same}，有错 {result.wrong}。"
    )
    for change in result.changes:
        fields = "；".join(f"{name}：{old} → {new}" for name, old, new in change.fields)
        click.echo(f"  第 {change.row} 行 {change.number}　{fields}")
    if result.changed > len(result.changes) > 0:
        click.echo(f"  （修改的共 {result.changed} 条，只列出前 {len(result.changes)} 条）")
    tell_problems(result.questions, "需要核实（不影响导入）")
    tell_problems(result.problems, "有错", err=True)
    if not result.wrong:
        click.echo("这是试算，什么都没有写入。" if result.dry_run else written(result))


def written(result: ImportResult) -> str:
    done = result.new + result.changed
    return f"已导入 {done} 条。" if done else "台账里已经都有了，没有改动。"


def tell_problems(problems: Problems, what: str, err: bool = False) -> None:
    if not problems.total:
        return
    shown = problems.in_order()[:PRINTED]
    click.echo(f"{what}：{problems.total} 处，{len(problems.rows)} 行。", err=err)
    for problem in shown:
        click.echo(f"  {problem.finding}", err=err)
    if problems.total > len(shown):
        kinds = "，".join(f"{kind} {count} 处" for kind, count in problems.kinds.most_common())
        click.echo(f"  ……只列出前 {len(shown)} 处；按种类：{kinds}。", err=err)


def conclusion(result: ImportResult, marked: Path | None) -> str:
    """The last sentence when something was wrong: what was done, and what to do."""
    good = result.new + result.changed + result.same
    done = f"其余 {good} 行已导入" if result.written else "什么都没有写入"
    copy = f"，错处标在“{marked.name}”里" if marked else ""
    again = (
        "请改好再导入。"
        if result.written or not good
        else "请改好再导入，或加 --good-rows 只导入正确的行。"
    )
    return f"文件“{result.path.name}”有 {result.wrong} 行有错，{done}{copy}；{again}"


def as_object(result: ImportResult, marked: Path | None) -> dict[str, Any]:
    """What --json prints."""
    return {
        "ledger": result.model.ledger_name(),
        "title": title(result.model),
        "file": str(result.path),
        "sheet": result.sheet,
        "rows": result.rows,
        "new": result.new,
        "changed": result.changed,
        "same": result.same,
        "wrong": result.wrong,
        "written": result.written,
        "dry_run": result.dry_run,
        "changes": [
            {
                "row": change.row,
                "number": change.number,
                "fields": [
                    {"column": name, "old": old, "new": new} for name, old, new in change.fields
                ],
            }
            for change in result.changes
        ],
        "kinds": dict(result.problems.kinds),
        "findings": [
            finding(one) for one in (*result.problems.in_order(), *result.questions.in_order())
        ],
        "notes": list(result.notes),
        "marked": str(marked) if marked else None,
    }


def finding(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "sheet": problem.sheet,
        "row": problem.row,
        "cell": problem.cell,
        "column": problem.title,
        "message": problem.message,
        "rule": problem.rule,
        "basis": problem.basis,
    }
