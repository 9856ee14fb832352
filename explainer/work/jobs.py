"""The recurring jobs of the site and of the layers below, which cannot register their own."""

from explainer.work import recurring, tasks
from sources.health.tasks import check_due_links


def register() -> None:
    recurring.add("publish what was scheduled", tasks.publish_scheduled, hours=1 / 12)
    recurring.add("forget what is finished", tasks.forget_finished, hours=24, first_after_hours=1)
    recurring.add("check addresses of sources", check_due_links, hours=0.5, first_after_hours=1)
