import hashlib
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.http import FileResponse, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from explainer.api.data import package
from explainer.api.data.caveats import licence_sentence
from explainer.api.data.database import make_database
from explainer.api.data.files import write_csv, write_json
from explainer.api.data.kept import Kept, kept
from explainer.api.data.structured_data import dataset
from explainer.api.data.table import Table
from explainer.api.data.tables import table_or_404
from explainer.api.lists import SECONDS, BadQuery, refusal, refuse_unknown
from sources.citing.formats import FORMATS
from sources.jsonld import graph, json_ld

JSON, CSV = "application/json", "text/csv; charset=utf-8"
IN_MEMORY = 4 << 20  # bytes of a filtered table; a longer one waits on disk


@require_safe
def index(request):
    """What there is, what it means, and how it may be used."""
    told = package.about()
    rows = [(table, table.count()) for table in told["tables"]]
    lists = [row for row in rows if row[0].collection]
    ties = [row for row in rows if not row[0].collection]
    context = {"lists": lists, "ties": ties, "dataset": json_ld(graph(dataset(told))), "file": package.NAME}
    return render(request, "data/index.html", told | context)


@require_safe
def table(request, name, form):
    """A whole table, or what a filter of the site leaves of it."""
    found = table_or_404(name)
    try:
        bom = asked_for_mark(request.GET) and form == "csv"
        records = chosen(found, request.GET)
    except BadQuery as error:
        return refusal(error, form)
    content_type = CSV if form == "csv" else JSON
    if records is None:
        return send_kept(request, package.kept_table(found, form, bom), f"{name}.{form}", content_type)
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the response closes it
    if form == "csv":
        write_csv(file, found, found.all_rows(records), bom)
    else:
        write_json(file, found, found.all_rows(records))
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return send(request, file, digest, f"{name}.{form}", content_type)


def chosen(found: Table, params: QueryDict):
    """The records the query asks for; None for all of them."""
    if not found.collection:
        return None
    listing = found.collection.listing(params)
    refuse_unknown(listing, params)
    return listing.filters.qs if listing.params else None


def asked_for_mark(params: QueryDict) -> bool:
    if (value := params.get("bom", "")) not in ("", "0", "1"):
        raise BadQuery("bom", f"“{value[:60]}” is no value of it; write bom=1 for a file with the mark.")
    return value == "1"


@require_safe
def database(request):
    def make(path: Path) -> None:
        told = package.about()
        make_database(path, {"Title": f"{told['name']}: open data", "Address": told["address"], "Licence": licence_sentence()})

    name = f"{package.NAME}.sqlite"
    return send_kept(request, kept(name, make), name, "application/vnd.sqlite3")


@require_safe
def archive(request):
    return send_kept(request, package.kept_zip(), f"{package.NAME}.zip", "application/zip")


@require_safe
def datapackage(request):
    return send_kept(request, package.kept_package(), "datapackage.json", JSON)


@require_safe
def metadata(request):
    text = package.as_text(package.datasette_metadata())
    return send_kept(request, kept("metadata.json", lambda path: path.write_text(text, "utf-8")), "metadata.json", JSON)


@require_safe
def references(request, extension):
    made = package.kept_references(extension)
    return send_kept(request, made, f"references.{extension}", FORMATS[extension].content_type)


def send_kept(request, made: Kept, name: str, content_type: str) -> HttpResponse:
    return send(request, made.path.open("rb"), made.digest, name, content_type)


def send(request, file: BinaryIO, digest: str, name: str, content_type: str) -> HttpResponse:
    """A file to take away, sent again only if it has changed."""
    etag = f'"{digest[:32]}"'
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = FileResponse(file, as_attachment=True, filename=name, content_type=content_type)
        if request.method == "HEAD":
            answer = HttpResponse(headers=answer.headers)
    if not answer.streaming:
        file.close()
    answer["ETag"] = etag
    patch_cache_control(answer, public=True, max_age=SECONDS)
    return answer
