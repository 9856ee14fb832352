from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from claims.check import check_page
from explainer import sitemap, views
from explainer.embedding.oembed import oembed
from explainer.sharing.packet import packet

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap-part"),
    path("api/", include("explainer.api.urls")),
    path("feeds/", include("explainer.api.feeds.urls")),
    path("embed/", include("explainer.embedding.urls")),
    path("cards/", include("explainer.sharing.urls")),
    path("oembed", oembed, name="oembed"),
    # Pages for readers: in another language than that of the content, under its name
    *i18n_patterns(
        path("claims/<slug:slug>/packet.zip", packet, name="claim-packet"),
        path("claims/", include("claims.urls")),
        path("check/", check_page, name="check"),
        path("search/", include("explainer.search.urls")),
        path("sources/", include("sources.urls")),
        path("timeline/", include("explainer.timeline.urls")),
        path("actors/", include("explainer.actors.urls")),
        path("catalogs/", include("explainer.catalogs.urls")),
        path("glossary/", include("explainer.glossary.urls")),
        path("systems/", include("explainer.systems.urls")),
        path("explainers/", include("explainer.articles.urls")),
        path("data/", include("explainer.api.data.urls")),
        path("report/", include("explainer.reports.urls")),
        *([path("", include("explainer.styleguide"))] if settings.DEBUG else []),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler400 = "explainer.views.bad_request"
handler403 = "explainer.views.forbidden"
handler404 = "explainer.views.not_found"
handler500 = "explainer.views.server_error"
