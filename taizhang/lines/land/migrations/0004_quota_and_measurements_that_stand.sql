-- Quota that expires or changes hands, and facts that stand once they are written. It takes the place of what
-- 0002_quota_balance.sql says of accounts; the waiting and the triggers of quota are as they were.

-- Where each kind of movement takes area from and where it puts it: the same table as QuotaMovement.MOVES.
CREATE OR REPLACE FUNCTION land_quota_moves() RETURNS TABLE (kind text, taken_from text, put_on text)
LANGUAGE sql IMMUTABLE AS $$
    VALUES ('grant', 'source', 'available'),
           ('plan', 'available', 'planned'),
           ('reserve', 'planned', 'reserved'),
           ('use', 'reserved', 'used'),
           ('release', 'reserved', 'planned'),
           ('recall', 'planned', 'available'),
           ('expire', 'available', 'expired'),
           ('sell', 'available', 'transferred'),
           ('buy', 'outside', 'available')
$$;

-- The first day on which an account of a project is below zero; no row where there is none.
CREATE OR REPLACE FUNCTION land_quota_overdrawn(project bigint)
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
        FROM legs WHERE account NOT IN ('source', 'outside') GROUP BY account, moved_on
    )
    SELECT account, moved_on, balance FROM days WHERE balance < 0 ORDER BY moved_on, account LIMIT 1
$$;

-- What the user knows a change as. An import that gives no reason only names its file.
CREATE FUNCTION land_reason() RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT regexp_replace(coalesce(current_setting('taizhang.reason', true), ''), '^导入“[^”]*”$', '')
$$;

CREATE FUNCTION land_refuse_rewriting(what text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'land_stands', MESSAGE = format(
        '%s已经登记，不能直接改；原来填错的，写明更正原因再保存（导入时也要写原因）。', what);
END
$$;

-- A measurement with its day stands. Measured anew is another measurement; only a slip is corrected, with its reason.
CREATE FUNCTION land_measurements_stand() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    stage record;
BEGIN
    IF land_reason() <> '' THEN
        RETURN NEW;
    END IF;
    FOR stage IN
        SELECT * FROM (VALUES
            ('上报', OLD.reclaimed_on, OLD.reported_area, NEW.reclaimed_on, NEW.reported_area),
            ('平整', OLD.levelled_on, OLD.levelled_area, NEW.levelled_on, NEW.levelled_area),
            ('测量', OLD.surveyed_on, OLD.surveyed_area, NEW.surveyed_on, NEW.surveyed_area),
            ('复测', OLD.resurveyed_on, OLD.resurveyed_area, NEW.resurveyed_on, NEW.resurveyed_area),
            ('初验', OLD.first_checked_on, OLD.first_checked_area, NEW.first_checked_on, NEW.first_checked_area),
            ('验收', OLD.accepted_on, OLD.accepted_area, NEW.accepted_on, NEW.accepted_area)
        ) AS stages (title, old_day, old_area, new_day, new_area)
    LOOP
        IF stage.old_day IS NOT NULL AND stage.old_area IS NOT NULL
           AND (stage.old_day, stage.old_area) IS DISTINCT FROM (stage.new_day, stage.new_area) THEN
            PERFORM land_refuse_rewriting(format('地块 %s 的%s面积（%s，%s 亩）',
                OLD.number, stage.title, stage.old_day, trim_scale(stage.old_area)));
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE TRIGGER land_measurements_stand BEFORE UPDATE ON land_reclaimedlot
FOR EACH ROW EXECUTE FUNCTION land_measurements_stand();

CREATE FUNCTION land_movements_stand() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF land_reason() = '' THEN
        PERFORM land_refuse_rewriting(format('编号 %s 的指标变动（%s，%s 亩）',
            OLD.number, OLD.moved_on, trim_scale(OLD.area)));
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER land_movements_stand BEFORE UPDATE ON land_quotamovement
FOR EACH ROW
WHEN ((OLD.project_id, OLD.kind, OLD.area, OLD.moved_on)
      IS DISTINCT FROM (NEW.project_id, NEW.kind, NEW.area, NEW.moved_on))
EXECUTE FUNCTION land_movements_stand();

CREATE OR REPLACE FUNCTION land_quota_refuse(project bigint, movement land_quotamovement) RETURNS void
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
        WHEN 'available' THEN '可用' WHEN 'planned' THEN '已规划' WHEN 'reserved' THEN '已预留'
        WHEN 'used' THEN '已使用' WHEN 'expired' THEN '已失效' ELSE '已流转' END;
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'land_quota_balance', MESSAGE = format(
        '项目“%s”的%s指标不够：登记编号 %s 的 %s 亩后，%s 的余额是 %s 亩；请核对面积和日期，或先登记上一步的指标。',
        (SELECT name FROM land_project WHERE id = project), place_of_quota, movement.number,
        trim_scale(movement.area), low.day, trim_scale(low.balance));
END
$$;
