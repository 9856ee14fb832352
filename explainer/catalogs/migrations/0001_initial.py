import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import re
import sources.fields
import wagtail.fields
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
    ]

    operations = [
        migrations.CreateModel(
            name='BehaviourGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Part of addresses. Never changes.', max_length=80, unique=True, verbose_name='key')),
                ('name', models.CharField(max_length=100)),
                ('short', models.CharField(help_text='Two or three words, for marks and lists.', max_length=40, verbose_name='short name')),
                ('description', models.TextField(help_text='A sentence or two for readers.')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order in which they are shown.')),
            ],
            options={
                'verbose_name': 'group of behaviours',
                'verbose_name_plural': 'groups of behaviours',
                'ordering': ['position', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CatalogIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'list of catalogs',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Behaviour',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Part of addresses. Never changes.', max_length=80, unique=True, verbose_name='key')),
                ('name', models.CharField(help_text='As a short phrase: “Running a red light”.', max_length=100)),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order inside its group.')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='behaviours', to='catalogs.behaviourgroup')),
            ],
            options={
                'ordering': ['group__position', 'position', 'name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CatalogPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('last_checked', models.DateField(blank=True, help_text='When someone last went through the evidence.', null=True)),
                ('next_review', models.DateField(blank=True, help_text='When someone must do so again.', null=True)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('scheme', models.CharField(blank=True, max_length=150, verbose_name='name of the scheme')),
                ('scheme_original', models.CharField(blank=True, max_length=150, verbose_name='name in its own script')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language of that name')),
                ('summary', models.CharField(blank=True, help_text='One or two sentences: what it is, and what it is not.', max_length=350)),
                ('what_it_is', wagtail.fields.RichTextField(blank=True, help_text='Each fact with its [^key].')),
                ('what_is_said', wagtail.fields.RichTextField(blank=True, help_text='Each fact with its [^key].', verbose_name='what is said about it')),
                ('claims', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='catalogs', to='claims.claimpage')),
                ('layer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='catalogs', to='claims.layer')),
                ('operator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='catalogs', to='actors.actor')),
                ('place', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='catalog', to='places.place')),
            ],
            options={
                'verbose_name': 'catalog',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Consequence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('reward', 'Reward'), ('sanction', 'Sanction')], max_length=10)),
                ('what', models.CharField(max_length=200)),
                ('who', models.CharField(blank=True, help_text='Which score or grade.', max_length=100, verbose_name='for whom')),
                ('period', sources.fields.EDTFField(blank=True, help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('status', models.CharField(choices=[('in-force', 'In force when last seen'), ('announced', 'Announced'), ('planned', 'Planned'), ('reported', 'Reported'), ('ended', 'Ended'), ('disputed', 'Disputed'), ('unsupported', 'Not supported by its source')], max_length=12)),
                ('catalog', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='consequences', to='catalogs.catalogpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsequenceCitation',
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
                ('consequence', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='catalogs.consequence')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('wording', models.CharField(help_text='How this rule puts it, in your own words.', max_length=200)),
                ('state', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('not-found', 'Looked, not found')], default='yes', max_length=10, verbose_name='has an effect here')),
                ('effect', models.CharField(blank=True, choices=[('points', 'Points'), ('list', 'Blacklist'), ('record', 'Entry in a record'), ('grade', 'Grade'), ('warning', 'Warning'), ('fine', 'Fine'), ('publicity', 'Named in public'), ('none', 'No effect')], max_length=10)),
                ('points', models.CharField(blank=True, help_text='-50, 10, or a range: -50..-10.', max_length=15, validators=[django.core.validators.RegexValidator('^(-?\\d{1,4}(?:\\.\\d)?)(?:\\.\\.(-?\\d{1,4}(?:\\.\\d)?))?$', 'Points are a number or a range: -50, 10, -50..-10.')])),
                ('low', models.DecimalField(blank=True, decimal_places=1, editable=False, max_digits=6, null=True)),
                ('high', models.DecimalField(blank=True, decimal_places=1, editable=False, max_digits=6, null=True)),
                ('grade', models.CharField(blank=True, help_text='If the effect is a grade: which.', max_length=60)),
                ('conditions', models.CharField(blank=True, max_length=250)),
                ('period', sources.fields.EDTFField(blank=True, help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('status', models.CharField(choices=[('in-force', 'In force when last seen'), ('announced', 'Announced'), ('planned', 'Planned'), ('reported', 'Reported'), ('ended', 'Ended'), ('disputed', 'Disputed'), ('unsupported', 'Not supported by its source')], max_length=12)),
                ('checked', models.DateField(blank=True, help_text='The day we looked, if nothing was found.', null=True)),
                ('behaviour', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='catalogs.behaviour')),
                ('catalog', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='catalogs.catalogpage')),
            ],
            options={
                'verbose_name_plural': 'entries',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EntryCitation',
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
                ('entry', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='catalogs.entry')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('announced', 'Announced'), ('implemented', 'Put into practice'), ('observed', 'Seen in use'), ('ended', 'Ended'), ('operator', 'Who runs it'), ('covers', 'Whom it covers'), ('voluntary', 'Voluntary'), ('start-value', 'Everyone starts with'), ('scale', 'Scale'), ('grades', 'Grades'), ('punishes', 'Brings penalties'), ('public-lookup', 'Others can look it up'), ('legal-basis', 'Legal basis'), ('objection', 'One can object or repair'), ('enrolment', 'How many take part')], max_length=15, verbose_name='question')),
                ('state', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('not-found', 'Looked, not found')], max_length=10, verbose_name='answer')),
                ('value', models.CharField(blank=True, max_length=200, verbose_name='in words')),
                ('date', sources.fields.EDTFField(blank=True, help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('checked', models.DateField(blank=True, help_text='The day we looked, if nothing was found.', null=True)),
                ('catalog', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='catalogs.catalogpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FactCitation',
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
                ('fact', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='catalogs.fact')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CatalogCitation',
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
                ('catalog', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='catalogs.catalogpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='catalogs_catalogcitation_says_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['reward', 'sanction'])), name='catalogs_consequence_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['in-force', 'announced', 'planned', 'reported', 'ended', 'disputed', 'unsupported'])), name='catalogs_consequence_status_known'),
        ),
        migrations.AddConstraint(
            model_name='consequencecitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='catalogs_consequencecitation_says_something'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['yes', 'no', 'not-found'])), name='catalogs_entry_state_known'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('effect__in', ['points', 'list', 'record', 'grade', 'warning', 'fine', 'publicity', 'none', ''])), name='catalogs_entry_effect_known'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['in-force', 'announced', 'planned', 'reported', 'ended', 'disputed', 'unsupported'])), name='catalogs_entry_status_known'),
        ),
        migrations.AddConstraint(
            model_name='entrycitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='catalogs_entrycitation_says_something'),
        ),
        migrations.AddConstraint(
            model_name='fact',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['announced', 'implemented', 'observed', 'ended', 'operator', 'covers', 'voluntary', 'start-value', 'scale', 'grades', 'punishes', 'public-lookup', 'legal-basis', 'objection', 'enrolment'])), name='catalogs_fact_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='fact',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['yes', 'no', 'not-found'])), name='catalogs_fact_state_known'),
        ),
        migrations.AddConstraint(
            model_name='factcitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='catalogs_factcitation_says_something'),
        ),
    ]
