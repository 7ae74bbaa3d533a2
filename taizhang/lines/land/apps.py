from django.apps import AppConfig


class LandConfig(AppConfig):
    name = "taizhang.lines.land"
    verbose_name = "增减挂钩与用地指标"
    summary_order = 31
