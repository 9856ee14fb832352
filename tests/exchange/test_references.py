"""References become drafts of sources; what is known is known again."""

import json

import pytest
from wagtail.models import ModelLogEntry

from sources.citing.filed import filed_item
from sources.citing.formats import FORMATS
from sources.exchange import flow
from sources.exchange.kinds import KINDS
from sources.exchange.references.comparing import FIELDS, NOT_HELD
from sources.exchange.rows import CREATE, SKIP, UPDATE
from sources.models import ImportBatch, Publisher, Source
from tests import make
from tests.exchange.files import ZOTERO_JSON, ZOTERO_RIS, zotero

pytestmark = pytest.mark.django_db
REFERENCES = KINDS["references"]


@pytest.fixture
def prepare(user):
    def prepare(content):
        data = json.dumps(content).encode() if isinstance(content, list) else content
        return flow.prepare(REFERENCES, "list", data, user)

    return prepare


def states(batch):
    return [row.state for row in flow.rows_of(batch)]


def draft_of(source):
    source.refresh_from_db()
    return source.get_latest_revision_as_object()


def item(**fields):
    return {
        "id": "x",
        "type": "article-newspaper",
        "title": "A story",
        "language": "en",
        "container-title": "The Gazette",
    } | fields


def test_a_new_reference_becomes_a_draft_that_nobody_has_read(prepare, user):
    make.publisher("quarterly", name="The China Quarterly", kind="university")
    batch = prepare(ZOTERO_JSON)
    assert states(batch) == ["new"] * 5 + ["cannot"]
    flow.commit(batch, user)
    first = Source.objects.get(title="Lists and their makers")
    assert (first.live, first.reading, first.kind, first.tier) == (False, "secondhand", "paper", "secondary")
    assert first.authors == "Li, Na\nvon der Leyen, Ursula"
    assert (first.issued, first.language, first.publisher.slug) == ("2019-03", "en", "quarterly")
    assert [(link.kind, link.url) for link in first.links.all()] == [("mirror", "https://doi.org/10.1017/s0305741019000006")]
    assert first.latest_revision.user == user
    notes = ModelLogEntry.objects.get(action="sources.import", object_id=str(first.pk)).message
    assert "First issued: 2018" in notes
    assert "Looked at on 2019-05-03." in notes
    book = Source.objects.get(title_original="名单的历史")
    assert (book.title, book.language, book.authors) == ("A history of lists", "zh", "王, 小明\n李, 娜")
    assert (book.publisher.name, book.publisher.kind) == ("人民出版社", "press")
    letter = Source.objects.get(title="A letter")
    assert letter.reliability == "Held by City Archive, Box 12, folder 3."
    assert (letter.issued, letter.publisher.name, letter.authors) == ("", "The Office", "")
    gone = Source.objects.get(title="A page that is gone")
    assert (gone.url, gone.issued) == ("http://gone.example.org/a", "2018-12-31~")
    assert gone.links.get().url.startswith("https://web.archive.org/")


def test_what_is_odd_is_said_in_the_preview(prepare):
    rows = flow.rows_of(prepare(ZOTERO_JSON))
    assert "Its date “sometime” is not understood and left out." in rows[2].notes
    assert "No language is given; taken for English." in rows[2].notes
    assert rows[5].reasons == ["It is of the type “figure”, which is no document that can be cited here."]
    bad = flow.rows_of(prepare([item(title="x" * 301), item(URL="javascript:alert(1)", id="y")]))
    assert bad[0].reasons == ["Its title has 301 characters; at most 300 can be kept."]
    assert "“javascript:alert(1)” is no address of the web and left out." in bad[1].notes


@pytest.mark.parametrize("form", FORMATS)
def test_what_goes_out_comes_back_without_a_change(prepare, form):
    known = [
        make.source(
            "plan", title="A plan & 100% {of} #it_all ~ \\x", title_original="规划_纲要", language="zh", kind="plan", tier="primary",
            document_number="国发〔2014〕21号", issued="2014-06-14", url="https://example.org/a?b=1&c=~x_y",
            publisher=make.publisher("council", name="State Council, Office of", kind="state-organ"),
        ),
        make.source("story", title="A story", authors="Li, Na\nThe Desk\nO’Brien, Zoë\nvan der Berg, A.", issued="2013-07~",
                    links=[("archive", "https://web.archive.org/web/2014/https://example.org/2"), ("translation", "https://e.org/t")]),
        make.source("law", kind="law", issued="2014-05-01/..", language="zh-Hant", document_number="No. 5"),
        make.source("decade", kind="paper", issued="201X", url="https://doi.org/10.1234/ABC_d"),
        make.source("maybe", kind="video", issued="2013?/2014", url="", reliability="In print."),
        make.source("doi", links=[("mirror", "https://doi.org/10.5555/12-34")], issued=""),
        make.source("draft", live=False, kind="social-post", authors="Somebody"),
    ]  # fmt: skip
    text = FORMATS[form].write([filed_item(source) for source in known])
    batch = prepare(text.encode())
    assert [(row.title, row.changes) for row in flow.rows_of(batch) if row.state != "unchanged"] == []
    assert [row.target for row in flow.rows_of(batch)] == [str(source.pk) for source in known]


