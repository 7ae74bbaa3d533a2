from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "taizhang.lines.plans"
    verbose_name = "工作打算"
    summary_order = 80
