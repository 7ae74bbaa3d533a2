from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The web desk: HTTP in, HTML out."""

    name = "taizhang.desk"
    verbose_name = "工作台"

    def ready(self) -> None:
        from taizhang.desk import refused_checks
