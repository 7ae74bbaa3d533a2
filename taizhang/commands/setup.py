"""`taizhang setup`: the database, its tables, its protection. Safe to run again."""

from pathlib import Path

import click
from django.core.management import call_command
from django.db import connections
from psycopg import Connection, connect, sql
from psycopg.errors import DuplicateDatabase

from taizhang.people.loading import load_people, load_places

FILE = click.Path(path_type=Path, dir_okay=False)


def server_connection() -> "Connection[tuple[object, ...]]":
    """The owner's connection to the server itself, outside the installation's database."""
    parameters = connections["owner"].get_connection_params()
    known = {
        key: parameters[key] for key in ("host", "port", "user", "password") if parameters.get(key)
    }
    return connect(**known, dbname="postgres", autocommit=True)


def make_database() -> None:
    """The installation's database, where the server has none of that name yet."""
    name = sql.Identifier(connections["owner"].settings_dict["NAME"])
    with server_connection() as server:
        try:
            server.execute(
                sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(name)
            )
        except DuplicateDatabase:
            return


def set_up() -> None:
    make_database()
    call_command("migrate", database="owner", verbosity=0)


def enter(places: Path | None, people: Path | None) -> None:
    """Enter an office's own places and accounts; new passwords are shown this once."""
    if places:
        click.echo(f"地区 {load_places(places)} 个。")
    passwords = load_people(people) if people else {}
    for username, password in passwords.items():
        click.echo(f"    账号 {username}  密码 {password}")
    if passwords:
        click.secho(
            "密码只显示这一次，请记下；忘了可用 taizhang password 账号 换新的。", fg="yellow"
        )


@click.command("setup", help="建立数据库、表和权限；重复运行不会改动已有数据。")
@click.option(
    "--places", type=FILE, help="本地的地区名单（TOML，样式见 examples/huanggai/places.toml）。"
)
@click.option(
    "--people",
    type=FILE,
    help="单位、岗位和账号名单（TOML，样式见 examples/huanggai/people.toml）。",
)
def setup_command(places: Path | None, people: Path | None) -> None:
    set_up()
    enter(places, people)
    click.echo("数据库已就绪。")
