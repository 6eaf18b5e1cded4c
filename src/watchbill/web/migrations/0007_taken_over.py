from django.db import migrations

from watchbill.web import append_only
from watchbill.web.first_build import take_over_all


def _take_over(apps, editor):
    append_only.remove(editor)  # a ledger of today's stands in the place of the old one
    take_over_all(apps.get_model('watchbill', 'Service'), apps.get_model('watchbill', 'LedgerRow'))
    append_only.install(editor)


class Migration(migrations.Migration):
    """Services that were texts, with schedules and a ledger beside them, are ledgers."""

    dependencies = [
        ('watchbill', '0006_wrong_passwords'),
    ]

    operations = [
        migrations.RunPython(_take_over, migrations.RunPython.noop),
    ]
