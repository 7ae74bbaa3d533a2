-- History is written by the database, as its owner: the application role can neither write nor change it.
-- The first argument is the ledger's name, the second a column that is nobody's to read. Signing out changes an
-- account's row and nothing that is worth an entry.
CREATE OR REPLACE FUNCTION taizhang_keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who text := taizhang_actor();
    why text := coalesce(current_setting('taizhang.reason', true), '');
    left_out text := TG_ARGV[1];
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], n.id, coalesce(j ->> 'place_id', ''), 'I', clock_timestamp(), who, why, coalesce(j - left_out, j)
        FROM new_rows n, LATERAL to_jsonb(n) AS j;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], n.id, coalesce(j ->> 'place_id', ''), 'U', clock_timestamp(), who, why, coalesce(j - left_out, j)
        FROM new_rows n JOIN old_rows o ON o.id = n.id, LATERAL to_jsonb(n) AS j
        WHERE j <> to_jsonb(o) AND j - 'sign_outs' <> to_jsonb(o) - 'sign_outs';
    ELSE
        INSERT INTO ledgers_history (ledger, record, place, action, at, actor, reason, row)
        SELECT TG_ARGV[0], o.id, coalesce(j ->> 'place_id', ''), 'D', clock_timestamp(), who, why, coalesce(j - left_out, j)
        FROM old_rows o, LATERAL to_jsonb(o) AS j;
    END IF;
    RETURN NULL;
END
$$;

-- A photo or scan goes where its record goes: whoever may see the one may see the other.
CREATE OR REPLACE FUNCTION taizhang_move_attachments() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE ledgers_attachment a SET place = n.place_id
    FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE n.place_id <> o.place_id AND a.ledger = TG_ARGV[0] AND a.record = n.id;
    RETURN NULL;
END
$$;

-- Where an attachment belongs, who added it and when is not for its sender to say: nothing can be put under a record
-- of another village.
CREATE OR REPLACE FUNCTION taizhang_place_attachment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    kept_in text := split_part(NEW.ledger, '.', 1) || '_' || replace(split_part(NEW.ledger, '.', 2), '_', '');
BEGIN
    IF to_regclass('public.' || quote_ident(kept_in)) IS NOT NULL THEN
        EXECUTE format('SELECT place_id FROM public.%I WHERE id = $1', kept_in) INTO NEW.place USING NEW.record;
    ELSE
        NEW.place := NULL;
    END IF;
    IF NEW.place IS NULL THEN
        RAISE EXCEPTION '没有 % 的第 % 条记录，附件附不上。', NEW.ledger, NEW.record USING ERRCODE = 'foreign_key_violation';
    END IF;
    NEW.added_by := taizhang_actor();
    NEW.added_at := clock_timestamp();
    RETURN NEW;
END
$$;

-- After an import that makes up much of a ledger: what the planner knows of the table is of before, and a rule that
-- compares its rows with one another then takes minutes for seconds. Only the owner may have rows counted. Whoever else
-- has the table counted at the moment does it for both.
CREATE OR REPLACE FUNCTION taizhang_count_rows(kept_in text, written bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '200ms' AS $$
BEGIN
    PERFORM FROM pg_class c WHERE c.oid = to_regclass('public.' || quote_ident(kept_in))
        AND c.relrowsecurity AND c.reltuples < 2 * written;
    IF FOUND THEN
        EXECUTE format('ANALYZE public.%I', kept_in);
    END IF;
EXCEPTION WHEN lock_not_available THEN
    NULL;
END
$$;
