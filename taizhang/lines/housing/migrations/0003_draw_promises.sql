-- What a draw has promised stays: from the commitment on its list and rule, from the draw on its result. Whoever
-- writes, by a page, a workbook or SQL, is told so. The functions run as their owner: row-level security must not
-- hide the draw from them.

CREATE FUNCTION housing_draw_refuse(said text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'housing_draw_promises', MESSAGE = said;
END
$$;

-- A date of a step and what belongs to it come together, from conducting the draw and from nothing else.
CREATE FUNCTION housing_draw_whole(draw housing_draw) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF (draw.list_published_on IS NULL) <> (draw.list_digest = '') THEN
        PERFORM housing_draw_refuse('公布名单要由系统算出名单摘要；请在“办理抽签”页公布名单，或用 taizhang draw list。');
    END IF;
    IF (draw.committed_on IS NULL) <> (draw.commitment = '') OR (draw.commitment <> '' AND draw.list_digest = '') THEN
        PERFORM housing_draw_refuse('承诺要由系统做出密数和承诺摘要；请在“办理抽签”页承诺，或用 taizhang draw commit。');
    END IF;
    IF draw.drawn_on IS NULL THEN
        IF draw.secret <> '' OR draw.announced_number <> '' OR draw.result_digest <> '' THEN
            PERFORM housing_draw_refuse('抽签以前不能登记密数、公开数和结果；密数只在封好的信封里。');
        END IF;
    ELSIF draw.commitment = '' OR draw.announced_number !~ '^[0-9]{6,10}$' OR draw.result_digest !~ '^[0-9a-f]{64}$' THEN
        PERFORM housing_draw_refuse('抽签要凭密数和公开数由系统算出结果；请在“办理抽签”页抽签，或用 taizhang draw run。');
    ELSIF encode(sha256(convert_to(draw.secret, 'UTF8')), 'hex') <> draw.commitment THEN
        PERFORM housing_draw_refuse('密数与会前公布的承诺不符，不能登记。');
    END IF;
END
$$;

CREATE FUNCTION housing_draw_keep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.list_digest <> '' OR NEW.commitment <> '' OR NEW.drawn_on IS NOT NULL OR NEW.voided_on IS NOT NULL THEN
            PERFORM housing_draw_refuse('新登记的抽签还没有名单、承诺和结果；请登记后一步步办理，不能一次写入。');
        END IF;
        PERFORM housing_draw_whole(NEW);
        RETURN NEW;
    END IF;
    IF OLD.commitment <> '' AND
       (NEW.number, NEW.site_id, NEW.title, NEW.rule_text, NEW.rule_published_on, NEW.list_published_on, NEW.list_digest,
        NEW.committed_on, NEW.commitment, NEW.repeats_id, NEW.repeat_reason)
       IS DISTINCT FROM
       (OLD.number, OLD.site_id, OLD.title, OLD.rule_text, OLD.rule_published_on, OLD.list_published_on, OLD.list_digest,
        OLD.committed_on, OLD.commitment, OLD.repeats_id, OLD.repeat_reason) THEN
        PERFORM housing_draw_refuse(format(
            '“%s”已于 %s 承诺，编号、名称、规则、名单和承诺不能再改；确有错误的，请作废后重抽，两次都留在记录里。',
            OLD.title, OLD.committed_on));
    END IF;
    IF OLD.drawn_on IS NOT NULL AND
       (NEW.meeting_on, NEW.announced_number, NEW.announced_by, NEW.announced_how, NEW.supervised_by,
        NEW.drawn_on, NEW.secret, NEW.result_digest)
       IS DISTINCT FROM
       (OLD.meeting_on, OLD.announced_number, OLD.announced_by, OLD.announced_how, OLD.supervised_by,
        OLD.drawn_on, OLD.secret, OLD.result_digest) THEN
        PERFORM housing_draw_refuse(format(
            '“%s”已于 %s 抽签，公开数、密数和结果不能再改；确有必要的，请作废后重抽，两次都留在记录里。',
            OLD.title, OLD.drawn_on));
    END IF;
    IF OLD.voided_on IS NOT NULL AND
       (NEW.voided_on, NEW.void_reason, NEW.drawn_on) IS DISTINCT FROM (OLD.voided_on, OLD.void_reason, OLD.drawn_on) THEN
        PERFORM housing_draw_refuse(format('“%s”已于 %s 作废，不能恢复，也不能再抽。', OLD.title, OLD.voided_on));
    END IF;
    PERFORM housing_draw_whole(NEW);
    RETURN NEW;
END
$$;

CREATE TRIGGER housing_draw_keep BEFORE INSERT OR UPDATE ON housing_draw
FOR EACH ROW EXECUTE FUNCTION housing_draw_keep();

-- Who is entitled and what is drawn for. FOR SHARE makes a writer wait for whoever is just committing to the list.
CREATE FUNCTION housing_draw_keep_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    promised record;
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
        RETURN NEW;
    END IF;
    FOR promised IN
        SELECT title, committed_on, commitment FROM housing_draw
        WHERE id = NEW.draw_id OR (TG_OP = 'UPDATE' AND id = OLD.draw_id)
        ORDER BY id FOR SHARE
    LOOP
        IF promised.commitment <> '' THEN
            PERFORM housing_draw_refuse(format(
                '“%s”已于 %s 承诺，名单和房源不能再增减、更改（编号 %s）；确有错误的，请作废后重抽。',
                promised.title, promised.committed_on, NEW.number));
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE TRIGGER housing_draw_keep_list BEFORE INSERT OR UPDATE ON housing_entitlement
FOR EACH ROW EXECUTE FUNCTION housing_draw_keep_list();
CREATE TRIGGER housing_draw_keep_list BEFORE INSERT OR UPDATE ON housing_drawunit
FOR EACH ROW EXECUTE FUNCTION housing_draw_keep_list();

-- The published list shows a dwelling by its number.
CREATE FUNCTION housing_draw_keep_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    promised record;
BEGIN
    FOR promised IN
        SELECT d.title, d.commitment FROM housing_draw d JOIN housing_drawunit u ON u.draw_id = d.id
        WHERE u.unit_id = NEW.id ORDER BY d.id FOR SHARE OF d
    LOOP
        IF promised.commitment <> '' THEN
            PERFORM housing_draw_refuse(format(
                '套房 %s 在“%s”公布的名单上，编号不能再改。', OLD.number, promised.title));
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE TRIGGER housing_draw_keep_unit BEFORE UPDATE OF number ON housing_unit
FOR EACH ROW WHEN (OLD.number <> NEW.number) EXECUTE FUNCTION housing_draw_keep_unit();

-- The result: allocations of a draw are written by the draw, in its own transaction, and stay as drawn.
CREATE FUNCTION housing_draw_keep_result() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held record;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.draw_id IS NOT NULL AND
       (NEW.draw_id, NEW.number, NEW.unit_id, NEW.householder, NEW.id_number, NEW.method, NEW.allocated_on)
       IS DISTINCT FROM
       (OLD.draw_id, OLD.number, OLD.unit_id, OLD.householder, OLD.id_number, OLD.method, OLD.allocated_on) THEN
        PERFORM housing_draw_refuse(format(
            '编号 %s 是抽签的结果，套房、户主和分房日期不能再改；退房的请登记收回日期。', OLD.number));
    END IF;
    IF NEW.draw_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.draw_id IS NULL) THEN
        SELECT title, drawn_on INTO held FROM housing_draw WHERE id = NEW.draw_id FOR SHARE;
        IF held.drawn_on IS NOT NULL THEN
            PERFORM housing_draw_refuse(format(
                '“%s”已于 %s 抽签，结果里不能再加分房记录（编号 %s）。', held.title, held.drawn_on, NEW.number));
        END IF;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER housing_draw_keep_result BEFORE INSERT OR UPDATE ON housing_allocation
FOR EACH ROW EXECUTE FUNCTION housing_draw_keep_result();

-- Asked at the end of the transaction, when the draw itself has been dated.
CREATE FUNCTION housing_draw_was_held() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM housing_draw WHERE id = NEW.draw_id AND drawn_on IS NOT NULL) THEN
        PERFORM housing_draw_refuse(format(
            '编号 %s 的分房记录写着一次还没有抽的签；抽签的结果只能由抽签写入。', NEW.number));
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER housing_draw_was_held AFTER INSERT OR UPDATE OF draw_id ON housing_allocation
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.draw_id IS NOT NULL) EXECUTE FUNCTION housing_draw_was_held();
