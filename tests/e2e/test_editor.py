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


def test_what_is_missing_stands_beside_the_form_and_leads_to_the_field(logged_in):
    page = logged_in("editor")
    new_claim(page)
    page.locator("#id_title").fill("Nobody has checked this")
    page.locator("#id_statement").fill("It is said.")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_url("**/edit/**")
    page.reload()
    gate = page.locator("details.gate").first
    for reason in ("it has no evidence", "it has no verdict", "it names no layer", "no place where the claim was made"):
        assert reason in gate.inner_text(), reason
    gate.get_by_text("it has no verdict").click()
    page.locator("#id_verdicts-ADD").wait_for(state="visible")
    page.locator("#id_verdicts-ADD:focus").wait_for()
    page.get_by_role("tab", name="Claim", exact=False).first.click()
    assert page.locator("#id_title").input_value() == "Nobody has checked this"
    assert page.locator("button[name='action-publish']").count() == 0


NOTICE = """<title>The pigeon notice</title><h1>The pigeon notice</h1>
<p>Article 1. Pigeons carry letters between the towns of the county on working days.</p>
<p>Article 2. No pigeon carries a score, a mark or a list of persons.</p>
<p>Article 3. The office of posts keeps the pigeons and answers for their conduct.</p>"""


def take_in(page, file, title):
    """A draft source with a stored copy, from a file on disk."""
    page.goto("/admin/intake/new/")
    page.set_input_files("[name=file-file]", file)
    page.locator("section[aria-labelledby=way-file] button").click()
    form = page.locator("main form").filter(has=page.locator("[name=title]"))
    assert title.split()[1] in form.locator("[name=title]").input_value().lower()
    form.locator("[name=title]").fill(title)
    form.locator("[name=language]").fill("en")
    form.locator("[name=new_publisher]").fill(f"Keepers of {title}")
    form.locator("[name=new_publisher_kind]").select_option("state-organ")
    form.locator("[name=tier]").select_option("primary")
    form.locator("[name=kind]").select_option("notice")
    form.locator("[name=reading]").select_option("full")
    form.locator("[name=issued]").fill("2016")
    page.locator(".intake-save button").first.click()
    page.wait_for_url("**/sources/source/edit/**")
    page.locator("#id_reliability").fill("A printed notice; a copy is kept by the desk.")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_load_state()


def test_from_a_pdf_on_disk_to_a_public_claim_that_somebody_else_approved(logged_in, site, tmp_path, browser):
    printer = browser.new_page()
    printer.set_content(NOTICE)
    printer.pdf(path=tmp_path / "notice.pdf")
    printer.close()

    page = logged_in("editor")
    take_in(page, tmp_path / "notice.pdf", "The pigeon notice")
    assert site.get("/sources/the-pigeon-notice/")[0] == 404

    new_claim(page)
    page.locator("#id_title").fill("Pigeons carry credit scores")
    page.locator("#id_statement").fill("Pigeons carry everyone's score from town to town.")
    fill_rich_text(page, "short_answer", "No document speaks of pigeons with scores.[^the-pigeon-notice]")
    fill_rich_text(page, "documented", "A notice of 2016 is about letters.[^letters]")
    page.locator("#id_layers").select_option(index=0)
    page.locator("#id_scope_place").fill("A county")
    page.locator("#id_scope_period").fill("2016")

    page.get_by_role("tab", name="Evidence").click()
    for key, stance, says, passage in (
        (
            "the-pigeon-notice",
            "contradicts",
            "The notice excludes scores.",
            "No pigeon carries a score, a mark or a list of persons.",
        ),
        ("letters", "contradicts", "The notice speaks of letters.", "Pigeons carry letters between the towns"),
        ("office", "context", "The office keeps the pigeons.", "The office of posts keeps the pigeons"),
    ):
        row = pick(page, "The pigeon notice", passage)
        page.locator(f"{row}-stance").select_option(stance)
        page.locator(f"{row}-key").fill(key)
        page.locator(f"{row}-says").fill(says)
    page.locator(".passages [data-do=close]").click()
    page.locator("#id_counter_search").fill("Looked for in the county's notices of 2016, in English, on 1 November 2026.")
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
    row = add_row(page, "waivers")
    page.locator(f"{row}-gate").select_option("origins")
    page.locator(f"{row}-reason").fill("There is only one notice.")
    page.locator(f"{row}-given_by").fill("Editor")
    page.locator(f"{row}-seconded_by").fill("Second reader")
    fill_date(page, f"{row}-on", "2026-11-02")
    choose_action(page, "action-submit")
    page.wait_for_load_state()
    assert site.get("/claims/pigeons-carry-credit-scores/")[0] == 404

    # Whoever wrote it cannot approve it; somebody else does.
    page.goto("/admin/claim_list/?q=Pigeons")
    page.get_by_role("link", name="Pigeons carry credit scores").first.click()
    address = page.url
    assert page.locator("button[data-workflow-action-name='approve']").count() == 0
    reader = logged_in("second-reader")
    reader.goto(address)
    assert "Published with it" in reader.locator("details.gate").first.text_content()
    choose_action(reader, "approve")
    reader.wait_for_load_state()

    status, html = site.get("/claims/pigeons-carry-credit-scores/")
    assert status == 200
    for words in ("The only notice there is speaks of letters.", "The pigeon notice", "There is only one notice."):
        assert words in html, words
    assert site.get("/sources/the-pigeon-notice/")[0] == 200