OTHER = {
    "title": "Another title", "title_original": "另一个标题", "authors": "Wang, Wu", "publisher": "Another house",
    "kind": "report", "document_number": "No. 99", "issued": "1999-01-02", "language": "de",
    "url": "https://example.org/other", "doi": "10.7777/other", "archive": "https://web.archive.org/web/2001/https://example.org/x",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", FIELDS)
def test_every_field_that_a_format_holds_is_compared(prepare, form, name):
    """So that “no change” says something."""
    ours = make.source(
        "plan", kind="plan", title_original="规划", authors="Li, Na", document_number="No. 1", issued="2014", language="zh"
    )
    theirs = Source.objects.get(pk=ours.pk)
    if name in ("doi", "archive"):
        kind, url = ("mirror", f"https://doi.org/{OTHER[name]}") if name == "doi" else ("archive", OTHER[name])
        theirs.links = [theirs.links.model(kind=kind, url=url)]
    elif name == "publisher":
        theirs.publisher = Publisher(name=OTHER[name])
    else:
        setattr(theirs, name, OTHER[name])
    (row,) = flow.rows_of(prepare(FORMATS[form].write([filed_item(theirs)]).encode()))
    held = name not in NOT_HELD[form]
    assert [change.name for change in row.changes] == ([name] if held else [])


def test_gaps_are_filled_and_what_differs_stays_ours(prepare, user):
    ours = make.source("story", title="A story", url="https://gazette.example.org/lists?id=7", issued="2018-07-13", authors="")
    batch = prepare(ZOTERO_RIS.encode())
    row = flow.rows_of(batch)[0]
    assert (row.state, row.reasons) == ("conflict", ["It has the same address."])
    assert {change.name: change.take for change in row.changes} == {"title": False, "authors": True, "issued": False}
    flow.commit(batch, user)
    ours.refresh_from_db()
    assert (ours.live, ours.authors) == (True, "")  # what is public is as it was
    draft = ours.get_latest_revision_as_object()
    assert (draft.title, draft.issued, draft.authors) == ("A story", "2018-07-13", "Wang, Xiaoming\n李, 娜")
    assert ours.has_unpublished_changes
    assert states(prepare(ZOTERO_RIS.encode()))[0] == "conflict"  # the draft is what is compared
    assert [change.name for change in flow.rows_of(prepare(ZOTERO_RIS.encode()))[0].changes] == ["title", "issued"]


def test_a_field_of_the_file_is_taken_if_somebody_says_so(prepare, user):
    ours = make.source("story", title="A story", url="https://gazette.example.org/lists?id=7", issued="2018-07-13")
    batch = prepare(ZOTERO_RIS.encode())
    flow.choose(batch, {1: {"action": UPDATE, "take": ["issued", "slug"]}, 2: {"action": SKIP}, 3: {"action": CREATE}, 99: {}})
    done = flow.commit(batch, user)
    assert (done.counts["created"], done.counts["updated"]) == (0, 1)
    draft = draft_of(ours)
    assert (draft.issued, draft.title, draft.authors) == ("2018-07-14", "A story", "")
    assert Source.objects.count() == 1


def test_what_may_be_known_is_left_to_a_person(prepare, user):
    number = make.source("notice", title="通知", language="zh", document_number="国发(2014)21号", url="https://gov.example.org/1")
    same = make.source("same", title="On Lists", issued="2017-05", publisher=make.publisher(name="The Gazette"))
    batch = prepare(ZOTERO_RIS.encode())
    row = flow.rows_of(batch)[1]
    assert (row.state, row.target, row.action) == ("duplicate", str(number.pk), SKIP)
    assert row.reasons == ["It has the same document number."]
    (row,) = flow.rows_of(prepare([item(title="On lists!", issued={"date-parts": [[2017]]})]))
    assert (row.state, row.target, row.reasons) == ("duplicate", str(same.pk), ["It has the same title, year and publisher."])
    flow.commit(batch, user)
    assert Source.objects.filter(document_number="国发〔2014〕21号").count() == 0


def test_one_document_twice_in_a_file_is_one(prepare):
    batch = prepare(
        [item(URL="https://e.org/a"), item(id="y", URL="http://www.e.org/a?utm_source=x"), item(id="z", title="Other")]
    )
    assert states(batch) == ["new", "duplicate", "new"]
    assert flow.rows_of(batch)[1].reasons == ["It is the same document as entry 1 of this file."]


def test_a_key_of_another_program_is_not_taken_for_ours(prepare):
    make.source("li2019", title="Something else")
    assert states(prepare([item(id="li2019", URL="https://e.org/a")])) == ["new"]


def test_what_changed_since_it_was_looked_at_is_shown_again(prepare, user):
    ours = make.source("story", title="A story", url="https://gazette.example.org/lists?id=7", issued="2018-07-13")
    batch = prepare(ZOTERO_RIS.encode())
    flow.choose(batch, {1: {"action": UPDATE, "take": ["issued"]}, 2: {"action": SKIP}})
    ours.title = "A story, retold"
    ours.save()
    with pytest.raises(flow.LooksDifferent) as caught:
        flow.commit(batch, user)
    assert [row.n for row in caught.value.rows] == [1]
    batch.refresh_from_db()
    assert batch.state == "preview"
    assert not Source.objects.get(pk=ours.pk).has_unpublished_changes
    rows = flow.rows_of(batch)
    assert rows[0].changes[0].ours == "A story, retold"
    assert [change.name for change in rows[0].taken] == ["issued"]  # what was chosen is kept
    assert rows[1].action == SKIP
    flow.commit(batch, user)
    assert draft_of(ours).issued == "2018-07-14"


def test_nothing_is_taken_in_if_one_row_fails(prepare, user, monkeypatch):
    batch = prepare(zotero(3))
    saved = Source.save

    def save(self, *args, **kwargs):
        if "part 2" in self.title:
            raise RuntimeError
        return saved(self, *args, **kwargs)

    monkeypatch.setattr(Source, "save", save)
    with pytest.raises(RuntimeError):
        flow.commit(batch, user)
    assert not Source.objects.exists()
    assert not Publisher.objects.exists()
    assert ImportBatch.objects.get().state == "preview"


def test_a_hundred_items_of_zotero_and_then_nothing_is_new(prepare, user):
    batch = prepare(zotero(100))
    assert batch.counts == {"cannot": 0, "conflict": 0, "duplicate": 0, "update": 0, "new": 100, "unchanged": 0}
    done = flow.commit(batch, user)
    assert (done.counts["created"], Source.objects.count(), Publisher.objects.count()) == (100, 100, 20)
    assert not Source.objects.filter(live=True).exists()
    again = prepare(zotero(100))
    # What has neither an address nor a DOI is known by its title, and a person says so.
    assert again.counts == batch.counts | {"new": 0, "unchanged": 75, "duplicate": 25}


def test_an_undo_leaves_what_somebody_uses(prepare, user):
    batch = flow.commit(prepare(zotero(4)), user)
    cited, *rest = Source.objects.order_by("pk")
    event = make.event()
    event.citations = [*event.citations.all(), make.citation(make.EventCitation, cited)]
    event.save_revision(user=user)
    other = make.source("other")
    other.publisher = rest[0].publisher
    other.save_revision(user=user)
    with pytest.raises(flow.CannotUndo) as caught:
        flow.undo(batch, user)
    assert caught.value.objections == {1: "A draft cites it."}
    assert Source.objects.count() == 4 + 2
    flow.undo(batch, user, leave=True)
    assert set(Source.objects.filter(pk__in=[cited.pk, *(one.pk for one in rest)])) == {cited}
    assert draft_of(other).publisher == rest[0].publisher  # its draft can still be opened
    assert Publisher.objects.filter(name__startswith="House").count() == 2
    batch.refresh_from_db()
    assert (batch.state, batch.counts["left"]) == ("undone", 1)


def test_an_import_never_publishes(prepare, user, settings):
    """Nor what is public, with the rule of two persons off: a draft stays a draft until somebody publishes it."""
    settings.TWO_PERSON_RULE = False
    known = make.source("story", title="A story", url="https://gazette.example.org/lists?id=7", authors="")
    batch = prepare(ZOTERO_RIS.encode())
    flow.choose_side(batch, theirs=True)
    flow.commit(batch, user)
    known.refresh_from_db()
    assert (known.live, known.title, known.authors) == (True, "A story", "")
    assert Source.objects.filter(live=True).count() == 1


def test_what_is_in_review_is_left_alone(prepare, user, django_user_model):
    from explainer.accounts import ensure_roles

    ensure_roles()
    known = make.source("story", title="A story", url="https://gazette.example.org/lists?id=7", authors="")
    known.save_revision(user=user)
    known.get_workflow().start(known, user)
    row = flow.rows_of(prepare(ZOTERO_RIS.encode()))[0]
    assert (row.state, row.reasons[-1]) == ("cannot", "It is in review, and must not change under its reader.")


def test_one_import_after_the_other_can_be_undone(prepare, user):
    first = flow.commit(prepare([item(URL="https://e.org/a")]), user)
    second = prepare([item(URL="https://e.org/a", title="Put right")])
    flow.choose_side(second, theirs=True)
    second = flow.commit(second, user)
    with pytest.raises(flow.CannotUndo):
        flow.undo(first, user)
    flow.undo(second, user)
    flow.undo(first, user)
    assert not Source.objects.exists()
