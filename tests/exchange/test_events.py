"""Rows of a CSV file become drafts of events."""

import time

import pytest

from explainer.timeline.models import Event
from sources.exchange import flow
from sources.exchange.kinds import KINDS
from sources.exchange.rows import CREATE, UPDATE
from sources.gates import PublicationRefused
from sources.intake.files import UnreadableFile
from sources.models import ImportBatch
from tests import make
from tests.exchange.files import table

pytestmark = pytest.mark.django_db
EVENTS = KINDS["events"]
COLUMNS = "title date lane kind text sources says locator"
OPENS = ("The list opens", "2014-06-14", "documented", "adopted", "The office opens it.", "plan", "It opens.", "art. 6")


@pytest.fixture
def prepare(user):
    return lambda data: flow.prepare(EVENTS, "events.csv", data, user)


def rows(batch):
    return flow.rows_of(batch)


def cannot(batch):
    (row,) = rows(batch)
    assert row.state == "cannot"
    assert ImportBatch.objects.count()
    return row.reasons


def exported(client, query="") -> bytes:
    return client.get(f"/data/events.csv{query}").getvalue()


def test_a_new_row_becomes_a_draft_with_its_sources(prepare, user):
    make.source("plan")
    make.source("story", url="https://example.org/story?id=1", live=False)
    make.actor("office")
    make.place("harbour")
    batch = prepare(
        table(
            COLUMNS + " actors places slug",
            (*OPENS[:5], "plan|https://www.example.org/story?id=1&utm_source=x", "It opens.|It says so.", "art. 6|", "office", "harbour", ""),
            ("=1+1", "2015", "Reported", "Said", "'=It is said.", "plan", "So.", "", "", "", "was-said"),
        )
    )  # fmt: skip
    assert batch.counts["new"] == 2
    flow.commit(batch, user)
    event = Event.objects.get(title="The list opens")
    assert (event.live, event.slug, event.date, event.latest_revision.user) == (False, "the-list-opens", "2014-06-14", user)
    assert [(row.source.slug, row.locator, row.says) for row in event.citations.all()] == [
        ("plan", "art. 6", "It opens."),
        ("story", "", "It says so."),
    ]
    assert ([one.slug for one in event.actors.all()], [one.slug for one in event.places.all()]) == (["office"], ["harbour"])
    said = Event.objects.get(slug="was-said")
    assert (said.title, said.lane, said.kind, said.text) == ("=1+1", "reported", "said", "=It is said.")
    with pytest.raises(PublicationRefused):  # nobody else has read it
        event.latest_revision.publish()


def test_what_goes_out_comes_back_without_a_change(prepare, client, user):
    office, harbour = make.actor("office"), make.place("harbour")
    make.event(
        "one", title="-1 is not a formula | or so", text='=HYPERLINK("x")\r\n“Two” lines', actors=[office], places=[harbour]
    )
    make.event("two", title="'=quoted", date="2013/2014", lane="reported", kind="said")
    make.event("three", citations=[make.citation(make.EventCitation), make.citation(make.EventCitation)], claims=[make.claim()])
    for query in ("", "?bom=1"):
        batch = prepare(exported(client, query))
        assert batch.counts["unchanged"] == 3, [(row.title, row.changes, row.reasons) for row in rows(batch)]


def test_what_is_corrected_becomes_a_draft_and_the_public_stays(prepare, client, user):
    event = make.event("one", title="It opns", text="It happens.")
    data = exported(client).replace(b"It opns", b"It opens")
    batch = prepare(data)
    (row,) = rows(batch)
    assert (row.state, [(one.name, one.ours, one.theirs, one.take) for one in row.changes]) == (
        "conflict",
        [("title", "It opns", "It opens", False)],
    )
    flow.choose_side(batch, theirs=True)
    flow.commit(batch, user)
    event.refresh_from_db()
    assert (event.title, event.get_latest_revision_as_object().title) == ("It opns", "It opens")
    assert prepare(data).counts["unchanged"] == 1
    batch.refresh_from_db()
    flow.undo(batch, user)
    event.refresh_from_db()
    assert (event.get_latest_revision_as_object().title, event.has_unpublished_changes) == ("It opns", False)


def test_lists_and_sources_are_added_to_and_nothing_is_taken_away(prepare, user):
    make.source("story")
    office, firm = make.actor("office"), make.actor("firm")
    event = make.event("one", actors=[office], citations=[make.citation(make.EventCitation, make.source("plan"))])
    batch = prepare(table("slug title actors sources says", ("one", "", "firm", "story", "It says so.")))
    assert batch.counts["update"] == 1
    flow.commit(batch, user)
    draft = Event.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert set(draft.actors.all()) == {office, firm}
    assert [row.source.slug for row in draft.citations.all()] == ["plan", "story"]
    assert prepare(table("slug title actors sources says", ("one", "", "firm", "story", ""))).counts["unchanged"] == 1


def test_the_same_day_and_title_is_left_to_a_person(prepare, user):
    make.source("plan")
    known = make.event("one", title="The list opens", date="2014-06-14")
    batch = prepare(table(COLUMNS, OPENS))
    (row,) = rows(batch)
    assert (row.state, row.target, row.actions[1:], row.does) == ("duplicate", str(known.pk), [UPDATE, CREATE], "skip")


