-- History is written by the database, as its owner: the application role can neither write nor change it.
CREATE OR REPLACE FUNCTION taizhang_keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who text := taizhang_actor();
    why text := coalesce(current_setting('taizhang.reason', true), '');
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], n.id, coalesce(j ->> 'place_id', ''), 'I', clock_timestamp(), who, why, j
        FROM new_rows n, LATERAL to_jsonb(n) AS j;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], n.id, coalesce(j ->> 'place_id', ''), 'U', clock_timestamp(), who, why, j
        FROM new_rows n JOIN old_rows o ON o.id = n.id, LATERAL to_jsonb(n) AS j
        WHERE j <> to_jsonb(o);
    ELSE
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], o.id, coalesce(j ->> 'place_id', ''), 'D', clock_timestamp(), who, why, j
        FROM old_rows o, LATERAL to_jsonb(o) AS j;
    END IF;
    RETURN NULL;
END
$$;
