"""The form of a record: saving it runs the ledger's rules, and what they refuse stands at the field it is about."""

from string import Formatter
from typing import Any

from django import forms
from django.db.models import Max
from unfold.widgets import UnfoldAdminTextInputWidget

from taizhang.core.finding import Finding, Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.models import History
from taizhang.ledgers.record import Record
from taizhang.ledgers.rules import RulesBroken, rules
from taizhang.people.models import Place

CHANGED_MEANWHILE = (
    "您打开这一页以后，这条记录又有了改动，所以没有保存；请重新打开这一页，看过修改记录再改。"
)


def last_change(record: Record) -> str:
    """The last entry of a record's history, by which a page knows whether it still shows what is there."""
    history = History.objects.filter(ledger=record.ledger_name(), record=record.pk)
    return str(history.aggregate(last=Max("pk"))["last"] or 0)


class RecordForm(forms.ModelForm):
    """Valid means saved: only the database can say whether a rule holds."""

    reason = forms.CharField(
        label="修改原因",
        max_length=500,
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text="改了什么、依据什么。和改前改后的内容一起留在修改记录里。",
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: list[Finding] = []
        if self.instance.pk:
            self.fields["seen"].initial = last_change(self.instance)
        if self.instance.pk and "place" in self.fields:  # a merged village keeps its records
            choices: Any = self.fields["place"]
            choices.queryset |= Place.objects.filter(pk=self.instance.place_id)

    def clean(self) -> dict[str, Any] | None:
        """What somebody else has saved since the page was opened is not written over by what stands in its fields."""
        said = super().clean()
        seen = self.cleaned_data.get("seen")
        if self.instance.pk and seen and seen != last_change(self.instance):
            raise forms.ValidationError(CHANGED_MEANWHILE)
        return said

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"])
        if self.instance.pk and not reason and set(self.changed_data) - {"reason", "seen"}:
            raise forms.ValidationError("修改已有的记录要写明原因。")
        return reason

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django's own hook for model forms
        if not self.errors:
            self._save_by_rules()

    def _save_by_rules(self) -> None:
        record, new = self.instance, self.instance._state.adding
        try:
            self.questions = save_record(record, self.cleaned_data.get("reason") or "")
        except RulesBroken as broken:
            for finding in broken.findings:
                self.add_error(self._field_of(finding), str(finding))
        except Refusal as refusal:
            self.add_error(None, str(refusal))
        if self.errors and new:  # what was rolled back has no key
            record.pk, record._state.adding = None, True

    def _field_of(self, finding: Finding) -> str | None:
        """The first field of the form that the rule's message names."""
        model: type[Record] = type(self.instance)
        message = next((rule.message for rule in rules(model) if rule.title == finding.rule), "")
        named = [name for _, name, _, _ in Formatter().parse(message) if name]
        return next((name for name in named if name in self.fields), None)
