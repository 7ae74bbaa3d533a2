from pathlib import Path

from django.db import migrations

UNDO = """
DROP TRIGGER housing_draw_keep ON housing_draw;
DROP TRIGGER housing_draw_keep_list ON housing_entitlement;
DROP TRIGGER housing_draw_keep_list ON housing_drawunit;
DROP TRIGGER housing_draw_keep_unit ON housing_unit;
DROP TRIGGER housing_draw_keep_result ON housing_allocation;
DROP TRIGGER housing_draw_was_held ON housing_allocation;
DROP FUNCTION housing_draw_was_held, housing_draw_keep_result, housing_draw_keep_unit, housing_draw_keep_list,
    housing_draw_keep, housing_draw_whole, housing_draw_refuse;
"""


class Migration(migrations.Migration):
    dependencies = [("housing", "0002_in_depth")]
    operations = [
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), UNDO)
    ]
