"""Signing in: any account in use may; what it then opens depends on its appointment, not on tables of permissions."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.signals import user_logged_out
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.http import HttpRequest
from unfold.forms import AdminPasswordChangeForm, AuthenticationForm

from taizhang.people.models import User
from taizhang.people.signing_in import forget_failures, may_try, sign_out_everywhere


class AccountBackend(BaseBackend):
    """Checks the password, after counting the attempt. Nobody is acting yet; nothing else is written."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if not username:
            return None
        if not may_try(username):
            raise ValidationError(locked(), code="locked")
        user = User.objects.filter(username=username).first()
        if user is None:
            make_password(password)  # as slow as a wrong password, so that names cannot be probed
            return None
        if not (user.is_active and check_password(password, user.password)):
            return None
        forget_failures(username)
        return user

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()


def locked() -> str:
    """The same sentence whether or not there is such an account, and whether or not the password is right."""
    return (
        f"这个登录名连续输错了 {settings.SIGN_IN_FAILURES} 次，已经锁定，请过 {settings.SIGN_IN_LOCK_MINUTES} 分钟再试；"
        "忘了密码的，请系统管理员换一个新密码，换了就能马上登录。"
    )


@receiver(user_logged_out)
def void_cookies(user: User | None, **kwargs: Any) -> None:
    """Signing out on one machine ends the account's sessions on all of them: a copied cookie is nobody's."""
    if user is not None:
        sign_out_everywhere(user)


class NewPasswordForm(AdminPasswordChangeForm):
    """A new password from the administrator also unlocks."""

    def save(self, commit: bool = True) -> Any:
        forget_failures(self.user.username)
        return super().save(commit)


class SignInForm(AuthenticationForm):
    """Django's form asks for the staff flag, which means nothing here."""

    error_messages = {
        "invalid_login": "账号或密码不对，请核对后再试；密码分大小写，"
        f"连续输错 {settings.SIGN_IN_FAILURES} 次会锁定 {settings.SIGN_IN_LOCK_MINUTES} 分钟。",
        "inactive": "账号已停用，请联系系统管理员。",
    }

    def confirm_login_allowed(self, user: Any) -> None:
        if not user.is_active:
            raise ValidationError(self.error_messages["invalid_login"], code="invalid_login")