def pick(page, title, passage):
    """The row that a passage of a stored copy becomes, selected with the keys."""
    before = int(page.locator("#id_evidence-TOTAL_FORMS").input_value())
    if not page.locator(".passages").is_visible():
        page.locator("#id_evidence-ADD + button").click()
        page.locator(".passages-sources button", has_text=title).first.click()
    words = " ".join(passage.split()[:3])
    page.locator("#passages-find").fill(words)
    page.locator("#passages-find").press("Enter")
    page.locator("[data-part=picked]", has_text="Place 1 of").wait_for()
    # By its first word alone: the printed copy may hold the others with ligatures.
    page.locator(".passages-text mark.passages-hit.is-here", has_text=words.split()[0]).click(position={"x": 1, "y": 5})
    for _ in passage:
        page.keyboard.press("Shift+ArrowRight")
    page.locator("[data-part=picked]", has_text=passage.split(".")[0][:30]).wait_for()
    page.keyboard.press("Enter")
    row = f"#id_evidence-{before}"
    page.locator(f"{row}-source-chooser [data-chooser-title]", has_text=title).wait_for()
    page.locator(f"{row}-says:focus").wait_for()
    assert page.locator(f"{row}-anchor_start").input_value().split()[0] == passage.split()[0]
    assert page.locator(f"{row}-locator").input_value().startswith(("p. 1", "paragraph"))
    return row


RULES = """<title>The heron rules</title><h1>The heron rules</h1>
<p>Rule 1. Herons fish by the weir from the first of May until the leaves have fallen.</p>
<p>Rule 2. Whoever counts them writes the number into the book of the lock-keeper.</p>"""


def test_a_passage_is_picked_with_the_mouse_and_shown_again(logged_in, tmp_path):
    (tmp_path / "rules.html").write_text(RULES)
    page = logged_in("editor")
    take_in(page, tmp_path / "rules.html", "The heron rules")
    new_claim(page)
    page.get_by_role("tab", name="Evidence").click()
    page.locator("#id_evidence-ADD + button").click()
    page.locator(".passages-sources button", has_text="The heron rules").first.click()
    block = page.locator(".passages-text [data-start]", has_text="by the weir").first
    block.scroll_into_view_if_needed()
    box = block.bounding_box()
    page.mouse.move(box["x"] + 3, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 8, steps=6)
    page.mouse.up()
    page.locator("[data-part=picked]", has_text="paragraph").wait_for()
    page.locator("[data-do=cite]").click()
    page.locator("#id_evidence-0-says:focus").wait_for()
    cited = page.locator("#id_evidence-0-anchor_start").input_value()
    assert cited.startswith("Rule 1. Herons"), cited

    page.locator(".passages [data-do=close]").click()
    page.locator("#id_evidence-0-anchor_start + button").click()
    own = page.locator(".passages-text mark.passages-own.is-here")
    own.first.wait_for()
    assert own.first.inner_text().startswith("Rule 1.")
    page.locator("[data-part=picked]", has_text="This is the passage of the row.").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator(".passages").is_visible()


def new_claim(page):
    page.goto("/admin/claim_list/")
    page.locator("a", has_text="Add claim").first.click()
    page.wait_for_load_state()


def choose_action(page, name):
    """Press a button of the footer: a named action, or one of the workflow."""
    button = page.locator(f"footer button[name='{name}'], footer button[data-workflow-action-name='{name}']").first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target='toggle']").last.click()
    button.click()


def choose_source(page, row, title):
    page.locator(f"{row}-source-chooser").get_by_role("button", name="Choose").first.click()
    modal = page.locator(".modal-dialog")
    modal.locator("input[name=q]").fill(title)
    modal.get_by_role("link", name=title).first.click()
    modal.wait_for(state="detached")
