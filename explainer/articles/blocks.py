"""What an article is made of: prose, and things of the other rooms shown in the midst of it."""

from wagtail.blocks import ListBlock, PageChooserBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from claims import prose

PROSE_FEATURES = ["h2", *prose.FEATURES]


class CatalogEntriesBlock(StructBlock):
    catalog = PageChooserBlock("catalogs.CatalogPage")
    group = SnippetChooserBlock("catalogs.BehaviourGroup", required=False, help_text="Only this field of life.")

    class Meta:
        icon = "table"
        label = "Entries of a catalog"


class ArticleBlock(StreamBlock):
    text = RichTextBlock(features=PROSE_FEATURES, icon="pilcrow", help_text="Point to citations as [^key] after each fact.")
    claims = ListBlock(PageChooserBlock("claims.ClaimPage"), icon="help", label="Claims with their verdicts")
    events = ListBlock(SnippetChooserBlock("timeline.Event"), icon="calendar-alt", label="Events, by date")
    neighbours = SnippetChooserBlock("actors.Actor", icon="group", label="Relations of an actor")
    map = SnippetChooserBlock("actors.ActorMap", icon="site", label="Map of actors")
    catalog = CatalogEntriesBlock()
    rests_on = SnippetChooserBlock("sources.Source", icon="doc-full", label="Catalog entries that rest on a source")
