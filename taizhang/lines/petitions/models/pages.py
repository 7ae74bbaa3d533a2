"""A line of printed papers that is kept nowhere: the code with which a petitioner follows a case."""

from django.db import models


class FollowLine(models.Model):
    """The code on the receipt."""

    code = models.CharField("码", max_length=12)

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "查询码"

    def __str__(self) -> str:
        return self.code
