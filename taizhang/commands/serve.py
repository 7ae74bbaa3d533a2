"""`taizhang serve`: the desk, from one process, with its own static files."""

import click
import waitress
from django.core.wsgi import get_wsgi_application

THREADS = 8  # each keeps a database connection of its own


@click.command("serve", help="打开工作台，用浏览器访问。")
@click.option("--host", default="127.0.0.1", help="在哪个地址上听，默认只给本机用。")
@click.option("--port", default=8000, help="端口，默认 8000。")
def serve_command(host: str, port: int) -> None:
    application = get_wsgi_application()
    server = waitress.create_server(application, host=host, port=port, threads=THREADS, ident="")
    click.echo(f"工作台已在 http://{host}:{port} 打开，按 Ctrl+C 关闭。")
    server.run()
