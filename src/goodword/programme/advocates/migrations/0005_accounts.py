"""What lists and pages of accounts show; generations that are there have names, owners and numbers of people."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('advocates', '0004_hold_day'),
    ]

    operations = [
        migrations.AddField(
            model_name='listedaccount',
            name='arr',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='country',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='currency',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='domains',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='employees',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='holds',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='industry',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='kinds',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='moves',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='parent_account_id',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='plan',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='region',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='renews_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='said',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='segment',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='started_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='states',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='status',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='listedaccount',
            name='themes',
            field=models.JSONField(default=list),
        ),
        migrations.AddIndex(
            model_name='listedaccount',
            index=models.Index(fields=['generation', 'parent_account_id'], name='listed_account_by_parent'),
        ),
    ]
