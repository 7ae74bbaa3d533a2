from django.apps import AppConfig


class HollowHousesConfig(AppConfig):
    name = "taizhang.lines.hollow_houses"
    verbose_name = "空心房整治"
    summary_order = 30
