"""`taizhang serve`: the desk, from one process, with its own static files."""

import logging

import click
import waitress
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from taizhang.commands.setup import set_up
from taizhang.core.finding import Refusal
from taizhang.people.models import User

THREADS = 8  # each keeps a database connection of its own


def is_set_up() -> bool:
    """Whether the database is there with every table as this version wants it."""
    try:
        executor = MigrationExecutor(connections["owner"])
    except OperationalError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def listening(host: str, port: int) -> waitress.server.BaseWSGIServer:
    application = get_wsgi_application()
    try:
        return waitress.create_server(
            application, host=host, port=port, threads=THREADS, ident=None
        )
    except OSError as trouble:
        raise Refusal(
            f"{host} 的端口 {port} 用不了（{trouble.strerror}），可能已经开着一个工作台；请用 --port 换一个端口。"
        ) from trouble


@click.command("serve", help="打开工作台，用浏览器访问。")
@click.option("--host", default="127.0.0.1", help="在哪个地址上听，默认只给本机用。")
@click.option("--port", default=8000, help="端口，默认 8000。")
def serve_command(host: str, port: int) -> None:
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # eight at once is no news
    if not is_set_up():
        set_up()
    if not User.objects.exists():
        click.echo("还没有账号，登录不了：看示例请先运行 make demo。")
    server = listening(host, port)
    click.echo(f"工作台已在 http://{host}:{port} 打开，按 Ctrl+C 关闭。")
    server.run()
