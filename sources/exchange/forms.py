from django import forms
from django.core.exceptions import ValidationError

from sources.exchange.kinds import LARGEST


class ImportForm(forms.Form):
    """A file, or its text."""

    file = forms.FileField(required=False, label="File")
    text = forms.CharField(
        required=False,
        strip=False,
        label="or its text",
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, *args, accepts: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = accepts

    def clean(self):
        data = super().clean()
        if not self.errors and bool(data.get("file")) == bool((data.get("text") or "").strip()):
            raise ValidationError(
                "Choose a file or paste its text: one of them." if data.get("file") else "Choose a file, or paste its text."
            )
        if data.get("file") and data["file"].size > LARGEST:
            self.add_error("file", f"“{data['file'].name}” is larger than {LARGEST // 1024 // 1024} MB.")
        return data

    @property
    def what(self) -> tuple[str, bytes]:
        """(file name, bytes); a text that was pasted has no name."""
        file = self.cleaned_data.get("file")
        return (file.name, file.read()) if file else ("", self.cleaned_data["text"].encode("utf-8", "replace"))


def choices_of(sent) -> dict[int, dict]:
    """What was chosen on a page of rows, by the number of the row."""
    found = {}
    for value in sent.getlist("shown"):
        if not (value.isascii() and value.isdecimal() and len(value) < 6):
            continue
        options = {name.split(f"option-{value}-")[1]: sent[name] for name in sent if name.startswith(f"option-{value}-")}
        found[int(value)] = {"action": sent.get(f"action-{value}", ""), "take": sent.getlist(f"take-{value}"), **options}
    return found
