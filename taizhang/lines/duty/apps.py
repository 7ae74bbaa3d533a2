from django.apps import AppConfig


class DutyConfig(AppConfig):
    name = "taizhang.lines.duty"
    verbose_name = "坐班与接访"
    summary_order = 65
