"""What PostgreSQL's planner knows of the tables. It learns of new rows by itself, but a minute or more after they are there."""

from django.apps import apps
from django.db import connection


def refresh(app_label: str | None = None) -> None:
    """After a bulk write, in its transaction: until the planner has counted, it may take a table of thousands for empty and
    choose a plan that does not end. SQLite plans without counting."""
    if connection.vendor != "postgresql":
        return
    models = apps.get_app_config(app_label).get_models() if app_label else apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models if model._meta.managed and not model._meta.proxy}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(connection.ops.quote_name(table) for table in sorted(tables)))
