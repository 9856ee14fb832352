import django.db.models.deletion
import django.utils.timezone
import explainer.reports.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Allowance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('mark', models.CharField(blank=True, help_text='Hash of an address, or empty for all together.', max_length=32)),
                ('used', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'mark'), name='reports_allowance_once')],
            },
        ),
        migrations.CreateModel(
            name='ReaderReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=explainer.reports.references.new_reference, editable=False, max_length=10, unique=True)),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='page')),
                ('title', models.CharField(blank=True, max_length=300, verbose_name='page by name')),
                ('object_id', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField(blank=True)),
                ('evidence', models.URLField(blank=True, max_length=1000)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('is_erased', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('received', 'Received'), ('looking', 'Being looked at'), ('corrected', 'Answered: corrected'), ('unchanged', 'Answered: no change'), ('lapsed', 'Deleted unanswered')], db_index=True, default='received', max_length=10)),
                ('answer', models.TextField(blank=True, help_text='Public: whoever has the reference number reads it. Name no person in it.')),
                ('answer_url', models.CharField(blank=True, help_text='Of a page of this site, such as /corrections/.', max_length=300, verbose_name='address of the correction')),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reader_reports', to=settings.AUTH_USER_MODEL)),
                ('content_type', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'ordering': ['-received_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['received', 'looking', 'corrected', 'unchanged', 'lapsed'])), name='reports_readerreport_state_known')],
            },
        ),
    ]
