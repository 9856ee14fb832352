import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import sources.fields
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('claims', '0001_initial'),
        ('places', '0001_initial'),
        ('sources', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActorIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('intro', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'actor map',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Actor',
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
                ('article', models.CharField(blank=True, help_text='“the”, if the name needs it inside a sentence.', max_length=5)),
                ('name_original', models.CharField(blank=True, max_length=120, verbose_name='name in its own script')),
                ('language', models.CharField(blank=True, help_text='A language code such as zh.', max_length=12, verbose_name='language of that name')),
                ('aliases', models.TextField(blank=True, help_text='One a line.', verbose_name='other names')),
                ('short', models.CharField(max_length=20, verbose_name='name on the map')),
                ('kind', models.CharField(choices=[('party-organ', 'Party organ'), ('state-organ', 'State organ'), ('legislature', 'Legislature'), ('politician', 'Politician'), ('court', 'Court'), ('regulator', 'Regulator'), ('document-body', 'Body that issues documents'), ('state-company', 'State-owned company'), ('local-government', 'Local government'), ('pilot', 'Local pilot'), ('company', 'Company'), ('association', 'Industry association'), ('outlet', 'News outlet or publisher'), ('expert', 'Expert'), ('ngo', 'Non-governmental organisation')], max_length=20)),
                ('sector', models.CharField(choices=[('public', 'Public'), ('private', 'Private'), ('mixed', 'Part public, part private'), ('civil', 'Press, scholars, civil society')], max_length=8)),
                ('role', models.CharField(help_text='In one sentence, what it does in this topic.', max_length=160)),
                ('about', models.TextField(blank=True, help_text='A few sentences. Every fact in them stands in a citation below.')),
                ('period', sources.fields.EDTFField(blank=True, bounds=('period_earliest', 'period_latest'), help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40, verbose_name='existed or active')),
                ('period_earliest', models.DateField(blank=True, editable=False, null=True)),
                ('period_latest', models.DateField(blank=True, editable=False, null=True)),
                ('url', models.URLField(blank=True, max_length=500, verbose_name='its own site')),
                ('wikidata', models.CharField(blank=True, max_length=15, validators=[django.core.validators.RegexValidator('^Q[1-9]\\d*$', 'A Wikidata id is Q and digits.')])),
                ('credit_code', models.CharField(blank=True, max_length=18, validators=[django.core.validators.RegexValidator('^[0-9A-HJ-NPQRTUWXY]{18}$', 'The code has 18 digits and capital letters.')], verbose_name='registration code of organisations')),
                ('neighbourhood', models.JSONField(default=dict, editable=False)),
                ('claims', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Claims that concern it.', related_name='actors', to='claims.claimpage')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('layers', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Which systems it belongs to.', related_name='actors', to='claims.layer')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actors', to='places.place')),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ActorCitation',
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
                ('actor', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='actors.actor')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ActorMap',
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
                ('title', models.CharField(max_length=100)),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order of the pictures; the first is the one readers meet.')),
                ('summary', models.CharField(help_text='What one sees, in a sentence.', max_length=250)),
                ('verbs', sources.fields.SeveralField(blank=True, choices=[('established', 'established'), ('leads', 'leads'), ('oversees', 'oversees'), ('regulates', 'regulates'), ('licensed', 'licensed'), ('refused-licence', 'did not license'), ('instructed', 'told'), ('halted', 'stopped'), ('certified', 'certified'), ('grades', 'grades'), ('limits', 'set limits for'), ('operates', 'operates'), ('owns', 'owns a share of'), ('parent-of', 'is the parent of'), ('part-of', 'is part of'), ('shares-records', 'gives its records to'), ('enforces-for', 'enforces the limits of'), ('issues-with', 'issues rules with'), ('works-with', 'works with'), ('warned', 'warned'), ('reported-on', 'reported on'), ('presented-as', 'presented'), ('contradicted', 'contradicted')], default=list, help_text='Who feeds whom, who owns whom: lines of no other kind are drawn. None ticked: every relation.', verbose_name='only these relations')),
                ('body', wagtail.fields.RichTextField(blank=True, help_text='Point to a line of the picture by the key of its relation: [^key].')),
                ('layout', models.JSONField(default=dict, editable=False)),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'map',
                'ordering': ['position', 'title'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='MapNode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('mark', models.CharField(blank=True, help_text='What a reader must see it as: “a court’s list”. For few of them.', max_length=20)),
                ('nudge_x', models.SmallIntegerField(default=0, help_text='In units of the picture, 1000 wide. Negative is left.', verbose_name='move right by')),
                ('nudge_y', models.SmallIntegerField(default=0, help_text='Negative is up.', verbose_name='move down by')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='map_nodes', to='actors.actor')),
                ('map', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='nodes', to='actors.actormap')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Relation',
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
                ('verb', models.CharField(choices=[('established', 'established'), ('leads', 'leads'), ('oversees', 'oversees'), ('regulates', 'regulates'), ('licensed', 'licensed'), ('refused-licence', 'did not license'), ('instructed', 'told'), ('halted', 'stopped'), ('certified', 'certified'), ('grades', 'grades'), ('limits', 'set limits for'), ('operates', 'operates'), ('owns', 'owns a share of'), ('parent-of', 'is the parent of'), ('part-of', 'is part of'), ('shares-records', 'gives its records to'), ('enforces-for', 'enforces the limits of'), ('issues-with', 'issues rules with'), ('works-with', 'works with'), ('warned', 'warned'), ('reported-on', 'reported on'), ('presented-as', 'presented'), ('contradicted', 'contradicted')], max_length=16)),
                ('detail', models.CharField(blank=True, help_text='Words that follow: “as one of eight firms”, “with 36 per cent”.', max_length=150)),
                ('period', sources.fields.EDTFField(blank=True, bounds=('period_earliest', 'period_latest'), help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40, verbose_name='when')),
                ('period_earliest', models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ('period_latest', models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ('status', models.CharField(choices=[('documented', 'Documented'), ('reported', 'Reported'), ('planned', 'Planned'), ('disputed', 'Disputed'), ('ended', 'Ended')], max_length=10)),
                ('checked', models.DateField(blank=True, help_text='The day somebody last went through its citations.', null=True)),
                ('note', models.TextField(blank=True, help_text='What a reader should know; where sources contradict each other, both sides.')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations_to', to='actors.actor')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations_from', to='actors.actor')),
            ],
            options={
                'ordering': ['subject__name', 'period_earliest', 'slug'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='RelationCitation',
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
                ('relation', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='actors.relation')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(app_label)s_%(class)s_set', related_query_name='%(app_label)s_%(class)s', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['party-organ', 'state-organ', 'legislature', 'politician', 'court', 'regulator', 'document-body', 'state-company', 'local-government', 'pilot', 'company', 'association', 'outlet', 'expert', 'ngo'])), name='actors_actor_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.CheckConstraint(condition=models.Q(('sector__in', ['public', 'private', 'mixed', 'civil'])), name='actors_actor_sector_known'),
        ),
        migrations.AddConstraint(
            model_name='actorcitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='actors_actorcitation_says_something'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['established', 'leads', 'oversees', 'regulates', 'licensed', 'refused-licence', 'instructed', 'halted', 'certified', 'grades', 'limits', 'operates', 'owns', 'parent-of', 'part-of', 'shares-records', 'enforces-for', 'issues-with', 'works-with', 'warned', 'reported-on', 'presented-as', 'contradicted'])), name='actors_relation_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['documented', 'reported', 'planned', 'disputed', 'ended'])), name='actors_relation_status_known'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('subject', models.F('object')), _negated=True), name='actors_relation_not_to_itself'),
        ),
        migrations.AddConstraint(
            model_name='relationcitation',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='actors_relationcitation_says_something'),
        ),
    ]
