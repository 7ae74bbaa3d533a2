"""`taizhang password`: a new password for an account whose own was lost."""

import click

from taizhang.core.finding import Refusal
from taizhang.people.loading import OWNER, new_password
from taizhang.people.models import User


@click.command("password", help="给账号换一个新密码，只显示这一次。")
@click.argument("username", metavar="账号")
def password_command(username: str) -> None:
    user = User.objects.using(OWNER).filter(username=username).first()
    if user is None:
        raise Refusal(f"没有名为“{username}”的账号。")
    click.echo(f"{user.full_name}（{username}）的新密码：{new_password(user)}")
