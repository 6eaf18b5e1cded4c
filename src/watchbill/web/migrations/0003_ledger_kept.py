from django.db import migrations

from watchbill.web import append_only


class Migration(migrations.Migration):
    """What the database refuses grew: REPLACE, TRUNCATE, and a row that is not the next."""

    dependencies = [
        ('watchbill', '0002_ledger'),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, editor: append_only.install(editor),
            migrations.RunPython.noop,
        ),
    ]
