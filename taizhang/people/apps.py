from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from taizhang.people.protection import protect_people


def protect(using: str, **kwargs: Any) -> None:
    protect_people(using)


class PeopleConfig(AppConfig):
    name = "taizhang.people"
    verbose_name = "人员与地区"

    def ready(self) -> None:
        post_migrate.connect(protect, sender=self)
