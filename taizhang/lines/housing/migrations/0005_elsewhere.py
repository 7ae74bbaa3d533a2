from pathlib import Path

from django.db import migrations

UNDO = """
DROP FUNCTION housing_belongs_elsewhere, housing_holds_elsewhere, housing_sees_part_of_town, housing_own_town;
"""


class Migration(migrations.Migration):
    dependencies = [("housing", "0004_declined")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
