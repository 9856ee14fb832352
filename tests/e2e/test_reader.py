"""The site in a real browser, as a reader has it."""

import pytest

from explainer.editions.read import read

PAGES = [
    "/",
    "/claims/",
    "/claims/everyone-has-a-score/",
    "/claims/everyone-has-a-score/classroom/",
    "/claims/17-5-million-flights-in-2018/",
    "/sources/",
    "/sources/planning-outline-2014/",
    "/check/",
    "/method/",
    "/about/",
    "/corrections/",
    "/glossary/",
    "/glossary/court-list/",
    "/systems/",
    "/systems/which/",
    "/systems/which/list/",
    "/systems/which/list/court-defaulter-list/",
    "/systems/sesame-credit/",
    "/explainers/",
    "/explainers/what-it-is-and-is-not/",
    "/explainers/what-cities-scored/",
    "/timeline/",
    "/timeline/2014/",
    "/timeline/planning-outline-adopted/",
    "/actors/",
    "/actors/?view=relations",
    "/actors/?view=who-feeds-whom",
    "/actors/sesame-credit/",
    "/catalogs/",
    "/catalogs/wendeng/",
    "/catalogs/beijing/",
    "/catalogs/compare/?place=suining&place=wendeng",
    "/catalogs/behaviours/red-light/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page, path, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for width in (320, 1280):
        page = open_page(path, width=width, scheme=scheme, bypass_csp=True)
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"][:90] for node in v["nodes"]][:3]) for v in violations] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_off_the_side(open_page, path, width):
    page = open_page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_the_same_without_scripts_and_the_console_is_silent(open_page, path):
    with_scripts = open_page(path)
    messages = []
    with_scripts.on("console", lambda message: messages.append(message.text))
    with_scripts.reload()
    without = open_page(path, java_script_enabled=False)
    assert without.inner_text("main") == with_scripts.inner_text("main")
    assert messages == []


def test_the_first_phone_screen_holds_claim_verdict_reason_and_date(open_page):
    page = open_page("/claims/everyone-has-a-score/", width=360)
    for selector in ("h1", ".verdict-word", ".verdict-reason", ".verdict-date"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= 740, selector


def test_from_the_front_page_to_a_passage_by_keyboard(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    link = page.get_by_role("link", name="Everyone in China has a social credit score")
    link.focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/everyone-has-a-score/")
    reference = page.locator("a.ref").first
    reference.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Show it among the others").focus()
    page.keyboard.press("Enter")
    key = page.url.partition("#")[2]
    assert page.locator(f"#{key}").is_visible()


def test_filters_lead_to_an_address_that_can_be_shared(open_page):
    page = open_page("/claims/")
    page.get_by_label("Verdict").select_option("mostly-true")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**verdict=mostly-true**")
    verdicts = [record.values["verdicts"][-1]["verdict"] for record in read("china-social-credit").of("claim")]
    assert page.locator(".claim-row").count() == int(page.locator(".count b").inner_text()) == verdicts.count("mostly-true")


def test_the_verdict_can_be_told_without_colour(open_page):
    """Word and shape say it: with all colours forced, both are there."""
    page = open_page("/claims/everyone-has-a-score/", forced_colors="active")
    assert page.locator(".verdict-word").inner_text().endswith("False")
    assert page.locator(".verdict-word svg").bounding_box()["width"] > 10
