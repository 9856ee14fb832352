import django.core.validators
import django.db.models.deletion
import modelsearch.index
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
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
                ('name', models.CharField(max_length=100)),
                ('name_original', models.CharField(blank=True, max_length=100, verbose_name='name in its own script')),
                ('language', models.CharField(blank=True, help_text='A language code such as zh.', max_length=12, verbose_name='language of that name')),
                ('level', models.CharField(choices=[('country', 'Country'), ('province', 'Province'), ('municipality', 'Municipality'), ('autonomous-region', 'Autonomous region'), ('prefecture', 'Prefecture-level city'), ('district', 'District'), ('county-level-city', 'County-level city'), ('county', 'County'), ('township', 'Township'), ('village', 'Village'), ('area', 'Area of several places')], max_length=20)),
                ('code', models.CharField(blank=True, max_length=12, validators=[django.core.validators.RegexValidator('^\\d{6}(\\d{3}(\\d{3})?)?$', 'A division code has 6, 9 or 12 digits.')], verbose_name='administrative division code')),
                ('wikidata', models.CharField(blank=True, max_length=15, validators=[django.core.validators.RegexValidator('^Q[1-9]\\d*$', 'A Wikidata id is Q and digits.')])),
                ('tile', models.CharField(blank=True, help_text='Column and row, such as 9,4. The grid shows where a place is, not its borders.', max_length=5, validators=[django.core.validators.RegexValidator('^(\\d{1,2}),(\\d{1,2})$', 'A tile is column,row, counted from 0, such as 9,4.')], verbose_name='tile on the grid map')),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True)),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True)),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('within', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='places.place', verbose_name='lies in')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('level__in', ['country', 'province', 'municipality', 'autonomous-region', 'prefecture', 'district', 'county-level-city', 'county', 'township', 'village', 'area'])), name='places_place_level_known'), models.CheckConstraint(condition=models.Q(('within', models.F('id')), _negated=True), name='places_place_not_in_itself')],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
