from django.db import models


class LoadedRecord(models.Model):
    """What the last load of an edition left in the database, so that the next one can tell an editor's change from its own."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=255)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the record as a dump would write it.")
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="editions_loadedrecord_once")]

    def __str__(self):
        return f"{self.kind} {self.key}"
