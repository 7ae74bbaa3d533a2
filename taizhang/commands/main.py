"""The `taizhang` command: each subcommand in a file of its own, set up and refused in one way."""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click
import django
from django.db.utils import OperationalError
from django.utils import timezone

from taizhang.core.finding import Refusal

if TYPE_CHECKING:
    from taizhang.people.models import Appointment

# Name of the command -> the file that has it. Files are read when asked for, so that --help is quick.
COMMANDS = {
    "setup": "setup",
    "demo": "demo",
    "serve": "serve",
    "password": "password",
    "import": "importing",
    "export": "exporting",
    "form": "exporting",
    "close": "closing",
    "figures": "figures",
    "trace": "tracing",
    "compile": "compiling",
    "forms": "forms",
    "verify": "verifying",
    "refresh": "refreshing",
    "print": "printing",
    "draw": "drawing",
    "templates": "templates",
    "todo": "todo",
    "check": "checking",
    "propose": "proposing",
}

WITHOUT_LEDGERS = {
    "check"
}  # starts in half the time, and asks for the ledgers only when told to compare with them


class Commands(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        if name not in WITHOUT_LEDGERS:
            django.setup()
        module = import_module(f"taizhang.commands.{COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command


@click.group(cls=Commands, help="台账：工作只记一次，报表自己生成，每个数字都能点开它的记录。")
@click.option(
    "--user",
    envvar="TAIZHANG_USER",
    default="office",
    help="以哪个账号的岗位办理，默认党政办（office）。",
)
@click.pass_context
def taizhang(context: click.Context, user: str) -> None:
    context.obj = user


def act_as(context: click.Context) -> "Appointment":
    """Put on the post of the account named by --user; returns the appointment."""
    from taizhang.people.acting import act, appointment_of  # noqa: PLC0415 - models wait for django.setup()

    appointment = appointment_of(context.obj, timezone.localdate())
    act(appointment)
    return appointment


def wrong_call(wrong: click.UsageError) -> str:
    """What is wrong with how a command was typed, in a sentence; click itself speaks English."""
    if isinstance(wrong, click.NoSuchOption):
        said = f"没有 {wrong.option_name} 这个选项"
    elif isinstance(wrong, click.MissingParameter):
        said = f"少写了 {wrong.param.human_readable_name if wrong.param else '参数'}"
    elif isinstance(wrong, click.BadParameter):
        said = f"{wrong.param.human_readable_name if wrong.param else '参数'} 写得不对（{wrong.message}）"
    else:
        said = f"命令写得不对（{wrong.format_message()}）"
    path = wrong.ctx.command_path if wrong.ctx else "taizhang"
    return f"{said}；用法请看 {path} --help。"


def no_database(trouble: OperationalError) -> str:
    """What to do where there is no database, or none that answers; with the server's own words for whoever keeps it."""
    said = str(trouble).strip().splitlines()
    return (
        "数据库还没有建立，或者连不上；新装的请先运行 taizhang setup，用服务器的请检查 DATABASE_URL 和网络。"
        f"（{said[0] if said else '没有说明'}）"
    )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.settings")
    try:
        taizhang(standalone_mode=False)
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    except OperationalError as trouble:
        click.echo(no_database(trouble), err=True)
        sys.exit(1)
    except click.UsageError as wrong:
        click.echo(wrong_call(wrong), err=True)
        sys.exit(2)
    except click.Abort:
        click.echo("已中止，什么都没有改。", err=True)
        sys.exit(130)


if __name__ == "__main__":
    main()
