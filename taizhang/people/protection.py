"""What the application role may touch. Run by the owner after every migration; running it again changes nothing.

The database keeps people out, not the views: a bug in a page cannot show another village's rows.
"""

from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

FUNCTIONS = [Path(__file__).with_name(name) for name in ("protection.sql", "signing_in.sql")]
READ_BY_ALL = ("people_place", "people_office", "people_post", "people_user", "people_appointment")
DJANGO_OWN = (
    "django_migrations",  # read by `makemigrations --check`
    "django_content_type",
    "auth_permission",
    "auth_group",
    "people_user_groups",
    "people_user_user_permissions",
)

# Who answers for which village is the office's to enter, within its own town.
DUTIES_KEPT = """USING (
    taizhang_role() = 'administrator' OR (
        taizhang_role() = 'office' AND place_id >= (SELECT taizhang_reach('ledgers', true))
        AND place_id < (SELECT taizhang_reach('ledgers', true) || ':')))"""


def application_role(connection: BaseDatabaseWrapper) -> str:
    return str(settings.DATABASES["default"]["USER"])


def has_table(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether it is migrated already: Django reports every app after each migration, also of one app alone."""
    return table in connection.introspection.table_names()


def execute(connection: BaseDatabaseWrapper, text: str, **names: str) -> None:
    """Run a statement with identifiers put in safely: {table} and the like."""
    statement = sql.SQL(text).format(**{key: sql.Identifier(value) for key, value in names.items()})
    with connection.cursor() as cursor:
        cursor.execute(statement)


def make_application_role(connection: BaseDatabaseWrapper) -> None:
    """The role every page and command works as: no superuser, no BYPASSRLS, owner of nothing."""
    role = application_role(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
        password = settings.DATABASES["default"]["PASSWORD"] or None
        cursor.execute(
            sql.SQL(
                "ALTER ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD {}"
            ).format(sql.Identifier(role), sql.Literal(password))
        )


def replace_policy(connection: BaseDatabaseWrapper, table: str, name: str, rule: str) -> None:
    """A policy of ours, made anew: `rule` is what follows ON <table>."""
    execute(connection, "DROP POLICY IF EXISTS {name} ON {table}", name=name, table=table)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("CREATE POLICY {} ON {} ").format(sql.Identifier(name), sql.Identifier(table))
            + sql.SQL(rule)
        )


def keep_key(connection: BaseDatabaseWrapper) -> None:
    key = bytes.fromhex(settings.TICKET_KEY)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM taizhang_key")
        cursor.execute("INSERT INTO taizhang_key VALUES (%s)", [key])


def protect_people(using: str) -> None:
    """Everybody may read who is who; only a system administrator writes it, and a user their own password."""
    connection = connections[using]
    make_application_role(connection)
    role = application_role(connection)
    with connection.cursor() as cursor:
        for file in FUNCTIONS:
            cursor.execute(file.read_text(encoding="utf-8"))
    keep_key(connection)
    execute(connection, "GRANT USAGE ON SCHEMA public TO {role}", role=role)
    for table in (*READ_BY_ALL, *DJANGO_OWN):
        execute(
            connection, "GRANT SELECT, INSERT, UPDATE ON {table} TO {role}", table=table, role=role
        )
        execute(connection, "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", table=table)
        replace_policy(connection, table, "read_by_all", "FOR SELECT USING (true)")
        replace_policy(
            connection,
            table,
            "written_by_administrator",
            "USING (taizhang_role() = 'administrator')",
        )
    replace_policy(
        connection,
        "people_user",
        "own_account",
        "FOR UPDATE USING (id = (SELECT user_id FROM people_appointment WHERE id = taizhang_appointment()))",
    )
    protect_duties(connection, role)
    close_table(connection, "people_signinfailures", role)
    execute(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}", role=role)


def protect_duties(connection: BaseDatabaseWrapper, role: str) -> None:
    """Everybody may read who answers for what; the office and the administrator keep it; nothing is deleted."""
    table = "people_areaduty"
    close_table(connection, table, role)
    execute(connection, "GRANT SELECT, INSERT, UPDATE ON {table} TO {role}", table=table, role=role)
    replace_policy(connection, table, "read_by_all", "FOR SELECT USING (true)")
    replace_policy(connection, table, "kept_by_office", DUTIES_KEPT)


def close_table(connection: BaseDatabaseWrapper, table: str, role: str) -> None:
    """No rights on it, and row-level security for those that are given afterwards."""
    execute(connection, "REVOKE ALL ON {table} FROM {role}", table=table, role=role)
    execute(connection, "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", table=table)
