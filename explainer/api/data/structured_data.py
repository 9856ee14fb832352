"""The page of open data for machines: schema.org Dataset.

Source: https://developers.google.com/search/docs/appearance/structured-data/dataset
"""

from django.conf import settings

from explainer.api.data.caveats import CAVEATS
from explainer.api.data.package import NAME
from explainer.api.data.tables import TABLES
from explainer.api.lists import absolute
from sources.jsonld import known, site

FORMATS = {"csv": "text/csv", "json": "application/json"}


def dataset(told: dict) -> dict:
    """``told`` is what the page knows as well."""
    given = told["licence"]
    files = [
        (f"{table.title}, {form.upper()}", f"{table.name}.{form}", kind)
        for table in TABLES.values()
        for form, kind in FORMATS.items()
    ]
    files += [
        ("All tables, SQLite", f"{NAME}.sqlite", "application/vnd.sqlite3"),
        ("All tables, ZIP of CSV", f"{NAME}.zip", "application/zip"),
    ]
    found = {
        "@type": "Dataset",
        "@id": told["address"],
        "url": told["address"],
        "name": f"{told['name']}: open data",
        "description": " ".join(f"{table.title}: {table.about}." for table in TABLES.values()) + f" {CAVEATS[0][1]}",
        "inLanguage": settings.LANGUAGE_CODE,
        "creator": site(told["name"]),
        "license": given and given.url,
        "dateModified": told["published"] and told["published"].isoformat(),
        "isAccessibleForFree": True,
        "variableMeasured": [table.title for table in TABLES.values()],
        "distribution": [
            {"@type": "DataDownload", "name": name, "contentUrl": absolute(f"/data/{file}"), "encodingFormat": kind}
            for name, file, kind in files
        ],
    }
    return known(found)
