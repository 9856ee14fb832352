import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=64, unique=True)),
                ('stem', models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('claim', 'Claim'), ('article', 'Explainer'), ('place', 'Place'), ('system', 'System'), ('actor', 'Actor'), ('term', 'Word of the glossary'), ('event', 'Event'), ('source', 'Source'), ('page', 'Page')], max_length=10)),
                ('number', models.PositiveBigIntegerField()),
                ('key', models.CharField(max_length=255)),
                ('address', models.CharField(max_length=500)),
                ('title', models.CharField(max_length=300)),
                ('original', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('lead', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('names', models.TextField(blank=True)),
                ('folded', models.TextField(blank=True)),
                ('facets', models.JSONField(default=dict)),
                ('length', models.PositiveIntegerField(default=0)),
                ('made_of', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'number'), name='search_document_once')],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weight', models.FloatField()),
                ('named', models.BooleanField(default=False)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postings', to='search.document')),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postings', to='search.word')),
            ],
        ),
    ]
