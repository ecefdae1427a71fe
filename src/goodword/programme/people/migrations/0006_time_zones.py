"""People have a time zone of their own: letters that ask keep to the working hours there."""

from django.db import migrations, models

_FIELDS = ('name', 'email', 'account_id', 'title', 'pays', 'influence', 'language', 'timezone', 'left_on')


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_words_in_order'),
    ]

    operations = [
        # Written out: SQLite's backend would write the table anew, and triggers of other tables look into this one.
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE people_person ADD COLUMN timezone text DEFAULT '' NOT NULL",
                    'ALTER TABLE people_person DROP COLUMN timezone',
                )
            ],
            state_operations=[
                migrations.AddField(
                    model_name='person', name='timezone', field=models.TextField(blank=True, db_default='')
                )
            ],
        ),
        migrations.RemoveConstraint(model_name='correction', name='correction_field_is_known_word'),
        migrations.RemoveConstraint(model_name='toldvalue', name='told_value_field_is_known_word'),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(
                condition=models.Q(('field__in', _FIELDS)), name='correction_field_is_known_word'
            ),
        ),
        migrations.AddConstraint(
            model_name='toldvalue',
            constraint=models.CheckConstraint(
                condition=models.Q(('field__in', _FIELDS)), name='told_value_field_is_known_word'
            ),
        ),
    ]
