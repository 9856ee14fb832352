"""A run through addresses: polite, bounded, and right in what it writes down."""

import pytest
from django.core.management import call_command
from django.db import connection

from sources.health.addresses import follow
from sources.health.run import LONGEST_RUN, PAUSE, claim_due, with_sources
from sources.models import LinkCheck, LinkState
from tests import make
from tests.sources.health.web import DAY, NOW, PAGE, SILENCE, Time, Web, page, run

pytestmark = pytest.mark.django_db


def links(*urls) -> list[LinkState]:
    for url in urls:
        make.source(url=url)
    follow()
    return with_sources(list(LinkState.objects.order_by("pk")))


def states() -> list[str]:
    return list(LinkState.objects.order_by("pk").values_list("state", flat=True))


def test_every_address_of_a_source_is_followed_and_one_it_gives_up_no_longer():
    source = make.source(url="https://a.org/1", links=[("archive", "https://archive.org/a"), ("file", "https://a.org/1")])
    make.source(url="", reliability="Seen in the archive.")
    assert follow() == 2
    assert follow() == 0
    source.url = "https://b.org/1"
    source.links = []
    source.save()
    follow()
    told = dict(source.link_states.values_list("url", "state"))
    assert told == {"https://a.org/1": "replaced", "https://archive.org/a": "replaced", "https://b.org/1": "unknown"}


def test_one_host_is_asked_with_a_pause_and_the_others_meanwhile():
    web, time = Web(otherwise=page()), Time()
    asked_at = []
    web_look = web.look
    web.look = lambda url, **more: asked_at.append((url[8], time.seconds)) or web_look(url, **more)
    run(web, time).check(links(*(f"https://{host}.org/{n}" for host in "ab" for n in range(3))))
    assert asked_at == [("a", 0), ("b", 0), ("a", PAUSE), ("b", PAUSE), ("a", 2 * PAUSE), ("b", 2 * PAUSE)]


def test_a_host_that_wants_to_rest_is_left_alone_in_this_run_and_until_then():
    web = Web({"https://a.org/0": page(status=429, **{"retry-after": "172800"})}, otherwise=page())
    done = run(web).check(links("https://a.org/0", "https://a.org/1", "https://b.org/0"))
    assert [url for _, url in web.asked] == ["https://a.org/0", "https://b.org/0"]
    assert (done.left, states()) == (1, ["blocked", "unknown", "ok"])
    assert {link.url for link in LinkState.objects.due(NOW + DAY)} == set()
    assert {link.url for link in LinkState.objects.due(NOW + 3 * DAY)} == {"https://a.org/1"}


def test_a_run_ends_when_its_time_is_over():
    web, time = Web(otherwise=page()), Time()
    slow = run(web, time)
    slow.look = lambda url, **more: time.sleep(LONGEST_RUN / 2 + 1) or web.look(url, **more)
    assert slow.check(links(*(f"https://a{n}.org/" for n in range(6)))).left == 4


def test_the_network_is_touched_with_the_database_at_rest():
    found = links("https://a.org/1", "https://b.org/1")
    web, depth = Web(otherwise=page()), len(connection.savepoint_ids)

    def no_query(*arguments):
        raise AssertionError("The database was asked while a host was.")

    def look(url, **more):
        assert len(connection.savepoint_ids) == depth
        with connection.execute_wrapper(no_query):
            return web.look(url, **more)

    watched = run(web)
    watched.look = look
    watched.check(found)
    assert states() == ["ok", "ok"]


def test_without_a_network_of_our_own_nobody_is_blamed():
    found = links("https://a.org/1", "https://b.org/1")
    run(Web(otherwise=SILENCE)).check(found)
    assert states() == ["unknown", "unknown"]
    assert "does not count" in LinkCheck.objects.first().note


def test_a_silence_counts_as_soon_as_another_host_has_answered():
    found = links("https://a.org/1", "https://b.org/1")
    run(Web({"https://a.org/1": SILENCE}, otherwise=page())).check(found)
    assert states() == ["suspicious", "ok"]


def test_a_few_due_addresses_are_joined_by_some_that_were_well():
    links(*(f"https://{host}.org/1" for host in "abcdefg"))
    LinkState.objects.update(state="ok", next_check_at=NOW + DAY)
    LinkState.objects.filter(url="https://a.org/1").update(state="suspicious", next_check_at=NOW)
    assert len({link.host for link in claim_due(NOW, 60)}) == 5
    assert claim_due(NOW, 60) == []


def test_another_text_at_the_address_is_for_a_person_to_look_at():
    found = links("https://a.org/1")
    run(Web(otherwise=page())).check(found)
    assert not LinkState.objects.changed().exists()
    run(Web(otherwise=page(PAGE + "But no longer."))).check(found)
    assert LinkState.objects.changed().get().state == "ok"
    run(Web(otherwise=page())).check(found)
    assert not LinkState.objects.changed().exists()


def test_what_stands_there_is_held_to_the_stored_copy():
    found = links("https://a.org/1")
    found[0].source.captures.create(origin="https://a.org/1", text="Another text. " * 200)
    run(Web(otherwise=page())).check(found)
    assert LinkState.objects.changed().exists()
    found[0].source.captures.create(origin="https://a.org/1", text=PAGE)
    run(Web(otherwise=page())).check(found)
    assert not LinkState.objects.changed().exists()


def test_one_text_at_several_addresses_of_a_host_is_its_error_page():
    run(Web(otherwise=page())).check(links("https://a.org/1", "https://a.org/2"))
    assert states() == ["ok", "suspicious"]


def test_a_dry_run_asks_nobody_and_writes_nothing(monkeypatch, capsys):
    make.source(url="https://a.org/1")
    monkeypatch.setattr("sources.health.run.look", lambda *a, **k: pytest.fail("asked"))
    call_command("check_links", "--dry-run")
    assert "https://a.org/1" in capsys.readouterr().out
    assert not LinkState.objects.exists()
