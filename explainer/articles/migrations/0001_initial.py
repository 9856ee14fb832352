import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import re
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticleIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'list of explainers',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('last_checked', models.DateField(blank=True, help_text='When someone last went through the evidence.', null=True)),
                ('next_review', models.DateField(blank=True, help_text='When someone must do so again.', null=True)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Articles are listed in this order.')),
                ('summary', models.CharField(blank=True, help_text='The answer, in one or two sentences.', max_length=350)),
                ('body', wagtail.fields.StreamField([('text', 0), ('claims', 2), ('events', 4), ('neighbours', 5), ('map', 6), ('catalog', 9), ('rests_on', 10)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'italic', 'ol', 'ul', 'link', 'blockquote'], 'help_text': 'Point to citations as [^key] after each fact.', 'icon': 'pilcrow'}), 1: ('wagtail.blocks.PageChooserBlock', ('claims.ClaimPage',), {}), 2: ('wagtail.blocks.ListBlock', (1,), {'icon': 'help', 'label': 'Claims with their verdicts'}), 3: ('wagtail.snippets.blocks.SnippetChooserBlock', ('timeline.Event',), {}), 4: ('wagtail.blocks.ListBlock', (3,), {'icon': 'calendar-alt', 'label': 'Events, by date'}), 5: ('wagtail.snippets.blocks.SnippetChooserBlock', ('actors.Actor',), {'icon': 'group', 'label': 'Relations of an actor'}), 6: ('wagtail.snippets.blocks.SnippetChooserBlock', ('actors.ActorMap',), {'icon': 'site', 'label': 'Map of actors'}), 7: ('wagtail.blocks.PageChooserBlock', ('catalogs.CatalogPage',), {}), 8: ('wagtail.snippets.blocks.SnippetChooserBlock', ('catalogs.BehaviourGroup',), {'help_text': 'Only this field of life.', 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('catalog', 7), ('group', 8)]], {}), 10: ('wagtail.snippets.blocks.SnippetChooserBlock', ('sources.Source',), {'icon': 'doc-full', 'label': 'Catalog entries that rest on a source'})})),
            ],
            options={
                'verbose_name': 'explainer',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ArticleCitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('locator', models.CharField(blank=True, help_text='Where in the document: art. 6, p. 14, paragraph 3.', max_length=120)),
                ('says', models.TextField(help_text='What the passage says, in your own words. Not a quotation.', verbose_name='what it says')),
                ('quotation', models.CharField(blank=True, help_text='A short phrase, word for word, in the language of the document.', max_length=400)),
                ('translation', models.CharField(blank=True, max_length=400, verbose_name='translation of the quotation')),
                ('anchor_start', models.CharField(blank=True, help_text='Its first words, at most five.', max_length=80, verbose_name='passage starts with')),
                ('anchor_end', models.CharField(blank=True, help_text='Its last words, at most five.', max_length=80, verbose_name='passage ends with')),
                ('anchor_prefix', models.CharField(blank=True, help_text='Only if needed to find one place.', max_length=80, verbose_name='words before it')),
                ('anchor_suffix', models.CharField(blank=True, help_text='Only if needed to find one place.', max_length=80, verbose_name='words after it')),
                ('key', models.CharField(blank=True, help_text='Short name, to point to it from the text as [^key]. Taken from the source if left empty.', max_length=80, validators=[django.core.validators.RegexValidator(re.compile('^[-a-zA-Z0-9_]+\\Z'), 'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.', 'invalid')])),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
                ('article', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='articles.articlepage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='articles_articlecitation_says_something')],
            },
        ),
    ]
