from django.apps import AppConfig


class ProblemsConfig(AppConfig):
    name = "taizhang.lines.problems"
    verbose_name = "问题清单"
    summary_order = 70
