from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SnapshotsConfig(AppConfig):
    name = "taizhang.snapshots"
    verbose_name = "封存"

    def ready(self) -> None:
        post_migrate.connect(protect, sender=self)


def protect(using: str, **kwargs: Any) -> None:
    from taizhang.snapshots.protection import protect_closings

    protect_closings(using)
