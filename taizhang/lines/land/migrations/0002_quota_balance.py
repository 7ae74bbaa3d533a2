from pathlib import Path

from django.db import migrations

UNDO = """
DROP TRIGGER land_quota_balance ON land_quotamovement;
DROP TRIGGER land_quota_wait ON land_quotamovement;
DROP FUNCTION land_quota_hold, land_quota_refuse, land_quota_wait, land_quota_overdrawn, land_quota_moves;
"""


class Migration(migrations.Migration):
    dependencies = [("land", "0001_initial")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
