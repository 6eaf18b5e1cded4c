from django.db import migrations


class Migration(migrations.Migration):
    """What a service is, its ledger says: the texts and schedules beside it go."""

    dependencies = [
        ('watchbill', '0007_taken_over'),
    ]

    operations = [
        migrations.DeleteModel(name='Schedule'),
        migrations.DeleteModel(name='SourceFile'),
        migrations.RemoveField(model_name='service', name='file_name'),
        migrations.RemoveField(model_name='service', name='text'),
    ]
