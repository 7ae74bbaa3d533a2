"""`taizhang templates [NAME]`: which wording there is; with a name, a copy for the office to edit."""

import shutil
from pathlib import Path

import click
from django.core.checks import run_checks

from taizhang.core.finding import Refusal
from taizhang.documents.papers import WORD, papers, template_of
from taizhang.documents.templates import office_path, product_path, template_names


@click.command("templates", help="列出文稿模板；写上 NAME 就复制一份到数据目录，供本单位修改。")
@click.argument("name", required=False)
def templates_command(name: str | None) -> None:
    if name:
        click.echo(f"已复制到{copied(name)}，用记事本改好后保存（编码选UTF-8），下次生成就按它写。")
        return
    for one in template_names():
        click.echo(f"{one}  {whose(office_path(one))}")
    for paper, declared in papers().items():
        plain = office_path(template_of(paper))
        word = plain.with_suffix(WORD)
        own = word if word.is_file() else plain
        click.echo(f"{template_of(paper)}  {whose(own)}（文书《{declared.title}》）")
    for trouble in run_checks(tags=["templates"]):
        click.secho(trouble.msg, fg="red")


def whose(own: Path) -> str:
    return f"本单位的：{own}" if own.is_file() else "产品自带"


def copied(name: str) -> Path:
    """The office's own copy of a template; one that it has already is not written over."""
    if name not in {*template_names(), *map(template_of, papers())}:
        raise Refusal(f"没有模板“{name}”，请用 taizhang templates 查看全部模板。")
    source, target = product_path(name), office_path(name)
    if target.exists():
        raise Refusal(f"{target}已经有了，直接改它即可；要重新开始，请先把它改名。")
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(source, target))
