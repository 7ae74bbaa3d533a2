from django.apps import AppConfig


class HousingConfig(AppConfig):
    name = "taizhang.lines.housing"
    verbose_name = "规范村民建房"
    summary_order = 20
