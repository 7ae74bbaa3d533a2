from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "taizhang.lines.directives"
    verbose_name = "会议与督办"
    summary_order = 10
