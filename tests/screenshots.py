"""Pictures of the main pages, to be looked at: three widths, light and dark, and as printed, into var/screenshots."""

import sys
import tempfile
from pathlib import Path

from tests import chromium
from tests.e2e.conftest import ROOT, Site

PAGES = {
    "home": "/",
    "claims": "/claims/",
    "claim": "/claims/everyone-has-a-score/",
    "sources": "/sources/",
    "source": "/sources/planning-outline-2014/",
    "method": "/method/",
    "explainers": "/explainers/",
    "explainer": "/explainers/the-court-list/",
    "check": "/check/",
    "systems": "/systems/",
    "sort": "/systems/which/list/",
    "sorted": "/systems/which/list/court-defaulter-list/",
    "classroom": "/claims/everyone-has-a-score/classroom/",
    "numbers": "/claims/17-5-million-flights-in-2018/",
    "not-found": "/claims/everyone-has-a-number/",
    "glossary": "/glossary/",
    "term": "/glossary/court-list/",
    "timeline": "/timeline/",
    "year": "/timeline/2014/",
    "actors": "/actors/",
    "who-feeds-whom": "/actors/?view=who-feeds-whom",
    "actor": "/actors/sesame-credit/",
    "catalogs": "/catalogs/",
    "catalog": "/catalogs/suining/",
    "compare": "/catalogs/compare/?place=suining&place=wendeng",
    "behaviour": "/catalogs/behaviours/red-light/",
    "place": "/catalogs/shandong/",
    "search": "/search/?q=sesame",
    "nothing-found": "/search/?q=zzzzqq",
    "corrections": "/corrections/",
    "about": "/about/",
    "data": "/data/",
    "report": "/report/",
    "versions": "/claims/everyone-has-a-score/v/",
    "version": "/claims/everyone-has-a-score/v/1/",
    "home-zh": "/zh-hans/",
    "claim-zh": "/zh-hans/claims/everyone-has-a-score/",
    "actors-zh": "/zh-hans/actors/",
}

SHEET = 718  # pixels: a sheet of A4 between its margins


def main() -> int:
    from playwright.sync_api import sync_playwright

    path, version = chromium.find_or_install()
    folder = ROOT / "var" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    site = Site(Path(tempfile.mkdtemp(prefix="explainer-screenshots-")))
    site.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
            for width in (360, 768, 1440):
                for scheme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    for name, address in PAGES.items():
                        page.goto(site.url + address)
                        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
                    page.close()
            page = browser.new_page(viewport={"width": SHEET, "height": 1123})
            page.emulate_media(media="print")
            for name, address in PAGES.items():
                page.goto(site.url + address)
                page.screenshot(path=folder / f"{name}-print.png", full_page=True)
            browser.close()
    finally:
        site.stop()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(ROOT)}, by {version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
