from django.db import models

from sources.choices import one_of


class KeyKind(models.TextChoices):
    ADDRESS = "address", "Address"
    DOI = "doi", "DOI"
    NUMBER = "number", "Document number"


class SourceKey(models.Model):
    """What a source can be recognised by. Worked out from the source, see ``sources.identity.keys``; nobody edits it."""

    source = models.ForeignKey("sources.Source", on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=10, choices=KeyKind)
    value = models.CharField(max_length=500)
    link = models.CharField(max_length=12, blank=True)  # the kind of the link it was taken from; empty for its own address

    class Meta:
        constraints = [
            one_of("kind", KeyKind),
            models.UniqueConstraint(fields=["source", "kind", "value"], name="sources_sourcekey_once"),
        ]
        indexes = [models.Index(fields=["kind", "value"], name="sources_sourcekey_value")]

    def __str__(self):
        return self.value
