"""The three ways in, and the form in which what was found is looked over."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from sources.choices import DerivationKind, SourceKind
from sources.chooser import NewSourceForm
from sources.identity.addresses import host_of
from sources.identity.matches import Described, Match
from sources.intake.addresses import FetchRefused, checked
from sources.intake.documents import LARGEST, LONGEST
from sources.intake.findings import Findings
from sources.intake.words import doi as doi_in
from sources.models import Intake, Publisher, Source, SourceKey
from sources.models.key import KeyKind

FILES = ".pdf,.docx,.html,.htm,.txt,.md"
WIDE = {"title", "title_original", "authors", "publisher", "url"}


def web_address(value: str) -> str:
    try:
        return str(checked(value)) and value.strip()
    except FetchRefused as error:
        raise ValidationError(str(error)) from error


class AddressForm(forms.Form):
    way = "address"
    address = forms.CharField(
        max_length=1000,
        label="Address",
        widget=forms.TextInput(attrs={"type": "url", "placeholder": "https://", "autocomplete": "off", "inputmode": "url"}),
    )
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_address(self):
        return web_address(self.cleaned_data["address"])


class WithAddress(forms.Form):
    address = forms.CharField(
        required=False,
        max_length=1000,
        label="Its address, if it has one",
        widget=forms.TextInput(attrs={"placeholder": "https://"}),
    )

    def clean_address(self):
        return web_address(value) if (value := self.cleaned_data["address"]) else ""


class FileForm(WithAddress):
    way = "file"
    file = forms.FileField(
        label="File",
        help_text=f"PDF, Word (.docx), HTML or text; at most {LARGEST // 1024 // 1024} MB.",
        widget=forms.FileInput(attrs={"accept": FILES}),
    )
    field_order = ["file", "address"]

    def clean_file(self):
        if self.cleaned_data["file"].size > LARGEST:
            raise ValidationError(f"The file is larger than {LARGEST // 1024 // 1024} MB.")
        return self.cleaned_data["file"]


class PasteForm(WithAddress):
    way = "paste"
    text = forms.CharField(
        strip=False,
        max_length=LONGEST,
        label="Text",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )
    field_order = ["text", "address"]


def described(intake: Intake, publisher_id: int | None) -> Described:
    """What is known of the intake, for the search for known sources."""
    found = Findings.from_json(intake.findings)
    return Described(
        url=found.best("url"),
        addresses=[address for address in (intake.address, *(row.value for row in found.by_field.get("url", []))) if address],
        doi=found.best("doi"),
        number=found.best("document_number"),
        language=found.best("language"),
        title=found.best("title"),
        issued=found.best("issued"),
        publisher_id=publisher_id,
        text=intake.text,
        file_sha256=intake.file_sha256,
    )


def known_publisher(found: Findings) -> Publisher | None:
    """Whose sources stand at the same site; or who has the name that the page gives."""
    host = host_of(found.best("url"))
    if host:
        rows = SourceKey.objects.filter(kind=KeyKind.ADDRESS, link="", value__startswith=f"{host}/").select_related(
            "source__publisher"
        )
        publishers = [row.source.publisher for row in rows[:50]]
        if publishers:
            return max(publishers, key=publishers.count)
    name = found.best("site")
    return (
        (Publisher.objects.filter(name__iexact=name).first() or Publisher.objects.filter(name_original=name).first())
        if name
        else None
    )


class ReviewForm(NewSourceForm):
    """Everything found, to be looked over. What is saved is a draft, so that only what a draft needs is asked for."""

    doi = forms.CharField(required=False, max_length=200, label="DOI")
    looked = forms.BooleanField(required=False, label="I have looked at the known sources above: this is another document")

    class Meta(NewSourceForm.Meta):
        fields = [
            "title",
            "title_original",
            "authors",
            "publisher",
            "new_publisher",
            "new_publisher_kind",
            "issued",
            "language",
            "document_number",
            "doi",
            "url",
            "tier",
            "kind",
            "reading",
        ]
        widgets = {"authors": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, intake: Intake, matches: list[Match], publisher: Publisher | None, **kwargs):
        self.intake, self.matches = intake, matches
        self.found = Findings.from_json(intake.findings)
        super().__init__(*args, initial=self.found_values(publisher), **kwargs)
        self.fields["publisher"].help_text = "If it is not in the list, name it below."
        for match in matches:
            self.fields[f"from_{match.source.pk}"] = forms.ChoiceField(
                required=False,
                choices=[("", "no, it is not made from it"), *((kind, f"yes: it {kind.label} it") for kind in DerivationKind)],
                initial=match.derives,
                label=f"Is this document made from “{match.source}”?",
            )
        if not matches:
            del self.fields["looked"]
        for row in self.rows():
            if row["values"] and isinstance(row["field"].field.widget, forms.TextInput):
                # The browser offers what else was found.
                row["field"].field.widget.attrs["list"] = f"found-{row['field'].name}"

    def found_values(self, publisher: Publisher | None) -> dict:
        best = {
            name: self.found.best(name) for name in ("title", "language", "authors", "issued", "document_number", "url", "doi")
        }
        if best["language"] and not settings.LANGUAGE_CODE.startswith(best["language"]):
            best |= {"title": "", "title_original": best["title"]}
        if publisher:
            best["publisher"] = publisher.pk
        else:
            best["new_publisher"] = self.found.best("site")
        kind = self.found.best("kind")
        return best | ({"kind": kind} if kind in SourceKind.values else {})

    def clean_doi(self):
        value = self.cleaned_data["doi"]
        if value and not doi_in(value):
            raise ValidationError("This is not a DOI; one begins with 10. and a number, such as 10.1234/abc.")
        return doi_in(value)

    def clean(self):
        # Before the rest, which ends at its first reason.
        if "looked" in self.fields and not self.cleaned_data.get("looked") and not self.derivations():
            self.add_error(
                "looked", "Known sources are close to this one. Say how it relates to them, or that it is another document."
            )
        return super().clean()

    def _post_clean(self):
        # Past the gate of the chooser's form: a draft need not pass it.
        super(NewSourceForm, self)._post_clean()

    def save(self, commit=True):
        raise NotImplementedError("sources.receiving.records.make_source saves it, with its capture.")

    def derivations(self) -> list[tuple[str, Source, str]]:
        rows = [(self.cleaned_data.get(f"from_{match.source.pk}"), match) for match in self.matches]
        return [(kind, match.source, "") for kind, match in rows if kind]

    def rows(self):
        """The fields with what was found for each, in order. What is found of the title stands where it went."""
        foreign = bool(self.initial.get("title_original"))
        for name in self._meta.fields:
            source = {"title": "" if foreign else "title", "title_original": "title" if foreign else ""}.get(name, name)
            found = [
                {"value": "" if row.value == self.initial.get(name) else row.value, "where": row.where, "sure": row.confidence}
                for row in self.found.by_field.get(source, [])
            ]
            yield {
                "field": self[name],
                "found": found,
                "wide": name in WIDE,
                "values": [row["value"] for row in found if row["value"]],
            }

    def relation_fields(self):
        for match in self.matches:
            yield match, self[f"from_{match.source.pk}"]
