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
        ('actors', '0001_initial'),
        ('claims', '0001_initial'),
        ('glossary', '0001_initial'),
        ('places', '0001_initial'),
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SystemsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'list of systems',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='System',
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
                ('name', models.CharField(max_length=120)),
                ('name_original', models.CharField(blank=True, max_length=120, verbose_name='name in its own script')),
                ('language', models.CharField(blank=True, help_text='A language code such as zh.', max_length=12, verbose_name='language of that name')),
                ('aliases', models.TextField(blank=True, help_text='One a line.', verbose_name='other names')),
                ('standing', models.CharField(choices=[('part', 'Part of it'), ('beside', 'Beside it'), ('forerunner', 'Forerunners'), ('elsewhere', 'Comparisons from elsewhere'), ('idea', 'Ideas never built')], max_length=10)),
                ('keeper', models.CharField(help_text='“The courts”, “a company”.', max_length=80, verbose_name='who keeps it')),
                ('output', models.CharField(choices=[('score', 'A score'), ('list', 'A list of names'), ('record', 'A record'), ('code', 'A number that identifies'), ('label', 'Grades, stars or badges'), ('images', 'Images'), ('screen', 'A public screen'), ('access', 'A perk or a block'), ('other', 'Something else')], max_length=10, verbose_name='what comes out')),
                ('tell', models.CharField(help_text='What a story about it mentions.', max_length=160, verbose_name='how to recognise it')),
                ('what', models.TextField(help_text='One or two sentences, with the time.', verbose_name='what it is')),
                ('state', models.CharField(choices=[('running', 'Running when last seen'), ('ended', 'Ended'), ('replaced', 'Replaced'), ('planned', 'Planned'), ('proposed', 'Proposed'), ('not-found', 'Looked, no document found'), ('unclear', 'Not checked')], max_length=10)),
                ('scale_low', models.IntegerField(blank=True, null=True, verbose_name='lowest value')),
                ('scale_high', models.IntegerField(blank=True, null=True, verbose_name='highest value')),
                ('scale_start', models.IntegerField(blank=True, null=True, verbose_name='everyone begins with')),
                ('actors', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='systems', to='actors.actor')),
                ('claims', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='systems', to='claims.claimpage')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('layer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='systems', to='claims.layer')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('places', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='systems', to='places.place')),
                ('terms', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='systems', to='glossary.term')),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='SystemCitation',
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
                ('gives_scale', models.BooleanField(default=False, verbose_name='gives the numbers above')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
                ('system', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='systems.system')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='system',
            constraint=models.CheckConstraint(condition=models.Q(('standing__in', ['part', 'beside', 'forerunner', 'elsewhere', 'idea'])), name='systems_system_standing_known'),
        ),
        migrations.AddConstraint(
            model_name='system',
            constraint=models.CheckConstraint(condition=models.Q(('output__in', ['score', 'list', 'record', 'code', 'label', 'images', 'screen', 'access', 'other'])), name='systems_system_output_known'),
        ),
        migrations.AddConstraint(
            model_name='system',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['running', 'ended', 'replaced', 'planned', 'proposed', 'not-found', 'unclear'])), name='systems_system_state_known'),
        ),
        migrations.AddConstraint(
            model_name='systemcitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='systems_systemcitation_says_something'),
        ),
    ]
