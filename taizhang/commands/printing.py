"""`taizhang print PAPER NUMBER`: a paper of one record as a Word document, or a list as a workbook; `--list` says which."""

from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core.finding import Refusal
from taizhang.documents.files import save_word
from taizhang.documents.list_files import ListFile, list_files, write_list
from taizhang.documents.papers import may_print, named_paper, papers
from taizhang.documents.printing import file_name, print_paper
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger, title

PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("print", help="打印一条记录的文书（Word 格式）；--list 列出有哪些文书。")
@click.argument("paper", metavar="文书", required=False)
@click.argument("number", metavar="编号", required=False)
@click.option("-o", "--output", type=PATH, help="写到哪个文件；不写就用文书名称和编号。")
@click.option("--list", "listing", is_flag=True, help="列出文书；后面可以写上一个台账。")
@click.pass_context
def print_command(
    context: click.Context,
    paper: str | None,
    number: str | None,
    output: Path | None,
    listing: bool,
) -> None:
    if listing:
        click.echo("\n".join(listed(paper)))
        return
    if paper is None or number is None:
        raise click.UsageError("要写明文书和编号")
    role = act_as(context).post.role
    if listed_file := list_file_named(paper):
        click.echo(write_it(listed_file, number, output))
        return
    name, found = named_paper(paper)
    if not may_print(found, role):
        raise Refusal(
            f"《{found.title}》上有完整的身份证号等号码，只由登记台账的岗位打印，请用 --user 换一个岗位。"
        )
    record = record_numbered(found.model, number)
    document = print_paper(name, record, timezone.localdate())
    path = output or Path(file_name(found, record))
    save_word(document, path)
    click.echo(f"《{found.title}》已写到{path}，请打印后签字盖章，再扫描附在这条记录上。")


def list_file_named(name: str) -> ListFile | None:
    """A list by its name or title; papers and lists share none."""
    every = list_files()
    return every.get(name) or next((one for one in every.values() if one.title == name), None)


def write_it(one: ListFile, number: str, output: Path | None) -> str:
    """Write a list for a record, and say where it is and whom it is for."""
    path = output or Path(f"{one.title}_{number}.xlsx")
    rows = write_list(one, record_numbered(one.model, number), path, timezone.localdate())
    return f"《{one.title}》{rows}行，已写到{path}。里面有完整的号码，只交给要用它办事的单位。"


def listed(ledger_name: str | None) -> list[str]:
    """A line for each paper of a ledger, or of all."""
    wanted = ledger(ledger_name) if ledger_name else None
    lines = [
        f"{name}  《{paper.title}》  {title(paper.model)}{'，公示用，号码打码' if paper.public else ''}"
        for name, paper in papers().items()
        if wanted in (None, paper.model)
    ]
    lines += [
        f"{name}  《{one.title}》  {title(one.model)}，表格"
        for name, one in list_files().items()
        if wanted in (None, one.model)
    ]
    return lines or [f"《{title(wanted)}》没有可以打印的文书。" if wanted else "还没有文书。"]


def record_numbered(model: type[Record], number: str) -> Record:
    """The record with a number, among those within the acting post's reach."""
    found = list(model._default_manager.filter(number=number)[:2])
    if not found:
        raise Refusal(
            f"您的管辖范围里没有编号为“{number}”的{title(model)}，请核对编号，或用 --user 换一个岗位。"
        )
    if len(found) > 1:
        raise Refusal(
            f"编号为“{number}”的{title(model)}在几个乡镇都有，请用 --user 换成其中一个乡镇的岗位。"
        )
    return found[0]
