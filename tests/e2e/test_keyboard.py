"""Whole pages by the Tab key alone: everything that can be used is reached once, is seen, and shows that it has the focus."""

import pytest

PAGES = [
    "/",
    "/claims/",
    "/claims/everyone-has-a-score/",
    "/sources/planning-outline-2014/",
    "/check/",
    "/search/?q=court",
    "/systems/which/",
    "/explainers/what-cities-scored/",
    "/timeline/2014/",
    "/actors/",
    "/catalogs/compare/?place=suining&place=wendeng",
    "/corrections/",
]
# Of a group of radio buttons one is reached by Tab, the others by arrows.
USABLE = """() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(e => e.type !== 'hidden' && e.type !== 'radio' && !e.disabled && e.tabIndex >= 0 && e.getClientRects().length)
        .filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}));
    all.forEach((e, n) => { e.dataset.walk = n; });
    return all.length;
}"""
HERE = """() => {
    const e = document.activeElement;
    if (e === document.body || e === document.documentElement) return null;
    const style = getComputedStyle(e);
    // In the middle of what of it is on the screen, it is on top.
    const seen = [...e.getClientRects()].some(r => {
        const [left, right] = [Math.max(r.left, 0), Math.min(r.right, innerWidth)];
        const [top, bottom] = [Math.max(r.top, 0), Math.min(r.bottom, innerHeight)];
        const found = right > left && bottom > top && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return found && (e.contains(found) || found.contains(e));
    });
    // A link in a drawing shows it by the line of its shape.
    const lines = e.closest('svg') ? [...e.querySelectorAll('rect, circle')].map(shape => getComputedStyle(shape)) : [];
    const marked = lines.length ? lines.some(line => parseFloat(line.strokeWidth) >= 3 && line.stroke !== 'none')
        : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {walk: e.dataset.walk ?? (e.type === 'radio' ? 'radio' : null), what: e.outerHTML.slice(0, 110), marked, seen};
}"""


@pytest.mark.parametrize("path", PAGES)
def test_everything_is_reached_seen_and_marked(open_page, path):
    page = open_page(path, reduced_motion="reduce")  # a page that is still scrolling shows something else
    usable = page.evaluate(USABLE)
    reached, unseen, unmarked = [], [], []
    for _ in range(usable + 60):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        if here["walk"] not in (None, "radio"):
            reached.append(int(here["walk"]))
        unseen += [] if here["seen"] else [here["what"]]
        unmarked += [] if here["marked"] else [here["what"]]
    else:
        pytest.fail("The focus does not leave the page.")
    assert sorted(set(reached)) == list(range(usable))
    assert reached == sorted(reached), "The order of the focus is not that of the page."
    assert (unseen, unmarked) == ([], [])
