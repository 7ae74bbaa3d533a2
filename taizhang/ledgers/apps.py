from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgersConfig(AppConfig):
    name = "taizhang.ledgers"
    verbose_name = "台账公共部分"

    def ready(self) -> None:
        # The last app to migrate sends last; by then every ledger's table is there.
        post_migrate.connect(protect)


def protect(sender: AppConfig, using: str, **kwargs: Any) -> None:
    from django.apps import apps
    from django.db import connections

    from taizhang.ledgers.protection import protect_ledgers
    from taizhang.ledgers.standards import load_standards
    from taizhang.people.protection import has_table

    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender is last and has_table(connections[using], "ledgers_history"):
        protect_ledgers(using)
        load_standards(using)
