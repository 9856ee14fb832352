"""What helps to read a long page, in a real browser."""

import re

import pytest

CLAIM = "/claims/everyone-has-a-score/"
WITH_TERMS = "/claims/alibaba-and-tencent-run-the-system/"
ARTICLE = "/explainers/what-it-is-and-is-not/"


def row_of(page, ref):
    return page.locator(ref.get_attribute("href"))


class TestReferences:
    @pytest.mark.parametrize("path", [CLAIM, ARTICLE])
    def test_one_opens_in_place_with_what_its_row_says(self, open_page, path):
        page = open_page(path)
        address, ref = page.url, page.locator("a.ref").nth(1)
        ref.click()
        note = page.get_by_role("dialog", name=ref.get_attribute("aria-label"))
        row = row_of(page, ref)
        for part in (".citation-says", ".citation-source", ".facts", ".links"):
            assert note.locator(part).inner_text() == row.locator(part).first.inner_text()
        assert page.url == address
        assert page.evaluate("document.activeElement.id") == "opened"
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
        assert len(ids) == len(set(ids))

    def test_escape_closes_it_and_leads_back_to_the_reference(self, open_page):
        page = open_page(CLAIM)
        ref = page.locator("a.ref").nth(2)
        ref.focus()
        page.keyboard.press("Enter")
        page.locator("#opened").wait_for()
        assert ref.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        page.locator("#opened").wait_for(state="hidden")
        assert ref.evaluate("(ref) => ref === document.activeElement")
        assert ref.get_attribute("aria-expanded") is None

    def test_a_click_elsewhere_closes_it_and_leads_back(self, open_page):
        page = open_page(CLAIM)
        ref = page.locator("a.ref").nth(2)
        ref.click()
        page.locator("h1").click(position={"x": 3, "y": 3})
        page.locator("#opened").wait_for(state="hidden")
        page.wait_for_function("document.activeElement.matches('a.ref')")
        assert ref.evaluate("(ref) => ref === document.activeElement")

    def test_a_second_click_closes_it(self, open_page):
        page = open_page(CLAIM)
        ref = page.locator("a.ref").first
        ref.click()
        page.locator("#opened").wait_for()
        ref.click()
        page.locator("#opened").wait_for(state="hidden")

    def test_tab_goes_through_it_and_on_in_the_text(self, open_page):
        page = open_page(CLAIM)
        page.locator("a.ref").first.focus()
        page.keyboard.press("Enter")
        stops = page.locator("#opened").locator("a, button").count()
        for _ in range(stops):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('#opened') !== null")
        page.keyboard.press("Tab")
        assert page.locator("#opened").is_hidden()
        assert page.evaluate("document.activeElement === document.querySelectorAll('article a.ref, article a.term')[1]")

    def test_with_a_modifier_the_link_is_followed(self, open_page):
        page = open_page(CLAIM)
        with page.context.expect_page() as opened:
            page.locator("a.ref").first.click(modifiers=["ControlOrMeta"])
        assert "#evidence-" in opened.value.url
        with page.context.expect_page() as opened:
            page.locator("a.ref").first.click(button="middle")
        assert "#evidence-" in opened.value.url
        assert page.locator("#opened").is_hidden()

    def test_from_its_row_one_comes_back_to_where_one_read(self, open_page):
        page = open_page(CLAIM)
        before = page.evaluate("history.length")
        ref = page.locator("#documented ~ .prose a.ref").nth(3)
        ref.click()
        page.get_by_role("link", name="Show it among the others").click()
        row = row_of(page, ref)
        page.wait_for_url(f"**{ref.get_attribute('href')}")
        back = row.get_by_role("link", name="Back to the text")
        back.wait_for()
        assert page.evaluate("history.length") == before + 1
        back.click()
        page.wait_for_url(re.compile(r"[^#]*$"))
        page.wait_for_function("document.activeElement.matches('a.ref')")
        assert ref.evaluate("(ref) => ref === document.activeElement")
        page.go_forward()
        assert page.url.endswith(ref.get_attribute("href"))

    def test_it_works_by_touch_at_the_foot_of_a_small_screen(self, open_page):
        page = open_page(CLAIM, width=360, has_touch=True)
        ref = page.locator("a.ref").nth(4)
        ref.tap()
        box = page.locator("#opened").bounding_box()
        assert (box["x"], round(box["x"] + box["width"])) == (0, 360)
        assert round(box["y"] + box["height"]) == 800
        page.wait_for_function("document.querySelectorAll('a.ref')[4].getBoundingClientRect().bottom < opened.offsetTop")
        page.get_by_role("button", name="Close").tap()
        page.locator("#opened").wait_for(state="hidden")

    def test_without_popovers_it_is_followed(self, open_page):
        page = open_page("/about/")
        page.add_init_script("delete HTMLElement.prototype.popover")
        page.goto(CLAIM)
        ref = page.locator("a.ref").first
        ref.click()
        assert page.url.endswith(ref.get_attribute("href"))
        row_of(page, ref).get_by_role("link", name="Back to the text").click()
        assert ref.evaluate("(ref) => ref === document.activeElement")


