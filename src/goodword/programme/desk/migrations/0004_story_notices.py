"""Colleagues are told what somebody quoted in a story said of it."""

from django.db import migrations, models

_KINDS = [
    'job_finished', 'job_failed', 'import_rejected', 'run_published', 'role_changed', 'need_claimed', 'need_declined',
    'need_answered', 'times_offered', 'no_time_found', 'meeting_called_off', 'story_answered',
]


class Migration(migrations.Migration):

    dependencies = [('desk', '0003_meeting_notices')]

    operations = [
        migrations.RemoveConstraint(model_name='notification', name='notification_kind_is_known_word'),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.CheckConstraint(
                condition=models.Q(('kind__in', _KINDS)), name='notification_kind_is_known_word'
            ),
        ),
    ]
