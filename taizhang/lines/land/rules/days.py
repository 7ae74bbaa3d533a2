"""Days in conditions, and the notices that several rules go by."""

from django.db.models import DateField, F, Func
from django.db.models.functions import Coalesce

from taizhang.ledgers.standards import standard

LINKAGE = "城乡建设用地增减挂钩试点管理办法（国土资发〔2008〕138号）"
HUNAN_2019 = "湖南省2019年增减挂钩通知（文号未核实）"
RECLAMATION = "土地复垦条例"

TODAY = Func(function="taizhang_today", output_field=DateField())


def end_of(project: str = "") -> Coalesce:
    """The day by which a project's quota is to be given back, that of its new plan if it was planned anew."""
    path = f"{project}__" if project else ""
    return Coalesce(f"{path}extended_to", f"{path}ends_on")


def years_after(day: str, name: str) -> Func:
    """So many years after a date of the record, as the standard in force that day says; nothing where there is none."""
    return Func(
        F(day),
        standard(name, on=day),
        template="(%(expressions)s)::date",
        arg_joiner=" + interval '1 year' * ",
        output_field=DateField(),
    )
