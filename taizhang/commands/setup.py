"""`taizhang setup`: the database, its tables, its protection. Safe to run again."""

import click
from django.core.management import call_command
from django.db import connections
from psycopg import Connection, connect, sql
from psycopg.errors import DuplicateDatabase


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


@click.command("setup", help="建立数据库、表和权限；重复运行不会改动已有数据。")
def setup_command() -> None:
    set_up()
    click.echo("数据库已就绪。")
