"""Signing in: any account in use may; what it then opens depends on its appointment, not on tables of permissions."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from unfold.forms import AuthenticationForm

from taizhang.people.models import User


class AccountBackend(BaseBackend):
    """Checks the password and nothing else. Nobody is acting yet, so nothing is written either."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        user = User.objects.filter(username=username).first() if username else None
        if user is None:
            make_password(password)  # as slow as a wrong password, so that names cannot be probed
            return None
        return user if user.is_active and check_password(password, user.password) else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()


class SignInForm(AuthenticationForm):
    """Django's form asks for the staff flag, which means nothing here."""

    error_messages = {
        "invalid_login": "账号或密码不对，请核对后再试；密码分大小写。",
        "inactive": "账号已停用，请联系系统管理员。",
    }

    def confirm_login_allowed(self, user: Any) -> None:
        if not user.is_active:
            raise ValidationError(self.error_messages["invalid_login"], code="invalid_login")
