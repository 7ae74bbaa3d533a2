from pathlib import Path

from django.db import migrations

UNDO = "DROP TRIGGER area_duty_once ON people_areaduty; DROP FUNCTION area_duty_once;"


class Migration(migrations.Migration):
    dependencies = [("people", "0002_area_duties")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
