-- Exactly one person answers for a place and a line of work on any day. An empty list of lines means all of them.
-- The function runs as its owner, so that row-level security hides no other duty from it.
CREATE FUNCTION area_duty_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    other record;
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        -- Such a transaction keeps its old view after waiting, and would not see what was entered meanwhile.
        RAISE EXCEPTION '登记驻村分片不能用“可重复读”事务，请用默认的“读已提交”。' USING ERRCODE = 'feature_not_supported';
    END IF;
    -- Writers of one place wait for one another, so that the one who commits later sees the earlier.
    PERFORM pg_advisory_xact_lock(hashtextextended('taizhang.area_duty.' || NEW.place_id, 0));
    SELECT u.full_name AS person, p.name AS place, d.since, d.until INTO other
    FROM people_areaduty d JOIN people_user u ON u.id = d.user_id JOIN people_place p ON p.code = d.place_id
    WHERE d.id <> NEW.id AND d.place_id = NEW.place_id
      AND daterange(d.since, d.until) && daterange(NEW.since, NEW.until)
      AND (d.lines && NEW.lines OR cardinality(d.lines) = 0 OR cardinality(NEW.lines) = 0)
    ORDER BY d.since LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'area_duty_once', MESSAGE = format(
            '%s从%s起%s已由%s负责，同一处、同一条线在同一天只能有一位责任人；请先给那一条填上截止日期，或改这一条的日期、条线。',
            other.place, other.since, coalesce('到' || other.until || '前', ''), other.person);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER area_duty_once AFTER INSERT OR UPDATE ON people_areaduty
FOR EACH ROW EXECUTE FUNCTION area_duty_once();
