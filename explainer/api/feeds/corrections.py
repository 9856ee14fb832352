"""News of everything that was put right, as the page of corrections lists it."""

from django.db.models import Max
from django.http import QueryDict

from claims.corrections import Told, What, told
from claims.models import ClaimPage
from explainer.api.feeds.changed import last_changed
from explainer.api.feeds.claims import tags_of, verdict_entry
from explainer.api.feeds.entry import SINCE, Entry, News, Tag, link, on_day, paragraphs, tag_uri
from explainer.api.feeds.filtered import Filtered
from explainer.api.kinds.corrections import CORRECTIONS
from explainer.api.lists import absolute
from sources.models import Source, SourceCorrection


def corrections(params: QueryDict) -> News:
    found = Filtered.by(CORRECTIONS, params)
    newest = found.listing.filters.qs
    recorded = SourceCorrection.objects.public().aggregate(at=Max("opened_at"))["at"]
    latest = newest.first()
    return News(
        name="corrections",
        title=found.title("Corrections"),
        about="Verdicts that have changed, and whatever else was put right, with the reason.",
        page=found.page,
        query=found.query,
        things=newest,
        entries=lambda some: [_entry(one) for one in told(some)],
        updated=on_day(latest["on"]) if latest else SINCE,
        changed=max(filter(None, (last_changed(ClaimPage), last_changed(Source), recorded))),
    )


def _entry(one: Told) -> Entry:
    if one.what == What.VERDICT:
        return verdict_entry(one.row)
    row, kind = one.row, one.row.get_kind_display()
    if one.what == What.CLAIM:
        # A claim is never named without its verdict.
        verdict = row.claim.get_verdict_display()
        title, texts = f"{kind} on “{row.claim.title}” ({verdict.lower()})", [row.wrong, row.now, row.reviewer]
        words, tags = "The claim, its evidence and all its verdicts", tags_of(row.claim, row.claim.verdict, verdict)
    else:
        title, texts = f"{kind} of a source: {row.source.title}", [row.note, f"{row.get_changed_display()} was put right."]
        words, tags = "The source, and what rests on it", []
    return Entry(
        id=tag_uri(f"{one.about.get_absolute_url()}corrections/{one.place}"),
        url=absolute(one.url),
        title=title,
        summary=texts[0],
        html=paragraphs(*texts) + link(absolute(one.url), words),
        published=on_day(row.on),
        updated=on_day(row.on),
        tags=[Tag(row.kind, kind), *tags],
    )
