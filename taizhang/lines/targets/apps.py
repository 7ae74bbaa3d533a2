from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "taizhang.lines.targets"
    verbose_name = "目标责任"
    summary_order = 15
