import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('claims', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CorrectionsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('summary', models.CharField(blank=True, help_text='One sentence under the title.', max_length=300)),
                ('body', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'corrections page',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('question', models.CharField(blank=True, help_text='What the whole site answers, as a visitor would ask it.', max_length=150)),
                ('edition_key', models.SlugField(blank=True, editable=False, max_length=80, verbose_name='key of the edition')),
                ('edition_name', models.CharField(blank=True, help_text='Stands at the top of every page.', max_length=60, verbose_name='name of the site')),
                ('answer', wagtail.fields.RichTextField(blank=True, help_text='Two or three sentences. The claims below carry the sources.')),
                ('told_as', models.CharField(blank=True, help_text='What stories make of the systems below, in their words.', max_length=80, verbose_name='told as one')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='MethodPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('summary', models.CharField(blank=True, help_text='One sentence under the title.', max_length=300)),
                ('body', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'method page',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='TextPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('warning', models.TextField(blank=True, default='', editable=False, serialize=False)),
                ('warned_on', models.DateField(editable=False, null=True, serialize=False)),
                ('summary', models.CharField(blank=True, help_text='One sentence under the title.', max_length=300)),
                ('body', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'text page',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='FeaturedClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='homepage_features', to='claims.claimpage')),
                ('home', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='featured', to='explainer.homepage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MixedUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('home', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='mixed_up', to='explainer.homepage')),
                ('layer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.layer')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
