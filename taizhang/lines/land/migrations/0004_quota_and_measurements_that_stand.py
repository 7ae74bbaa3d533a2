from pathlib import Path

from django.db import migrations

# What 0002 made and this one widened stays wider: an older version has no row of the new kinds.
UNDO = """
DROP TRIGGER land_measurements_stand ON land_reclaimedlot;
DROP TRIGGER land_movements_stand ON land_quotamovement;
DROP FUNCTION land_measurements_stand, land_movements_stand, land_refuse_rewriting, land_reason;
"""


class Migration(migrations.Migration):
    dependencies = [("land", "0003_linkage_in_depth")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
