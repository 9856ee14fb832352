from django.conf import settings
from django_tasks import task
from wagtail.models import Site

from explainer.sharing.keeping import picture
from explainer.sharing.kinds import KINDS


@task(backend="desk", queue_name="desk")
def draw_card(kind: str, page_id: int) -> str:
    """Draw the picture by which a page is shared. Gives its hash; of what is not public any more, nothing."""
    page = KINDS[kind].model.objects.live().filter(pk=page_id).first()
    name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    card = KINDS[kind].card(page, name or settings.WAGTAIL_SITE_NAME) if page else None
    if card is None:
        return ""
    picture(kind, page.slug, card)
    return card.digest
