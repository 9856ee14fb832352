import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import re
import sources.fields
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actors', '0001_initial'),
        ('claims', '0001_initial'),
        ('places', '0001_initial'),
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ChapterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('summary', models.CharField(blank=True, help_text='One sentence under the title.', max_length=250)),
                ('decided', wagtail.fields.RichTextField(blank=True, help_text='Each fact with its [^key].', verbose_name='what was decided')),
                ('said', wagtail.fields.RichTextField(blank=True, help_text='Each fact with its [^key].', verbose_name='what was said')),
                ('not_so', wagtail.fields.RichTextField(blank=True, help_text='Each fact with its [^key].', verbose_name='what was not')),
            ],
            options={
                'verbose_name': 'chapter',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='TimelinePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'timeline',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('slug', models.SlugField(blank=True, help_text='Last part of its address. Made from the name if left empty.', max_length=100, unique=True, verbose_name='key')),
                ('title', models.CharField(help_text='A short statement, without a full stop.', max_length=90)),
                ('date', sources.fields.EDTFField(bounds=('date_earliest', 'date_latest'), help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40, verbose_name='date')),
                ('date_earliest', models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ('date_latest', models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ('year', models.PositiveSmallIntegerField(db_index=True, default=0, editable=False)),
                ('lane', models.CharField(choices=[('documented', 'Documented'), ('reported', 'Reported')], max_length=10)),
                ('kind', models.CharField(choices=[('adopted', 'Adopted'), ('in-force', 'In force'), ('announced', 'Announced'), ('launched', 'Launched'), ('ended', 'Ended'), ('decided', 'Decided'), ('published', 'Published'), ('said', 'Said'), ('corrected', 'Corrected'), ('figures', 'Figures')], max_length=10)),
                ('text', models.TextField(help_text='One to three sentences. Of what was reported: who said it, never as a fact.')),
                ('actors', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='events', to='actors.actor')),
                ('claims', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='events', to='claims.claimpage')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='events', to='places.place')),
            ],
            options={
                'ordering': ['date_earliest', 'title'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='EventCitation',
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
                ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='timeline.event')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChapterCitation',
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
                ('chapter', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='timeline.chapterpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='timeline_chaptercitation_says_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('lane__in', ['documented', 'reported'])), name='timeline_event_lane_known'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['adopted', 'in-force', 'announced', 'launched', 'ended', 'decided', 'published', 'said', 'corrected', 'figures'])), name='timeline_event_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='eventcitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='timeline_eventcitation_says_something'),
        ),
    ]
