"""Row-level security and history for every ledger, derived from the ledgers themselves after each migration.

So a new line of work is protected by existing: there is no list of tables to forget.
"""

from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledgers
from taizhang.people.protection import application_role, execute, has_table, replace_policy

FUNCTIONS = Path(__file__).with_name("protection.sql")

# A subselect without outer references is worked out once a query, and the range can use the place's index.
IN_REACH = (
    "{column} >= (SELECT taizhang_reach('{line}', {writing})) "
    "AND {column} < (SELECT taizhang_reach('{line}', {writing}) || ':')"
)
# What is kept for all: the rows of the places that the acting post's place is part of.
ABOVE = "starts_with((SELECT taizhang_reach('{line}', false)), place_id)"
IN_LINES = "('*' = ANY((SELECT taizhang_lines())::text[]) OR split_part(ledger, '.', 1) = ANY((SELECT taizhang_lines())::text[]))"
# What decides over others' rows leaves its history too: thresholds, accounts, who holds which post, who answers for
# what. That a password was changed is told, never which.
KEPT_BESIDE = {
    "ledgers_standard": "'ledgers.standard'",
    "people_office": "'people.office'",
    "people_post": "'people.post'",
    "people_user": "'people.user', 'password'",
    "people_appointment": "'people.appointment'",
    "people_areaduty": "'people.area_duty'",
}
TRIGGERS = {
    "INSERT": "REFERENCING NEW TABLE AS new_rows",
    "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "REFERENCING OLD TABLE AS old_rows",
}


def in_reach(line: str, writing: bool, column: str = "place_id") -> str:
    return IN_REACH.format(line=line, writing=str(writing).lower(), column=column)


def keep_history(connection: BaseDatabaseWrapper, table: str, arguments: str) -> None:
    """Statement triggers with transition tables: one insert however many rows an import brings."""
    for event in TRIGGERS:
        name = f"keep_history_{event.lower()}"
        replace_trigger(connection, table, name, event, f"taizhang_keep_history({arguments})")


def replace_trigger(
    connection: BaseDatabaseWrapper, table: str, name: str, event: str, function: str
) -> None:
    """A trigger of ours, made anew, after each statement of a kind, with the rows before and after it."""
    execute(connection, "DROP TRIGGER IF EXISTS {name} ON {table}", name=name, table=table)
    execute(
        connection,
        f"CREATE TRIGGER {{name}} AFTER {event} ON {{table}} {TRIGGERS[event]} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {function}",
        name=name,
        table=table,
    )


def open_table(connection: BaseDatabaseWrapper, table: str, rights: str) -> None:
    """Give the application these rights and no others, under row-level security."""
    role = application_role(connection)
    execute(connection, "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", table=table)
    execute(connection, "REVOKE ALL ON {table} FROM {role}", table=table, role=role)
    execute(connection, f"GRANT {rights} ON {{table}} TO {{role}}", table=table, role=role)


def column_of(model: type[Record], name: str) -> str:
    """The column behind a field that a declaration names."""
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr] # concrete fields only


def besides(model: type[Record]) -> str:
    """What must hold of a row besides its place and its line: the ledger's own condition, the record it is seen with."""
    conditions = [f"({model.seen_if})"] if model.seen_if else []
    if model.seen_with:
        field = model._meta.get_field(model.seen_with)
        there = field.related_model._meta.db_table  # type: ignore[union-attr] # a reference to a ledger
        conditions.append(f"EXISTS (SELECT 1 FROM {there} w WHERE w.id = {field.column})")  # type: ignore[union-attr]
    return " AND ".join(conditions) or "true"


def seen_where(model: type[Record]) -> str:
    """Where a row is seen: at its place, at the place it is handed to, below where it is kept for all."""
    line = model._meta.app_label
    seen = in_reach(line, False)
    if model.read_below:
        seen = f"({seen}) OR {ABOVE.format(line=line)}"
    if model.also_seen_at:
        seen = f"({seen}) OR ({in_reach(line, False, column_of(model, model.also_seen_at))})"
    return seen


