-- Quota by double entry: no account but the source may stand below zero on any day, whoever writes at once.
-- The functions run as their owner: row-level security must not hide from them what another village has taken.

-- Where each kind of movement takes area from and where it puts it: the same table as QuotaMovement.MOVES.
CREATE FUNCTION land_quota_moves() RETURNS TABLE (kind text, taken_from text, put_on text)
LANGUAGE sql IMMUTABLE AS $$
    VALUES ('grant', 'source', 'available'),
           ('plan', 'available', 'planned'),
           ('reserve', 'planned', 'reserved'),
           ('use', 'reserved', 'used'),
           ('release', 'reserved', 'planned'),
           ('recall', 'planned', 'available')
$$;

-- The first day on which an account of a project is below zero; no row where there is none.
CREATE FUNCTION land_quota_overdrawn(project bigint)
RETURNS TABLE (account text, day date, balance numeric)
LANGUAGE sql STABLE AS $$
    WITH movements AS (
        SELECT m.moved_on, m.area, t.taken_from, t.put_on
        FROM land_quotamovement m JOIN land_quota_moves() t ON t.kind = m.kind
        WHERE m.project_id = project
    ), legs AS (
        SELECT put_on AS account, moved_on, area FROM movements
        UNION ALL
        SELECT taken_from, moved_on, -area FROM movements
    ), days AS (
        SELECT account, moved_on, sum(sum(area)) OVER (PARTITION BY account ORDER BY moved_on) AS balance
        FROM legs WHERE account <> 'source' GROUP BY account, moved_on
    )
    SELECT account, moved_on, balance FROM days WHERE balance < 0 ORDER BY moved_on, account LIMIT 1
$$;

-- Writers of one project wait for one another, so that the one who commits later sees what the earlier took.
CREATE FUNCTION land_quota_wait() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        -- Such a transaction keeps its old view after waiting, and would not see what was taken meanwhile.
        RAISE EXCEPTION '登记用地指标不能用“可重复读”事务，请用默认的“读已提交”。' USING ERRCODE = 'feature_not_supported';
    END IF;
    -- FOR UPDATE would also stop, and could deadlock with, every row that only refers to the project.
    PERFORM 1 FROM land_project
    WHERE id = NEW.project_id OR (TG_OP = 'UPDATE' AND id = OLD.project_id)
    ORDER BY id FOR NO KEY UPDATE;
    RETURN NULL;
END
$$;

CREATE FUNCTION land_quota_refuse(project bigint, movement land_quotamovement) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    low record;
    place_of_quota text;
BEGIN
    SELECT * INTO low FROM land_quota_overdrawn(project);
    IF NOT FOUND THEN
        RETURN;
    END IF;
    place_of_quota := CASE low.account
        WHEN 'available' THEN '可用' WHEN 'planned' THEN '已规划' WHEN 'reserved' THEN '已预留' ELSE '已使用' END;
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'land_quota_balance', MESSAGE = format(
        '项目“%s”的%s指标不够：登记编号 %s 的 %s 亩后，%s 的余额是 %s 亩；请核对面积和日期，或先登记上一步的指标。',
        (SELECT name FROM land_project WHERE id = project), place_of_quota, movement.number,
        trim_scale(movement.area), low.day, trim_scale(low.balance));
END
$$;

CREATE FUNCTION land_quota_hold() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM land_quota_refuse(NEW.project_id, NEW);
    IF TG_OP = 'UPDATE' AND OLD.project_id <> NEW.project_id THEN
        PERFORM land_quota_refuse(OLD.project_id, NEW);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER land_quota_wait AFTER INSERT OR UPDATE ON land_quotamovement
FOR EACH ROW EXECUTE FUNCTION land_quota_wait();

-- Checked at the end of the transaction: an import may bring its rows in any order.
CREATE CONSTRAINT TRIGGER land_quota_balance AFTER INSERT OR UPDATE ON land_quotamovement
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION land_quota_hold();
