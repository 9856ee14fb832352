from django import forms
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from claims.check import Pasted
from explainer.reports import things
from explainer.reports.models import ANSWERED, ReaderReport, State
from sources.listing import RecordSelect

SHORTEST, LONGEST_TEXT = 10, 10_000


class Line(Pasted):
    """One line as it was pasted: NUL bytes and breaks in it are blanks."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class ReportForm(forms.Form):
    """What a reader writes. Nothing that is typed is lost over an error; of the page only what is known is taken up."""

    about = Line(required=False, label=_("Which page?"), widget=RecordSelect)
    text = Pasted(
        label=_("What is wrong?"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        error_messages={"required": _("Say in a sentence or two what is wrong.")},
    )
    evidence = forms.URLField(
        required=False,
        label=_("Where can we see that? (optional)"),
        max_length=1000,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={
            "invalid": _("This is no address of a page. Correct it, or leave it empty and describe the document above.")
        },
    )
    contact = Line(
        required=False,
        label=_("How can we reach you? (optional)"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    # For programs that fill in whatever there is; people do not see it.
    leave_empty = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        error_messages={"max_length": _("Something has filled in a field that people do not see. Empty it and send again.")},
    )

    def __init__(self, *args, about="", **kwargs):
        super().__init__(*args, **kwargs)
        self.thing = things.at(self.data.get("about", "") if self.is_bound else about)
        if self.thing.address:
            self.fields["about"].widget = forms.HiddenInput()
            self.initial["about"] = self.thing.address
        else:
            self.fields["about"].widget.choices = things.choices()

    def clean_text(self):
        text = self.cleaned_data["text"].strip()
        if len(text) < SHORTEST:
            raise forms.ValidationError(_("That is too short to be understood. Say in a sentence or two what is wrong."))
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(
                _("The text has %(size)s characters; we take up to %(most)s. Put the rest where its address can be given.")
                % {"size": f"{len(text):,}", "most": f"{LONGEST_TEXT:,}"}
            )
        return text

    def clean_leave_empty(self):
        if self.cleaned_data["leave_empty"]:
            raise forms.ValidationError(self.fields["leave_empty"].error_messages["max_length"])
        return ""

    def save(self) -> ReaderReport:
        record = self.thing.record
        report = ReaderReport(
            address=self.thing.address,
            title=self.thing.title,
            text=self.cleaned_data["text"],
            evidence=self.cleaned_data["evidence"],
            contact=self.cleaned_data["contact"],
        )
        if record is not None:
            report.content_type, report.object_id = ContentType.objects.get_for_model(record), str(record.pk)
        report.save(force_insert=True)
        return report


class AnswerForm(forms.ModelForm):
    """The desk's answer; whoever has the number reads it."""

    state = forms.ChoiceField(
        label="What became of it", choices=[(state.value, state.label.partition(": ")[2].capitalize()) for state in ANSWERED]
    )

    class Meta:
        model = ReaderReport
        fields = ["state", "answer", "answer_url"]
        widgets = {"answer": forms.Textarea(attrs={"rows": 4})}

    def clean_answer(self):
        answer = self.cleaned_data["answer"].strip()
        if not answer:
            raise forms.ValidationError("Say in a sentence what was found. The reader gets no other word from us.")
        return answer

    def clean_answer_url(self):
        address = self.cleaned_data["answer_url"].strip()
        if address and not things.at(address).address:
            raise forms.ValidationError("Give an address of this site, beginning with /.")
        return things.at(address).address if address else ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") == State.CORRECTED and not cleaned.get("answer_url") and "answer_url" not in self.errors:
            self.add_error("answer_url", "Where can the reader see the correction?")
        return cleaned
