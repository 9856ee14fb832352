"""The search box in a browser: by keyboard, without scripts, on a phone."""

import pytest


def suggested(page, words="rongch"):
    page.click("#site-q")
    page.keyboard.type(words, delay=20)
    page.wait_for_selector(".suggested a")
    return page


def test_suggestions_are_reached_by_keyboard_and_left_by_escape(open_page):
    page = suggested(open_page("/method/"))
    page.keyboard.press("Escape")
    assert not page.locator(".suggested").is_visible()
    suggested(page, "e")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogs/rongcheng/")


def test_enter_in_the_box_searches(open_page):
    page = open_page("/")
    page.fill("#site-q", "荣成")
    page.press("#site-q", "Enter")
    page.wait_for_selector(".found")
    assert page.locator(".found h3").first.inner_text() == "Rongcheng"


def test_without_scripts_everything_is_there(open_page):
    page = open_page("/search/", java_script_enabled=False)
    page.fill("#q", "court list")
    page.click(".search-box button")
    page.click("nav.kinds >> text=Sources")
    assert "kind=source" in page.url
    page.click(".facets summary")
    page.locator(".facets a").first.click()
    assert page.locator(".facets a[aria-current]").count() == 1
    page.locator("nav.kinds a[aria-current]").click()
    assert "kind=" not in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_results_and_suggestions(open_page, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for width in (320, 1280):
        for path in ("/search/", "/search/?q=Rongchen", "/search/?q=court+list&kind=source&tier=primary", "/search/?q=zzzzqqqq"):
            page = suggested(open_page(path, width=width, scheme=scheme, bypass_csp=True))
            violations = Axe().run(page).response["violations"]
            assert [(path, v["id"], [node["html"][:90] for node in v["nodes"]][:3]) for v in violations] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