class TestTerms:
    def test_the_meaning_shows_under_the_pointer_and_goes_with_it(self, open_page):
        page = open_page(WITH_TERMS)
        requests = []
        page.on("request", lambda request: requests.append(request.url) if "icon" not in request.url else None)
        term = page.locator("a.term").first
        term.hover()
        note = page.locator("#opened")
        note.wait_for()
        assert term.get_attribute("data-meaning") in note.inner_text()
        note.hover()  # over it one may go, to select its words or follow its link
        page.wait_for_timeout(600)
        assert note.is_visible()
        page.mouse.move(5, 5)
        note.wait_for(state="hidden")
        assert requests == []

    def test_it_shows_on_focus_and_escape_takes_it_away(self, open_page):
        page = open_page(WITH_TERMS)
        term = page.locator("a.term").first
        page.keyboard.press("Tab")
        term.focus()
        page.locator("#opened").wait_for()
        assert term.get_attribute("aria-describedby") == "opened"
        assert term.evaluate("(term) => term === document.activeElement")
        page.keyboard.press("Escape")
        page.locator("#opened").wait_for(state="hidden")
        assert term.evaluate("(term) => term === document.activeElement")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/**")

    def test_the_first_tap_tells_and_the_link_in_it_goes_on(self, open_page):
        page = open_page(WITH_TERMS, width=360, has_touch=True)
        term = page.locator("a.term").first
        address = term.get_attribute("href")
        term.tap()
        page.locator("#opened").wait_for()
        assert page.url.endswith(WITH_TERMS)
        page.locator("#opened").get_by_role("link", name="In the glossary").tap()
        page.wait_for_url("**" + address)

    def test_a_click_follows_the_link(self, open_page):
        page = open_page(WITH_TERMS)
        term = page.locator("a.term").first
        address = term.get_attribute("href")
        term.click()
        page.wait_for_url("**" + address)


class TestContents:
    @pytest.mark.parametrize("path", [CLAIM, ARTICLE])
    def test_the_section_one_reads_is_marked_and_in_sight(self, open_page, path):
        page = open_page(path, reduced_motion="reduce")
        links = page.locator("nav.contents a")
        assert page.locator("nav.contents [aria-current]").count() == 0
        for n in (0, links.count() // 2):
            target = links.nth(n).get_attribute("href")
            page.evaluate("(id) => document.querySelector(id).scrollIntoView()", target)
            page.wait_for_function(
                "(id) => document.querySelector('nav.contents [aria-current]')?.getAttribute('href') === id", arg=target
            )
            marked = page.locator("nav.contents [aria-current]")
            assert marked.count() == 1
            strip = page.locator("nav.contents ul").bounding_box()
            box = marked.bounding_box()
            assert strip["x"] <= box["x"]
            assert box["x"] + box["width"] <= strip["x"] + strip["width"]
            # What one jumped to is not behind the strip.
            assert page.locator(target).bounding_box()["y"] >= strip["y"] + strip["height"]

    def test_every_heading_of_an_explainer_can_be_reached(self, open_page):
        page = open_page(ARTICLE)
        headings = page.locator(".reading > .prose h2")
        assert page.locator("nav.contents a").all_inner_texts() == [*headings.all_inner_texts(), "What it rests on"]


class TestReview:
    def test_a_review_that_is_late_is_called_so_by_the_day_of_the_reader(self, open_page):
        page = open_page(CLAIM)
        assert page.get_by_text("review overdue").count() == 0
        day = page.locator("time.due").get_attribute("datetime")
        page.clock.set_fixed_time(f"{day}T23:00:00Z")
        page.reload()
        assert page.get_by_text("review overdue").count() == 0
        page.clock.set_fixed_time("2039-01-01T00:00:00Z")
        page.reload()
        assert page.locator("dd", has=page.locator("time.due")).inner_text().endswith("review overdue")


@pytest.mark.parametrize("path", [CLAIM, WITH_TERMS, ARTICLE])
def test_notes_fit_where_text_is_enlarged(open_page, path):
    """400 % of 1280 pixels leave 320 by 200."""
    page = open_page(path, width=320, has_touch=True)
    page.set_viewport_size({"width": 320, "height": 200})
    page.locator("a.ref").first.tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    note = page.locator("#opened")
    assert note.evaluate("(note) => note.scrollWidth <= note.clientWidth")
    assert note.bounding_box()["height"] <= 160


def test_notes_have_an_edge_when_colours_are_forced(open_page):
    page = open_page(CLAIM, forced_colors="active")
    page.locator("a.ref").first.click()
    assert page.locator("#opened").evaluate("(note) => getComputedStyle(note).borderTopStyle") == "solid"


def test_an_open_note_passes_axe(open_page):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(CLAIM, bypass_csp=True)
    page.locator("a.ref").first.click()
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [node["html"][:90] for node in v["nodes"]][:3]) for v in violations] == []


def test_in_chinese_it_speaks_chinese_and_says_what_is_english(open_page):
    page = open_page(f"/zh-hans{WITH_TERMS}")
    ref = page.locator("a.ref").first
    ref.click()
    note = page.locator("#opened")
    assert note.locator("button.close").get_attribute("aria-label") == "关闭"
    assert note.locator(".opened-head b").get_attribute("lang") == "zh-hans"
    page.keyboard.press("Escape")
    term = page.locator("a.term").first
    term.hover()
    note.locator("p").first.wait_for()
    assert note.locator("p").first.get_attribute("lang") == "en-gb"
    assert re.search("[\u4e00-\u9fff]", note.locator("a").inner_text())
