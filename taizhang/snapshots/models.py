"""The register of closed periods: one row a snapshot, added and never changed."""

from django.db import models


class Closing(models.Model):
    """A snapshot's digest where its files cannot reach it: a folder altered and digested anew shows.

    The application may add rows and read them; it can neither change nor remove one.
    """

    place = models.CharField("地区代码", max_length=20, db_collation="C")
    period = models.CharField("期间", max_length=22)
    number = models.PositiveIntegerField("第几次封存")
    cutoff = models.DateField("统计截止日")
    digest = models.CharField("SHA-256", max_length=64, unique=True)
    previous = models.CharField("上一份快照的SHA-256", max_length=64, blank=True)
    replaces = models.CharField("所替代快照的SHA-256", max_length=64, blank=True)
    closed_by = models.CharField("封存人", max_length=200)
    at = models.DateTimeField("封存时间")

    class Meta:
        verbose_name = verbose_name_plural = "封存登记"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "period", "number"], name="closing_once_under_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.period} 第{self.number}次封存"
