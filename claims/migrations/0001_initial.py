import django.core.validators
import django.db.models.deletion
import django.utils.timezone
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
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClaimIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'list of claims',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Layer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Part of addresses. Never changes.', max_length=80, unique=True, verbose_name='key')),
                ('name', models.CharField(max_length=100)),
                ('short', models.CharField(help_text='Two or three words, for marks and lists.', max_length=40, verbose_name='short name')),
                ('description', models.TextField(help_text='A sentence or two for readers.')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order in which they are shown.')),
                ('review_months', models.PositiveSmallIntegerField(choices=[(6, '6 months'), (12, '12 months'), (24, '24 months')], default=12, help_text='What changes often needs it sooner: six months for a local scheme, two years for what is history.', verbose_name='is looked at again after')),
                ('symbol', models.CharField(blank=True, choices=[('scroll', 'Document'), ('court', 'Scales'), ('list', 'List'), ('firm', 'Office building'), ('bank', 'Bank'), ('place', 'Place on a map'), ('phone', 'Telephone'), ('camera', 'Camera'), ('person', 'Person'), ('globe', 'Globe'), ('shield', 'Shield'), ('book', 'Book'), ('chart', 'Chart'), ('leaf', 'Leaf')], help_text='The small picture that it is known by.', max_length=10)),
                ('keeper', models.CharField(blank=True, help_text='As a story would say it, such as “a court” or “a company”.', max_length=60, verbose_name='who keeps it')),
            ],
            options={
                'ordering': ['position', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='MixUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Part of addresses. Never changes.', max_length=80, unique=True, verbose_name='key')),
                ('name', models.CharField(max_length=100)),
                ('short', models.CharField(help_text='Two or three words, for marks and lists.', max_length=40, verbose_name='short name')),
                ('description', models.TextField(help_text='A sentence or two for readers.')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order in which they are shown.')),
            ],
            options={
                'verbose_name': 'mix-up',
                'ordering': ['position', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CaptureReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('sentences', models.PositiveIntegerField()),
                ('read_at', models.DateTimeField()),
                ('capture', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reading', to='sources.capture')),
            ],
        ),
        migrations.CreateModel(
            name='ClaimPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('last_checked', models.DateField(blank=True, help_text='When someone last went through the evidence.', null=True)),
                ('next_review', models.DateField(blank=True, help_text='When someone must do so again.', null=True)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('scope_place', models.CharField(blank=True, help_text='The places the claim speaks of, as a reader knows them: a country, a city.', max_length=160, verbose_name='where')),
                ('scope_period', sources.fields.EDTFField(blank=True, help_text='The time the claim speaks of, not when it was made: 2014/2020, or 2014/.. if it goes on.', max_length=40, verbose_name='when')),
                ('withdrawn_on', models.DateField(blank=True, help_text='From this day we no longer stand by the page. Its address stays and gives the reason.', null=True)),
                ('withdrawn_reason', models.TextField(blank=True, help_text='Readers see this in place of the page.', verbose_name='why it was withdrawn')),
                ('statement', models.TextField(blank=True, help_text='The claim in full, as people say it. Never negated: “everyone has a score”, not “not everyone has”.')),
                ('phrases', models.TextField(blank=True, help_text='Other ways a text may put it, in any language, one a line. Not shown; “Check a text” finds the claim by them.', verbose_name='recognised by')),
                ('short_answer', wagtail.fields.RichTextField(blank=True, help_text='About a hundred words. Point to evidence as [^key] after each fact.')),
                ('documented', wagtail.fields.RichTextField(blank=True, help_text='The full story, each fact with its [^key].', verbose_name='what is documented')),
                ('disagreements', wagtail.fields.RichTextField(blank=True, help_text='Both sides, each with its [^key], then our reading.', verbose_name='where sources disagree')),
                ('grew_out_of', wagtail.fields.RichTextField(blank=True, help_text='The true statement or the real document nearest to the claim.', verbose_name='what it grew out of')),
                ('would_change_if', wagtail.fields.RichTextField(blank=True, help_text='What evidence would change the verdict.', verbose_name='this would change if…')),
                ('counter_search', models.TextField(blank=True, help_text='If no evidence against the verdict is listed: where it was looked for, in which languages and words, and when.', verbose_name='what was looked for on the other side')),
                ('private_person', models.BooleanField(default=False, help_text='Someone who holds no public role. Two others must then approve the page.', verbose_name='names a private person')),
                ('private_person_reason', models.TextField(blank=True, verbose_name='why they must be named')),
                ('verdict', models.CharField(blank=True, choices=[('false', 'False'), ('mostly-false', 'Mostly false'), ('misleading', 'Misleading'), ('mixed', 'Mixed'), ('mostly-true', 'Mostly true'), ('true', 'True'), ('outdated', 'Outdated'), ('unproven', 'Unproven'), ('not-checkable', 'Not checkable')], db_index=True, editable=False, max_length=15)),
                ('version', models.PositiveIntegerField(default=0, editable=False, serialize=False)),
                ('layers', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Which system it is about.', related_name='claims', to='claims.layer')),
                ('mixups', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='What it confuses.', related_name='claims', to='claims.mixup', verbose_name='mix-ups')),
            ],
            options={
                'verbose_name': 'claim',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('sentence', models.TextField()),
                ('stance', models.CharField(choices=[('repeats', 'repeats'), ('corrects', 'corrects'), ('related', 'related')], max_length=10)),
                ('score', models.FloatField(help_text='The chance, 0 to 1, that the sentence tells the claim.')),
                ('decision', models.CharField(choices=[('open', 'Open'), ('added', 'Added as an appearance'), ('dismissed', 'Not one')], db_index=True, default='open', max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('capture', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='sources.capture')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='claims.claimpage')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['start', '-score', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Variant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('key', models.CharField(help_text='Short name; the wording can be linked to as #variant-key.', max_length=80, validators=[django.core.validators.RegexValidator(re.compile('^[-a-zA-Z0-9_]+\\Z'), 'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.', 'invalid')])),
                ('wording', models.CharField(help_text='As it circulates, never negated.', max_length=160)),
                ('answer', wagtail.fields.RichTextField(blank=True, help_text='One sentence. Point to evidence as [^key] after each fact.')),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='variants', to='claims.claimpage')),
            ],
            options={
                'verbose_name': 'wording',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('counted', models.CharField(help_text='What was counted. Numbers of the same count are joined by a line.', max_length=60)),
                ('up_to', sources.fields.EDTFField(help_text='The day, month or year up to which it was counted.', max_length=40, verbose_name='up to')),
                ('degree', models.CharField(blank=True, choices=[('about', 'About'), ('over', 'Over'), ('nearly', 'Nearly')], help_text='Empty: as given.', max_length=6)),
                ('value', models.BigIntegerField(validators=[django.core.validators.MinValueValidator(0)], verbose_name='number')),
                ('given_by', models.SlugField(db_index=False, help_text='Key of the piece of evidence that gives it.', max_length=80, verbose_name='given by')),
                ('read_as', models.CharField(blank=True, help_text='What it was taken for: people; the count of one year.', max_length=60, verbose_name='misread as')),
                ('read_over', sources.fields.EDTFField(blank=True, help_text='If it was taken for the count of some time: 2018, 2018-06/2019-02.', max_length=40, verbose_name='misread as of the time')),
                ('read_by', models.SlugField(blank=True, db_index=False, help_text='Key of the piece of evidence that misreads it.', max_length=80, verbose_name='misread in')),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='claims.claimpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('degree__in', ['about', 'over', 'nearly', ''])), name='claims_figure_degree_known')],
            },
        ),
        migrations.CreateModel(
            name='VerdictChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('verdict', models.CharField(choices=[('false', 'False'), ('mostly-false', 'Mostly false'), ('misleading', 'Misleading'), ('mixed', 'Mixed'), ('mostly-true', 'Mostly true'), ('true', 'True'), ('outdated', 'Outdated'), ('unproven', 'Unproven'), ('not-checkable', 'Not checkable')], max_length=15)),
                ('on', models.DateField(verbose_name='since')),
                ('kind', models.CharField(blank=True, choices=[('correction', 'Correction'), ('update', 'Update'), ('clarification', 'Clarification')], help_text='Of every verdict but the first of a claim.', max_length=13, verbose_name='kind of change')),
                ('reason', models.TextField(help_text='One sentence: what a reader must know. It stands beside the verdict.')),
                ('reviewer', models.CharField(help_text='Who answers for it: a name or a desk.', max_length=100)),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='claims.claimpage')),
            ],
            options={
                'verbose_name': 'verdict',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('gate', models.CharField(choices=[('origins', 'Two independent origins'), ('primary', 'A primary source'), ('counter', 'Evidence against the verdict'), ('anchor', 'Every passage found in the stored copy')], max_length=10)),
                ('reason', models.TextField(help_text='Why the page may stand without it. Readers see this.')),
                ('given_by', models.CharField(help_text='Who asks for it: a name or a desk.', max_length=100)),
                ('seconded_by', models.CharField(help_text='Who else answers for it.', max_length=100, verbose_name='seconded by')),
                ('on', models.DateField()),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='waivers', to='claims.claimpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Bearing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('words', models.TextField()),
                ('score', models.FloatField()),
                ('capture', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bearings', to='sources.capture')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bearings', to='claims.claimpage')),
            ],
            options={
                'ordering': ['-score', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('capture', 'claim'), name='claims_bearing_once')],
            },
        ),
        migrations.CreateModel(
            name='Appearance',
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
                ('said_by', models.CharField(help_text='Who made the claim, in what role: a person, an outlet, a programme.', max_length=200)),
                ('said_on', sources.fields.EDTFField(blank=True, bounds=('said_earliest', 'said_latest'), help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('said_earliest', models.DateField(blank=True, editable=False, null=True)),
                ('said_latest', models.DateField(blank=True, editable=False, null=True)),
                ('first_known', models.BooleanField(default=False, verbose_name='first known appearance')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='claims.claimpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='claims_appearance_says_something')],
            },
        ),
        migrations.CreateModel(
            name='ClaimVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('slug', models.SlugField(allow_unicode=True, max_length=255, verbose_name='key of the claim at the time')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('title', models.CharField(max_length=255)),
                ('verdict', models.CharField(choices=[('false', 'False'), ('mostly-false', 'Mostly false'), ('misleading', 'Misleading'), ('mixed', 'Mixed'), ('mostly-true', 'Mostly true'), ('true', 'True'), ('outdated', 'Outdated'), ('unproven', 'Unproven'), ('not-checkable', 'Not checkable')], max_length=15)),
                ('verdict_count', models.PositiveSmallIntegerField()),
                ('correction_count', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('html', models.TextField()),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='claims.claimpage')),
            ],
            options={
                'verbose_name': 'version of a claim',
                'verbose_name_plural': 'versions of claims',
                'ordering': ['claim', 'number'],
                'constraints': [models.UniqueConstraint(fields=('claim', 'number'), name='claims_version_once'), models.UniqueConstraint(fields=('slug', 'number'), name='claims_version_one_address'), models.CheckConstraint(condition=models.Q(('verdict__in', ['false', 'mostly-false', 'misleading', 'mixed', 'mostly-true', 'true', 'outdated', 'unproven', 'not-checkable'])), name='claims_claimversion_verdict_known')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('on', models.DateField(verbose_name='date')),
                ('kind', models.CharField(choices=[('correction', 'Correction'), ('update', 'Update'), ('clarification', 'Clarification')], max_length=13)),
                ('wrong', models.TextField(help_text='What stood here, so that who read it knows it again.', verbose_name='what was wrong')),
                ('now', models.TextField(verbose_name='what stands now')),
                ('reviewer', models.CharField(help_text='A name or a desk.', max_length=100, verbose_name='who answers')),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='claims.claimpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'update', 'clarification'])), name='claims_correction_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('wrong', ''), _negated=True), models.Q(('now', ''), _negated=True)), name='claims_correction_says_what')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
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
                ('stance', models.CharField(choices=[('contradicts', 'Contradicts'), ('supports', 'Supports'), ('context', 'Context')], max_length=12)),
                ('claim', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='claims.claimpage')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='claims_evidence_says_something'), models.CheckConstraint(condition=models.Q(('stance__in', ['contradicts', 'supports', 'context'])), name='claims_evidence_stance_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='layer',
            constraint=models.CheckConstraint(condition=models.Q(('symbol__in', ['scroll', 'court', 'list', 'firm', 'bank', 'place', 'phone', 'camera', 'person', 'globe', 'shield', 'book', 'chart', 'leaf', ''])), name='claims_layer_symbol_known'),
        ),
        migrations.AddConstraint(
            model_name='claimpage',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['false', 'mostly-false', 'misleading', 'mixed', 'mostly-true', 'true', 'outdated', 'unproven', 'not-checkable', ''])), name='claims_claimpage_verdict_known'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.UniqueConstraint(fields=('capture', 'claim', 'start', 'end'), name='claims_suggestion_once'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['open', 'added', 'dismissed'])), name='claims_suggestion_decision_known'),
        ),
        migrations.AddConstraint(
            model_name='verdictchange',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['false', 'mostly-false', 'misleading', 'mixed', 'mostly-true', 'true', 'outdated', 'unproven', 'not-checkable'])), name='claims_verdictchange_verdict_known'),
        ),
        migrations.AddConstraint(
            model_name='verdictchange',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'update', 'clarification', ''])), name='claims_verdictchange_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='verdictchange',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='claims_verdictchange_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.CheckConstraint(condition=models.Q(('gate__in', ['origins', 'primary', 'counter', 'anchor'])), name='claims_waiver_gate_known'),
        ),
    ]
