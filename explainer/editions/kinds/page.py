"""Pages of prose, and the edition's own record: name, front page, list of claims."""

from django.core.exceptions import ValidationError

from explainer.editions.kinds.base import Kind, References, blank
from explainer.editions.prose import ON_PAGE, to_html, to_markdown
from explainer.editions.schema import Field, Invalid, key, line, page_prose, prose
from explainer.models import CorrectionsPage, FeaturedClaim, HomePage, MethodPage, MixedUp, TextPage
from explainer.tree import ROOMS, ensure_tree, site

TEMPLATES = {"text": TextPage, "method": MethodPage, "corrections": CorrectionsPage}


def template(value: str) -> str:
    if value not in TEMPLATES:
        raise Invalid(f"“{value}” is not one of: {', '.join(TEMPLATES)}.")
    return value


def title_of(room: str):
    """The title of a room's first page. The one it has by itself need not be said, and is not."""

    def read(value: str) -> str:
        value = line(value)
        return "" if room != "claims" and value == room.capitalize() else value

    return read


class PageRecords(Kind):
    name = "page"
    model = TextPage
    plain = ("title", "summary")
    body = "body"
    fields = (
        Field("title", line, required=True),
        Field("template", template, required=True),
        Field("summary", line),
        Field("body", page_prose, required=True),
    )

    def find(self, key):
        return next((found for model in TEMPLATES.values() if (found := model.objects.filter(slug=key).first())), None)

    def all(self):
        pages = [page for model in TEMPLATES.values() for page in model.objects.all()]
        return sorted(pages, key=lambda page: page.slug)

    def build(self, key, record, refs, instance=None):
        wanted = TEMPLATES[record["template"]]
        if instance is not None and not isinstance(instance, wanted):
            raise ValidationError("A page keeps its template; give the new page another key.")
        page = super().build(key, record, refs, blank(wanted, refs) if instance is None else instance)
        page.draft_title = page.title
        page.body = to_html(record["body"], ON_PAGE)
        return page

    def read(self, page):
        names = {model: name for name, model in TEMPLATES.items()}
        return super().read(page) | {"template": names[type(page)], "body": to_markdown(page.body, ON_PAGE)}

    def save(self, page, is_new):
        self.save_page(page, HomePage.objects.get() if is_new else None)


class EditionRecord(Kind):
    """The record of ``edition.yaml``: it lives in the home page, the first pages of the rooms and the site's name."""

    name = "edition"
    model = HomePage
    fields = (
        Field("key", key, required=True),
        Field("name", line, required=True),
        Field("title", line, required=True),
        Field("question", line, required=True),
        Field("answer", prose, required=True),
        *(
            Field(f"{room}_{part}", read, required=room == "claims" and part == "title")
            for room in ROOMS
            for part, read in (("title", title_of(room)), ("intro", prose))
        ),
        Field("told_as", line),
        Field("mixed_up", key, refers_to="layer", many=True),
        Field("featured", key, refers_to="claim", many=True),
    )

    def find(self, key):
        return HomePage.objects.first()

    def all(self):
        return HomePage.objects.all()

    def key(self, instance):
        return "edition"

    def build(self, key, record, refs: References, instance=None):
        home = super().build("home", record, refs, instance)
        home.title = home.draft_title = record["title"]
        home.question, home.answer = record["question"], to_html(record["answer"])
        home.edition_key, home.edition_name = record["key"], record["name"]
        home.told_as = record.get("told_as", "")
        return home

    def read(self, home):
        rooms = {}
        for room, model in ROOMS.items():
            if page := model.objects.first():  # a site older than the room has none yet; the next load makes it
                rooms |= {f"{room}_title": title_of(room)(page.title), f"{room}_intro": to_markdown(page.intro)}
        return {
            "key": home.edition_key,
            "name": home.edition_name,
            "title": home.title,
            "question": home.question,
            "answer": to_markdown(home.answer),
            **rooms,
            "told_as": home.told_as,
            "mixed_up": [row.layer.slug for row in home.mixed_up.select_related("layer")],
            "featured": [row.claim.slug for row in home.featured.select_related("claim")],
        }

    def save(self, home, is_new):
        ensure_tree(home)
        home.save_revision().publish()

    def finish(self, home, record, refs):
        home.mixed_up = [
            MixedUp(sort_order=n, layer=refs.get("layer", name)) for n, name in enumerate(record.get("mixed_up", []))
        ]
        home.featured = [
            FeaturedClaim(sort_order=n, claim=refs.get("claim", name)) for n, name in enumerate(record.get("featured", []))
        ]
        home.save_revision().publish()
        for room, model in ROOMS.items():
            page = model.objects.get()
            page.title = page.draft_title = record.get(f"{room}_title") or room.capitalize()
            page.intro = to_html(record.get(f"{room}_intro", ""))
            page.save_revision().publish()
        current = site()
        current.site_name = record["name"]
        current.save()
