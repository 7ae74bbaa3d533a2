"""Who may read and add to the register of closed periods. Run by the owner after every migration."""

from django.db import connections

from taizhang.ledgers.protection import open_table
from taizhang.people.models import CLOSING_ROLES
from taizhang.people.protection import application_role, execute, has_table, replace_policy

TABLE = "snapshots_closing"
REACH = "(SELECT taizhang_reach('ledgers', false))"

# A clerk reads of the closings of the places above, too: their figures are in them.
SEEN = f"""
    (place >= {REACH} AND place < {REACH} || ':') OR starts_with({REACH}, place)
    OR (SELECT taizhang_role()) = 'administrator'
"""
ADDED = f"""
    place >= {REACH} AND place < {REACH} || ':' AND '*' = ANY((SELECT taizhang_lines())::text[])
    AND (SELECT taizhang_role()) IN ({", ".join(f"'{role.value}'" for role in CLOSING_ROLES)})
"""


def protect_closings(using: str) -> None:
    """Closings are read by whoever works at or below the place, added by who may close, and stay."""
    connection = connections[using]
    if not has_table(connection, TABLE):
        return
    open_table(connection, TABLE, "SELECT, INSERT")
    replace_policy(connection, TABLE, "seen", f"FOR SELECT USING ({SEEN})")
    replace_policy(connection, TABLE, "added", f"FOR INSERT WITH CHECK ({ADDED})")
    role = application_role(connection)
    execute(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}", role=role)