def test_one_event_twice_in_a_file_is_one(prepare, user):
    make.source("plan")
    batch = prepare(table(COLUMNS + " slug", (*OPENS, "a"), (*OPENS, "a"), (*OPENS, "")))
    assert [row.state for row in rows(batch)] == ["new", "duplicate", "new"]
    assert rows(batch)[1].reasons == ["It is the same event as line 2 of this file."]
    flow.choose(batch, {2: {"action": CREATE}})
    flow.commit(batch, user)
    assert sorted(Event.objects.values_list("slug", flat=True)) == ["a", "the-list-opens", "the-list-opens-2"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"sources": "nowhere"}, "Column sources: no source has the key “nowhere”."),
        ({"sources": "https://example.org/nowhere"}, "Column sources: no source has the address “https://example.org/nowhere”."),
        ({"sources": ""}, "Column says: it belongs to a source, and the column sources is empty."),
        ({"says": ""}, "Column says: it is empty. What does “The plan” say of this?"),
        ({"sources": "plan|plan", "says": "a|b|c"}, "Column says: it has 3 parts for 2 sources."),
        ({"date": "14/06/2014"}, "Column date: “14/06/2014” has more than one"),
        ({"date": ""}, "Column date: it is empty."),
        ({"lane": "fast"}, "Column lane: “fast” is none of documented, reported."),
        ({"title": "x" * 91}, "Column title: Ensure this value has at most 90 characters"),
        ({"locator": "x" * 121}, "Column locator: Ensure this value has at most 120 characters"),
        ({"actors": "nobody"}, "Column actors: no actor has the key “nobody”."),
        ({"slug": "2014"}, "Column slug: Digits alone are the address of a year"),
        ({"slug": "../x"}, "Column slug: Enter a valid “slug”"),
    ],
)
def test_a_row_that_cannot_be_taken_in_says_which_column_and_why(prepare, user, changed, reason):
    make.source("plan", title="The plan")
    good = dict(zip(COLUMNS.split(), OPENS, strict=True)) | {"actors": "", "slug": ""}
    batch = prepare(table(" ".join(good), tuple((good | changed).values())))
    assert any(found.startswith(reason) for found in cannot(batch)), cannot(batch)
    assert rows(batch)[0].where == "line 2"
    flow.commit(batch, user)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no row"),
        (b"title,date\n", "holds no row"),
        (b"date,lane\n2014,x\n", "has no column “title”"),
        (b"title,colour\nx,red\n", "has a column “colour” that is not known here"),
        (b"title,title\nx,y\n", "names the column “title” twice"),
        (b"title,date\nx,2014\ny\n", "line 3 has 1 cells, and the first line names 2 columns"),
        (b'title,date\n"x,2014\n', "line 2: its quotes do not fit together"),
        (b'title,date\n"x"y,2014\n', "line 2: its quotes do not fit together"),
        (b"PK\x03\x04\x14\x00\x00\x00", "an archive or a workbook"),
        (b"title,date\nx,\x00\n", "it is no text"),
        ("title,date\n名单,2014\n".encode("gb18030"), "not in UTF-8 (line 2)"),
        (b"title,date\n" + b"x" * 50_001 + b",2014\n", "line 2: a cell is longer than 50,000 characters"),
        (b"title,date\n" + b"x,2014\n" * 100_000, "more than 2,000 rows"),
        (b"title," * 2000 + b"\n" + b"x," * 2000, "names 2,001 columns"),
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_the_line_and_the_reason(prepare, data, reason):
    with pytest.raises(UnreadableFile, match=r"“events\.csv”") as caught:
        prepare(data)
    assert reason in str(caught.value)
    assert not ImportBatch.objects.exists()


def test_files_of_spreadsheets_are_read(prepare):
    make.event("one", title="Opens")
    for data in (
        "slug;title\none;Opens\n".encode("utf-16"),
        b"\xef\xbb\xbfKey,Title\r\none,Opens\r\n,\r\n",
        b"slug\ttitle\none\tOpens",
    ):
        assert prepare(data).counts["unchanged"] == 1


def test_what_somebody_reads_or_has_worked_on_is_left_alone(prepare, user, django_user_model):
    event = make.event("one", title="Opens")
    event.locked, event.locked_by = True, django_user_model.objects.create_user("other")
    event.save(update_fields=["locked", "locked_by"])
    assert cannot(prepare(table("slug title", ("one", "Other")))) == [
        "It is locked, or waits for its day of publication; so no draft of it can be made."
    ]
    event.locked = False
    event.save(update_fields=["locked"])
    batch = prepare(table("slug title", ("one", "Other")))
    flow.choose_side(batch, theirs=True)
    flow.commit(batch, user)
    later = Event.objects.get(pk=event.pk).get_latest_revision_as_object()
    later.text = "Worked on."
    later.save_revision(user=django_user_model.objects.get(username="other"))
    batch.refresh_from_db()
    with pytest.raises(flow.CannotUndo) as caught:
        flow.undo(batch, user)
    assert caught.value.objections == {1: "other has worked on it since."}


def test_an_undo_takes_new_drafts_away_and_can_only_be_done_once(prepare, user):
    make.source("plan")
    batch = flow.commit(prepare(table(COLUMNS, OPENS, ("B", *OPENS[1:]))), user)
    assert Event.objects.count() == 2
    flow.undo(batch, user)
    assert not Event.objects.exists()
    with pytest.raises(flow.Settled):
        flow.undo(batch, user)


def test_a_thousand_rows_in_seconds(prepare, user):
    make.source("plan")
    data = table(COLUMNS, *((f"Number {n}", *OPENS[1:]) for n in range(1000)))
    began = time.monotonic()
    batch = prepare(data)
    assert batch.counts["new"] == 1000
    assert time.monotonic() - began < 10
