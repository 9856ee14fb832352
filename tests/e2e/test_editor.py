"""The admin in a real browser, as an editor has it: a claim from nothing to the public, with a new source, on one page."""

import pytest


@pytest.fixture
def logged_in(open_page, site):
    def log_in(name):
        page = open_page("/admin/login/")
        page.locator("input[name=username]").fill(name)
        page.locator("input[name=password]").fill(site.passwords[name])
        page.locator("button[type=submit]").click()
        page.wait_for_url("**/admin/")
        return page

    return log_in


def fill_rich_text(page, label, words):
    field = page.locator(f"[data-contentpath='{label}'] [contenteditable='true']").first
    field.click()
    page.keyboard.type(words)


def fill_date(page, selector, day):
    """Without focus: on focus a calendar opens over the page, at a moment of its own."""
    page.locator(selector).evaluate(
        "(field, day) => { field.value = day; field.dispatchEvent(new Event('change', {bubbles: true})) }", day
    )


def add_row(page, relation):
    page.locator(f"#id_{relation}-ADD").click()
    number = int(page.locator(f"#id_{relation}-TOTAL_FORMS").input_value()) - 1
    return f"#id_{relation}-{number}"


def test_menus_speak_to_a_journalist(logged_in):
    page = logged_in("editor")
    menu = page.locator("#wagtail-sidebar")
    for words in ("Claims", "Sources", "Vocabulary"):
        assert menu.get_by_text(words, exact=True).first.is_visible()
    page.goto("/admin/claim_list/")
    for words in ("Claim", "Verdict", "Next review", "Last checked", "Status"):
        assert page.locator("table.listing thead").get_by_text(words, exact=True).first.is_visible()
    page.goto("/admin/snippets/sources/source/")
    assert page.locator("table.listing thead").get_by_text("Used in").is_visible()


def test_publishing_without_evidence_is_refused_with_every_reason_and_nothing_is_lost(logged_in):
    page = logged_in("reviewer")
    new_claim(page)
    page.locator("#id_title").fill("Nobody has checked this")
    page.locator("#id_statement").fill("It is said.")
    publish(page)
    messages = page.locator(".messages, [data-w-messages-target], .error-message, .help-critical").all_inner_texts()
    said = " ".join(messages) + page.locator("main").inner_text()
    for reason in ("it has no evidence", "it has no verdict", "it names no layer", "no place where the claim was made"):
        assert reason in said, reason
    assert page.locator("#id_title").input_value() == "Nobody has checked this"


def test_a_claim_from_start_to_finish_with_a_new_source_on_one_page(logged_in, site):
    page = logged_in("reviewer")
    new_claim(page)
    page.locator("#id_title").fill("Pigeons carry credit scores")
    page.locator("#id_statement").fill("Pigeons carry everyone's score from town to town.")
    fill_rich_text(page, "short_answer", "No document speaks of pigeons.[^the-pigeon-notice]")
    fill_rich_text(page, "documented", "A notice of 2016 is about letters.[^the-pigeon-notice]")
    page.locator("input[name=layers]").first.check() if page.locator("input[name=layers]").count() else page.locator(
        "#id_layers"
    ).select_option(index=0)

    page.get_by_role("tab", name="Evidence").click()
    row = add_row(page, "evidence")
    page.locator(f"{row}-stance").select_option("contradicts")
    page.locator(f"{row}-says").fill("The notice speaks of letters only.")
    choose_new_source(page, row, "The pigeon notice")
    row = add_row(page, "appearances")
    page.locator(f"{row}-said_by").fill("A rumour in a test")
    page.locator(f"{row}-says").fill("Says so.")
    choose_source(page, row, "The pigeon notice")

    page.get_by_role("tab", name="Verdict").click()
    row = add_row(page, "verdicts")
    page.locator(f"{row}-verdict").select_option("false")
    fill_date(page, f"{row}-on", "2026-11-01")
    page.locator(f"{row}-reason").fill("The only notice there is speaks of letters.")
    page.locator(f"{row}-reviewer").fill("Test desk")
    fill_date(page, "#id_last_checked", "2026-11-02")
    fill_date(page, "#id_next_review", "2027-11-02")
    publish(page)
    page.wait_for_url(lambda url: "/add/" not in url)

    status, html = site.get("/claims/pigeons-carry-credit-scores/")
    assert status == 200
    for words in ("The only notice there is speaks of letters.", "The pigeon notice", "Test Publisher"):
        assert words in html, words
    assert site.get("/sources/the-pigeon-notice/")[0] == 200


def new_claim(page):
    page.goto("/admin/claim_list/")
    page.locator("a", has_text="Add claim").first.click()
    page.wait_for_load_state()


def publish(page):
    page.locator("footer [data-w-dropdown-target='toggle']").last.click()
    page.locator("button[name='action-publish']").click()
    page.wait_for_load_state()


def choose_new_source(page, row, title):
    page.locator(f"{row}-source-chooser").get_by_role("button", name="Choose").first.click()
    modal = page.locator(".modal-dialog")
    modal.get_by_role("tab", name="New source").click()
    form = modal.locator("form").last
    form.locator("[name=title]").fill(title)
    form.locator("[name$=language]").fill("en")
    form.locator("[name$=new_publisher]").fill("Test Publisher")
    form.locator("[name$=new_publisher_kind]").select_option("company")
    form.locator("[name$=tier]").select_option("primary")
    form.locator("[name$=kind]").last.select_option("notice")
    form.locator("[name$=issued]").fill("2016")
    form.locator("[name$=url]").fill("https://example.org/pigeons")
    form.locator("[name$=reading]").select_option("full")
    form.get_by_role("button", name="Add source").click()
    modal.wait_for(state="detached")


def choose_source(page, row, title):
    page.locator(f"{row}-source-chooser").get_by_role("button", name="Choose").first.click()
    modal = page.locator(".modal-dialog")
    modal.locator("input[name=q]").fill(title)
    modal.get_by_role("link", name=title).first.click()
    modal.wait_for(state="detached")