def protect_ledger(connection: BaseDatabaseWrapper, model: type[Record]) -> None:
    """A ledger: seen and written within the acting post's place and lines; nothing is ever deleted."""
    table, line = model._meta.db_table, model._meta.app_label
    seen, own = seen_where(model), besides(model)
    written = f"{in_reach(line, True)} AND ({own})"
    open_table(connection, table, "SELECT, INSERT, UPDATE")
    replace_policy(connection, table, "seen", f"FOR SELECT USING (({seen}) AND ({own}))")
    replace_policy(connection, table, "entered", f"FOR INSERT WITH CHECK ({written})")
    replace_policy(connection, table, "changed", f"FOR UPDATE USING ({written})")
    keep_history(connection, table, f"'{model.ledger_name()}'")
    moving = f"taizhang_move_attachments('{model.ledger_name()}')"
    replace_trigger(connection, table, "move_attachments", "UPDATE", moving)


def protect_ledgers(using: str) -> None:
    """Protect every ledger and what stands beside it. Running it again changes nothing."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS.read_text(encoding="utf-8"))
    for model in ledgers():
        if has_table(connection, model._meta.db_table):
            protect_ledger(connection, model)
    protect_companions(connection)
    role = application_role(connection)
    execute(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}", role=role)


def of_what_is_read_below() -> str:
    """The drawings of an album or a plan, which the places under it read as they read the record itself."""
    names = ", ".join(f"'{model.ledger_name()}'" for model in ledgers() if model.read_below)
    above = ABOVE.format(line="ledgers").replace("place_id", "place")
    return f"(ledger = ANY(ARRAY[{names}]::text[]) AND {above})"


def with_their_records(otherwise: str) -> str:
    """For what belongs to a record that is kept back: seen by whoever sees the record as it is now."""
    whens = [
        f"WHEN '{model.ledger_name()}' THEN "
        f"EXISTS (SELECT 1 FROM {model._meta.db_table} w WHERE w.id = record)"
        for model in ledgers()
        if model.is_kept_back()
    ]
    return f"CASE ledger {' '.join(whens)} ELSE ({otherwise}) END" if whens else f"({otherwise})"


def protect_companions(connection: BaseDatabaseWrapper) -> None:
    """History is read only; attachments are added and stay; standards belong to the office."""
    near = f"place = '' OR ({in_reach('ledgers', False, 'place')})"
    open_table(connection, "ledgers_history", "SELECT")
    seen = f"{with_their_records(near)} AND {IN_LINES}"
    replace_policy(connection, "ledgers_history", "seen", f"FOR SELECT USING ({seen})")
    open_table(connection, "ledgers_attachment", "SELECT, INSERT")
    seen = f"{with_their_records(f'{near} OR {of_what_is_read_below()}')} AND {IN_LINES}"
    replace_policy(connection, "ledgers_attachment", "seen", f"FOR SELECT USING ({seen})")
    there = in_reach("ledgers", True, "place")
    added = f"{there} AND {with_their_records('true')} AND {IN_LINES}"
    replace_policy(connection, "ledgers_attachment", "added", f"FOR INSERT WITH CHECK ({added})")
    execute(
        connection,
        "CREATE OR REPLACE TRIGGER place_attachment BEFORE INSERT ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION taizhang_place_attachment()",
        table="ledgers_attachment",
    )
    open_table(connection, "ledgers_standard", "SELECT, INSERT, UPDATE")
    replace_policy(connection, "ledgers_standard", "seen", "FOR SELECT USING (true)")
    replace_policy(
        connection,
        "ledgers_standard",
        "kept_by_office",
        "USING (taizhang_role() IN ('office', 'administrator'))",
    )
    for table, arguments in KEPT_BESIDE.items():
        keep_history(connection, table, arguments)
