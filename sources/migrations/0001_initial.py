import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import sources.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Publisher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='Part of no address, but files refer to it. Never changes.', max_length=80, unique=True, verbose_name='key')),
                ('name', models.CharField(max_length=200)),
                ('name_original', models.CharField(blank=True, max_length=200, verbose_name='name in its own script')),
                ('language', models.CharField(blank=True, help_text='A language code such as zh.', max_length=12, verbose_name='language of that name')),
                ('kind', models.CharField(choices=[('state-organ', 'State organ'), ('party-organ', 'Party organ'), ('legislature', 'Legislature'), ('court', 'Court'), ('local-government', 'Local government'), ('company', 'Company'), ('news', 'Newspaper, agency or broadcaster'), ('magazine', 'Magazine'), ('think-tank', 'Think tank'), ('university', 'University or journal'), ('ngo', 'Non-governmental organisation'), ('press', 'Book publisher'), ('individual', 'Individual'), ('international', 'International body')], max_length=20)),
                ('url', models.URLField(blank=True, max_length=500, verbose_name='website')),
                ('note', models.TextField(blank=True, help_text='What a reader should know of it: owner, interests.')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['state-organ', 'party-organ', 'legislature', 'court', 'local-government', 'company', 'news', 'magazine', 'think-tank', 'university', 'ngo', 'press', 'individual', 'international'])), name='sources_publisher_kind_known')],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Source',
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
                ('title', models.CharField(help_text="In the site's language; your translation, if the original is in another.", max_length=300)),
                ('title_original', models.CharField(blank=True, max_length=300, verbose_name='title in its own language')),
                ('language', models.CharField(help_text='Of the document, as a language code: en, zh, de.', max_length=12)),
                ('authors', models.TextField(blank=True, help_text='One a line. Persons as “Family, Given”.')),
                ('tier', models.CharField(choices=[('primary', 'Primary'), ('secondary', 'Secondary'), ('tertiary', 'Tertiary')], help_text='Primary: the thing itself. Secondary: reporting on it. Tertiary: repeats others.', max_length=10)),
                ('kind', models.CharField(choices=[('law', 'Law'), ('regulation', 'Regulation'), ('judicial-interpretation', 'Judicial interpretation'), ('plan', 'Plan'), ('policy', 'Policy document'), ('notice', 'Notice'), ('draft-law', 'Draft law'), ('statistics', 'Statistics'), ('official-statement', 'Official statement'), ('company-statement', 'Company statement'), ('news', 'News report'), ('feature', 'Feature'), ('blog', 'Blog post'), ('essay', 'Essay'), ('paper', 'Paper'), ('report', 'Report'), ('book', 'Book'), ('interview', 'Interview'), ('video', 'Video'), ('website', 'Website'), ('social-post', 'Social media post')], max_length=25)),
                ('document_number', models.CharField(blank=True, help_text='Such as 国发〔2014〕21号.', max_length=100)),
                ('issued', sources.fields.EDTFField(blank=True, bounds=('issued_earliest', 'issued_latest'), help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40, verbose_name='issued or published')),
                ('issued_earliest', models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ('issued_latest', models.DateField(blank=True, editable=False, null=True)),
                ('in_force', sources.fields.EDTFField(blank=True, help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('url', models.URLField(blank=True, max_length=1000, verbose_name='address of the document itself')),
                ('rights', models.CharField(blank=True, help_text='What may be done with it.', max_length=300)),
                ('reading', models.CharField(choices=[('full', 'Read in full'), ('part', 'Read in part'), ('secondhand', 'Known through other sources')], max_length=10, verbose_name='how much of it we have read')),
                ('reliability', models.TextField(blank=True, help_text='Known limits, corrections it carries, interests. Readers see this.', verbose_name='reliability note')),
                ('retired_on', models.DateField(blank=True, help_text='From this day it is not cited in new work. It stays public.', null=True)),
                ('retired_reason', models.TextField(blank=True)),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='sources.source')),
                ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='sources.publisher')),
                ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='sources.source')),
            ],
            options={
                'ordering': ['title'],
                'permissions': [('merge_source', 'Can merge two sources into one, and undo it')],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('moved', models.JSONField(default=dict)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges_kept', to='sources.source')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges_gone', to='sources.source')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LinkState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.URLField(max_length=1000, verbose_name='address')),
                ('url_hash', models.CharField(editable=False, max_length=64)),
                ('host', models.CharField(db_index=True, editable=False, max_length=255)),
                ('state', models.CharField(choices=[('unknown', 'Not checked yet'), ('ok', 'Opens'), ('moved', 'Leads elsewhere'), ('blocked', 'Lets no machine look'), ('login', 'Behind a login'), ('suspicious', 'Suspicious'), ('failing', 'Failing'), ('dead', 'Dead'), ('replaced', 'No longer named by its source')], db_index=True, default='unknown', max_length=12)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('first_failed_at', models.DateTimeField(blank=True, null=True)),
                ('last_failed_at', models.DateTimeField(blank=True, null=True)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('next_check_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                ('leads_to', models.URLField(blank=True, max_length=2000)),
                ('text_hash', models.CharField(blank=True, max_length=64, verbose_name='hash of the text that was looked at')),
                ('seen_hash', models.CharField(blank=True, max_length=64, verbose_name='hash of the text found last')),
                ('archived_url', models.URLField(blank=True, max_length=2000, verbose_name='copy an archive told of')),
                ('archive_note', models.CharField(blank=True, max_length=500)),
                ('judged_at', models.DateTimeField(blank=True, null=True)),
                ('judgement', models.TextField(blank=True, verbose_name='why')),
                ('judged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='link_states', to='sources.source')),
            ],
            options={
                'verbose_name': 'address',
                'verbose_name_plural': 'addresses',
                'ordering': ['source__title', 'pk'],
                'permissions': [('judge_linkstate', 'Can say that an address is dead, or is not, or that its new text is right')],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('way', models.CharField(choices=[('address', 'Address'), ('file', 'File'), ('paste', 'Pasted text')], max_length=10)),
                ('address', models.CharField(blank=True, max_length=1000)),
                ('file', models.CharField(blank=True, max_length=200, verbose_name='file name')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('fetching', 'Being fetched'), ('ready', 'To be reviewed'), ('failed', 'Failed'), ('used', 'Made a source'), ('discarded', 'Discarded')], default='waiting', max_length=10)),
                ('error', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='begun at')),
                ('taken_at', models.DateTimeField(null=True)),
                ('findings', models.JSONField(default=dict)),
                ('text', models.TextField(blank=True)),
                ('file_sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the file')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='sources.source')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Derivation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('republishes', 'republishes'), ('translates', 'translates'), ('paraphrases', 'paraphrases'), ('summarises', 'summarises'), ('rebuts', 'rebuts'), ('corrects', 'corrects')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('origin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='derived', to='sources.source')),
                ('source', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='derivations', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Capture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, help_text='The text of the document, as found. Never shown to the public.')),
                ('sha256', models.CharField(blank=True, db_index=True, help_text='Worked out from the text if left empty.', max_length=64, verbose_name='SHA-256')),
                ('file_sha256', models.CharField(blank=True, db_index=True, editable=False, max_length=64, verbose_name='SHA-256 of the file')),
                ('fingerprint', models.BinaryField(null=True)),
                ('file', models.CharField(blank=True, max_length=200, verbose_name='file name')),
                ('origin', models.CharField(help_text='Where this copy comes from: an address, or how it reached the desk.', max_length=500)),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='stored at')),
                ('note', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('requested', 'Asked for'), ('captured', 'Stored, not yet read'), ('checked', 'Read by a person'), ('failed', 'Failed')], default='captured', editable=False, max_length=10)),
                ('checked_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('failure', models.CharField(blank=True, editable=False, max_length=500, verbose_name='why it failed')),
                ('checked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='captures', to='sources.source')),
            ],
            options={
                'ordering': ['-taken_at', 'pk'],
                'permissions': [('check_capture', 'Can say that a stored copy is the document, or is not')],
            },
        ),
        migrations.CreateModel(
            name='AnchorCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField()),
                ('found', models.PositiveIntegerField(help_text='Passages found: one is right, none or several is a broken anchor.')),
                ('checked_at', models.DateTimeField()),
                ('broken_since', models.DateTimeField(blank=True, help_text='When it was first seen broken.', null=True)),
                ('nearest', models.JSONField(blank=True, default=dict)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('capture', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='anchor_checks', to='sources.capture')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='anchor_checks', to='sources.source')),
            ],
            options={
                'ordering': ['broken_since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SourceCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(help_text='When the document was corrected, or when we found our record wrong.', verbose_name='date')),
                ('kind', models.CharField(choices=[('correction', 'Correction'), ('update', 'Update'), ('clarification', 'Clarification')], default='correction', max_length=13)),
                ('changed', models.CharField(choices=[('document', 'The document'), ('record', 'Our record of it')], default='document', max_length=8, verbose_name='what was put right')),
                ('note', models.TextField(help_text='For readers: what it said before, what it says now. Public at once.', verbose_name='what changed')),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('closed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='sources.source')),
            ],
            options={
                'verbose_name': 'correction of a source',
                'verbose_name_plural': 'corrections of sources',
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Handled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField()),
                ('outcome', models.CharField(choices=[('nothing', 'Nothing to change'), ('changed', 'Changed'), ('withdrawn', 'Withdrawn')], max_length=9)),
                ('note', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype')),
                ('correction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handled', to='sources.sourcecorrection')),
            ],
            options={
                'verbose_name_plural': 'handled',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SourceKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('address', 'Address'), ('doi', 'DOI'), ('number', 'Document number')], max_length=10)),
                ('value', models.CharField(max_length=500)),
                ('link', models.CharField(blank=True, max_length=12)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='sources.source')),
            ],
        ),
        migrations.CreateModel(
            name='SourceLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('translation', 'Translation'), ('mirror', 'Copy elsewhere'), ('archive', 'Archived copy'), ('file', 'File'), ('report', 'Report of it')], max_length=12)),
                ('url', models.URLField(max_length=1000, verbose_name='address')),
                ('label', models.CharField(blank=True, help_text='Such as “English translation, China Law Translate”.', max_length=200)),
                ('date', sources.fields.EDTFField(blank=True, help_text='2014, 2014-06, 2014-06-14, 2013/2014, 2014-05-01/.. (open end), 2020~ (about). Only what is known.', max_length=40)),
                ('source', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='sources.source')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=255)),
                ('digest', models.CharField(max_length=64)),
                ('name', models.CharField(help_text='Who it was, as they were called then; or the edition that vouches for it.', max_length=150)),
                ('comment', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to=settings.AUTH_USER_MODEL)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'permissions': [('put_warning', 'Can put a warning on a public page, and lift it')],
                'indexes': [models.Index(fields=['content_type', 'object_id', 'digest'], name='sources_approval_of')],
            },
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('format', models.CharField(max_length=10)),
                ('file', models.CharField(blank=True, max_length=200, verbose_name='file name')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('state', models.CharField(choices=[('preview', 'To be looked over'), ('done', 'Taken in'), ('undone', 'Undone'), ('discarded', 'Discarded')], default='preview', max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='read at')),
                ('done_at', models.DateTimeField(null=True, verbose_name='taken in at')),
                ('undone_at', models.DateTimeField(null=True)),
                ('counts', models.JSONField(default=dict)),
                ('rows', models.JSONField(default=list)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import',
                'ordering': ['-at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['preview', 'done', 'undone', 'discarded'])), name='sources_importbatch_state_known')],
            },
        ),
        migrations.CreateModel(
            name='LinkCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('outcome', models.CharField(choices=[('ok', 'Opened'), ('moved', 'Led to another address'), ('blocked', 'Refused to a machine'), ('login', 'Asked for a login'), ('soft-404', 'Opened, but looks like an error page'), ('gone', 'No such page'), ('error', 'The server was in trouble'), ('silent', 'No answer'), ('unclear', 'Could not be told')], max_length=10)),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('final_url', models.URLField(blank=True, max_length=2000)),
                ('text_hash', models.CharField(blank=True, max_length=64)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='sources.linkstate')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['ok', 'moved', 'blocked', 'login', 'soft-404', 'gone', 'error', 'silent', 'unclear'])), name='sources_linkcheck_outcome_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('tier__in', ['primary', 'secondary', 'tertiary'])), name='sources_source_tier_known'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['law', 'regulation', 'judicial-interpretation', 'plan', 'policy', 'notice', 'draft-law', 'statistics', 'official-statement', 'company-statement', 'news', 'feature', 'blog', 'essay', 'paper', 'report', 'book', 'interview', 'video', 'website', 'social-post'])), name='sources_source_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('reading__in', ['full', 'part', 'secondhand'])), name='sources_source_reading_known'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='sources_merge_not_itself'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('merged',), name='sources_merge_once'),
        ),
        migrations.AddConstraint(
            model_name='linkstate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['unknown', 'ok', 'moved', 'blocked', 'login', 'suspicious', 'failing', 'dead', 'replaced'])), name='sources_linkstate_state_known'),
        ),
        migrations.AddConstraint(
            model_name='linkstate',
            constraint=models.UniqueConstraint(fields=('source', 'url_hash'), name='sources_linkstate_once'),
        ),
        migrations.AddConstraint(
            model_name='intake',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['address', 'file', 'paste'])), name='sources_intake_way_known'),
        ),
        migrations.AddConstraint(
            model_name='intake',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'fetching', 'ready', 'failed', 'used', 'discarded'])), name='sources_intake_state_known'),
        ),
        migrations.AddConstraint(
            model_name='derivation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['republishes', 'translates', 'paraphrases', 'summarises', 'rebuts', 'corrects'])), name='sources_derivation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='derivation',
            constraint=models.CheckConstraint(condition=models.Q(('source', models.F('origin')), _negated=True), name='sources_derivation_not_itself'),
        ),
        migrations.AddConstraint(
            model_name='derivation',
            constraint=models.UniqueConstraint(fields=('source', 'origin'), name='sources_derivation_once'),
        ),
        migrations.AddConstraint(
            model_name='capture',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['requested', 'captured', 'checked', 'failed'])), name='sources_capture_state_known'),
        ),
        migrations.AddConstraint(
            model_name='capture',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sha256', ''), _negated=True), ('state__in', ['requested', 'failed']), _connector='OR'), name='sources_capture_has_hash'),
        ),
        migrations.AddConstraint(
            model_name='capture',
            constraint=models.UniqueConstraint(condition=models.Q(('sha256', ''), _negated=True), fields=('source', 'sha256'), name='sources_capture_once'),
        ),
        migrations.AddConstraint(
            model_name='anchorcheck',
            constraint=models.UniqueConstraint(fields=('content_type', 'object_id'), name='sources_anchorcheck_once'),
        ),
        migrations.AddConstraint(
            model_name='anchorcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('broken_since', None), ('found', 1)), models.Q(models.Q(('found', 1), _negated=True), models.Q(('broken_since', None), _negated=True)), _connector='OR'), name='sources_anchorcheck_broken_since_when'),
        ),
        migrations.AddConstraint(
            model_name='sourcecorrection',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['correction', 'update', 'clarification'])), name='sources_sourcecorrection_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='sourcecorrection',
            constraint=models.CheckConstraint(condition=models.Q(('changed__in', ['document', 'record'])), name='sources_sourcecorrection_changed_known'),
        ),
        migrations.AddConstraint(
            model_name='sourcecorrection',
            constraint=models.CheckConstraint(condition=models.Q(('note', ''), _negated=True), name='sources_correction_says_what'),
        ),
        migrations.AddConstraint(
            model_name='handled',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['nothing', 'changed', 'withdrawn'])), name='sources_handled_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='handled',
            constraint=models.UniqueConstraint(fields=('correction', 'content_type', 'object_id'), name='sources_handled_once'),
        ),
        migrations.AddIndex(
            model_name='sourcekey',
            index=models.Index(fields=['kind', 'value'], name='sources_sourcekey_value'),
        ),
        migrations.AddConstraint(
            model_name='sourcekey',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['address', 'doi', 'number'])), name='sources_sourcekey_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='sourcekey',
            constraint=models.UniqueConstraint(fields=('source', 'kind', 'value'), name='sources_sourcekey_once'),
        ),
        migrations.AddConstraint(
            model_name='sourcelink',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['translation', 'mirror', 'archive', 'file', 'report'])), name='sources_sourcelink_kind_known'),
        ),
    ]
