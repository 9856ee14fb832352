"""``/check/`` in a browser: by hand, by bookmarklet, on paper."""

import pytest

TEXT = (
    "Good morning. Everyone in China has a social credit score. The idea that Sesame Credit is the government's system is a myth."
)


def checked(page, text=TEXT):
    page.fill("textarea", text)
    page.click(".check-form button")
    page.wait_for_selector(".checked-text")
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_pasted_text_comes_back_marked(open_page, scripts):
    page = checked(open_page("/check/", java_script_enabled=scripts))
    assert page.locator(".checked-text mark.repeats").count() == 1
    assert page.locator(".checked-text mark.corrects").count() == 1
    page.click(".checked-text mark.repeats .ref >> nth=0")
    assert page.locator(".finding:target").get_by_role("link", name="Everyone in China").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_answer(open_page, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for width in (320, 1280):
        page = checked(open_page("/check/", width=width, scheme=scheme, bypass_csp=True))
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [node["html"][:90] for node in v["nodes"]][:3]) for v in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bookmarklet_hands_over_a_selection_and_leaves_no_trace_of_it(open_page):
    page = open_page("/check/#text=Everyone%20in%20China%20has%20a%20social%20credit%20score.")
    page.wait_for_selector(".checked-text mark.repeats")
    assert "text=" not in page.url


def test_a_dropped_file_is_checked(open_page):
    page = open_page("/check/")
    page.set_input_files("input[type=file]", {"name": "draft.txt", "mimeType": "text/plain", "buffer": TEXT.encode()})
    page.click(".check-form button")
    page.wait_for_selector(".checked-text mark.repeats")


def test_on_paper_the_report_is_all_there_and_the_form_is_not(open_page):
    page = checked(open_page("/check/"))
    page.emulate_media(media="print")
    assert page.locator(".finding").first.is_visible()
    assert not page.locator(".check-form").is_visible()
