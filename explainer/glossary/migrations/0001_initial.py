import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('claims', '0001_initial'),
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'glossary',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Term',
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
                ('name', models.CharField(help_text='As the texts of this site use it.', max_length=100, verbose_name='term')),
                ('name_original', models.CharField(blank=True, max_length=60, verbose_name='in its own script')),
                ('language', models.CharField(blank=True, help_text='A language code such as zh.', max_length=12, verbose_name='language of that')),
                ('pinyin', models.CharField(blank=True, help_text='With tone marks: shīxìn.', max_length=100, verbose_name='how it is read')),
                ('meaning', models.TextField(help_text='In one to three plain sentences.')),
                ('beware', models.TextField(blank=True, help_text='The mistranslation or misunderstanding to beware of.')),
                ('match', models.TextField(blank=True, help_text='One a line, as they stand in running text. Their first occurrence on a page becomes a link.', verbose_name='words that lead here')),
                ('claims', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Claims that turn on it.', related_name='terms', to='claims.claimpage')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('layers', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Which systems it belongs to.', related_name='terms', to='claims.layer')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='TermCitation',
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
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
                ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='glossary.term')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='glossary_termcitation_says_something')],
            },
        ),
    ]
