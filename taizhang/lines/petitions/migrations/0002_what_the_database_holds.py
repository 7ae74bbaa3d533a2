from pathlib import Path

from django.db import migrations

UNDO = """
DROP TRIGGER petitions_keep_accusations ON petitions_petition;
DROP TRIGGER petitions_compare_insert ON petitions_petition;
DROP TRIGGER petitions_compare_update ON petitions_petition;
DROP TRIGGER petitions_lead_insert ON petitions_caseleader;
DROP TRIGGER petitions_lead_update ON petitions_caseleader;
DROP FUNCTION petitions_keep_accusations, petitions_compare, petitions_first, petitions_lead, petitions_follow,
    petitions_code_of, petitions_code;
DROP POLICY IF EXISTS seen ON petitions_petition;
DROP POLICY IF EXISTS entered ON petitions_petition;
DROP POLICY IF EXISTS changed ON petitions_petition;
DROP FUNCTION petitions_is_accused;
"""


class Migration(migrations.Migration):
    dependencies = [("petitions", "0001_initial"), ("people", "0004_trusted_with")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
