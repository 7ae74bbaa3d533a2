from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    name = "taizhang.lines.petitions"
    verbose_name = "信访"
    summary_order = 60
