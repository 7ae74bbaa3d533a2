-- Who is accused: the acting person by name, by unit, or by village. Without an appointment everybody is.
CREATE FUNCTION petitions_is_accused(accused_place text, accused_unit text, accused text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(bool_or(
        coalesce(starts_with(p.place_id, accused_place) OR starts_with(o.place_id, accused_place), false)
        OR (accused_unit <> '' AND (strpos(accused_unit, o.name) > 0 OR strpos(o.name, accused_unit) > 0))
        OR strpos(accused, u.full_name) > 0), true)
    FROM people_appointment a JOIN people_post p ON p.id = a.post_id
    JOIN people_office o ON o.id = p.office_id JOIN people_user u ON u.id = a.user_id
    WHERE a.id = taizhang_appointment());
END
$$;

-- Row-level security refuses such a row anyway; this says so in words before it comes to that.
CREATE FUNCTION petitions_keep_accusations() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.kind = 'accusation' OR NEW.purpose = 'accusation') AND taizhang_appointment() IS NOT NULL
       AND (NOT taizhang_trusted('petitions.accusation')
            OR petitions_is_accused(NEW.accused_place_id, NEW.accused_unit, NEW.accused)) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE =
            '检举控告只由授权受理检举控告的岗位登记和查看，被反映的单位、村和本人除外；'
            '请把原件密封转交该岗位（系统管理员在岗位的“另行授权的保密事项”里授权），不要在别处留底。';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER petitions_keep_accusations BEFORE INSERT OR UPDATE ON petitions_petition
FOR EACH ROW EXECUTE FUNCTION petitions_keep_accusations();

-- The first petition of the same petitioner about the same matter, by comparison: the same number of identity, or the
-- same name with the same telephone or address, about the same class of matter at the same place. What is anonymous is
-- nobody's; what somebody else than the registrar has found to be another matter, with a reason, is first. Accusations
-- are compared with accusations only, so that no link gives one away.
CREATE FUNCTION petitions_first(one petitions_petition) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id FROM petitions_petition p
    WHERE NOT one.anonymous AND one.other_matter_reason = '' AND NOT p.anonymous AND p.id <> one.id
      AND (p.received_on, p.id) < (one.received_on, one.id)
      AND left(p.place_id, 9) = left(one.place_id, 9)
      AND p.content_class_id = one.content_class_id AND p.problem_place_id = one.problem_place_id
      AND (p.kind = 'accusation' OR p.purpose = 'accusation') = (one.kind = 'accusation' OR one.purpose = 'accusation')
      AND ((one.id_number <> '' AND p.id_number = one.id_number)
           OR (one.petitioner_name <> '' AND p.petitioner_name = one.petitioner_name
               AND (one.id_number = '' OR p.id_number = '')
               AND ((one.phone <> '' AND p.phone = one.phone) OR (one.address <> '' AND p.address = one.address))))
    ORDER BY p.received_on, p.id LIMIT 1
$$;

REVOKE ALL ON FUNCTION petitions_first(petitions_petition) FROM PUBLIC;

-- After every statement: what came in or changed is compared again, and so is whatever has the same petitioner.
CREATE FUNCTION petitions_compare() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN NULL; -- what this comparison itself has written
    END IF;
    UPDATE petitions_petition p SET repeat_of_id = found.first, is_repeat = found.first IS NOT NULL
    FROM (
        SELECT q.id, petitions_first(q) AS first FROM petitions_petition q
        WHERE q.id IN (
            SELECT id FROM new_rows
            UNION
            SELECT o.id FROM new_rows n JOIN petitions_petition o ON o.id_number = n.id_number WHERE n.id_number <> ''
            UNION
            SELECT o.id FROM new_rows n JOIN petitions_petition o ON o.petitioner_name = n.petitioner_name
            WHERE n.petitioner_name <> '')
    ) found
    WHERE p.id = found.id AND (p.repeat_of_id, p.is_repeat) IS DISTINCT FROM (found.first, found.first IS NOT NULL);
    RETURN NULL;
END
$$;

CREATE TRIGGER petitions_compare_insert AFTER INSERT ON petitions_petition REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION petitions_compare();
CREATE TRIGGER petitions_compare_update AFTER UPDATE ON petitions_petition REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION petitions_compare();

-- One leader follows another: each one's responsibility ends where the next begins, and the case shows the last.
CREATE FUNCTION petitions_lead() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN NULL;
    END IF;
    UPDATE petitions_caseleader c SET until = found.next
    FROM (
        SELECT id, lead(since) OVER (PARTITION BY petition_id ORDER BY since) AS next FROM petitions_caseleader
        WHERE petition_id IN (SELECT petition_id FROM new_rows)
    ) found
    WHERE c.id = found.id AND c.until IS DISTINCT FROM found.next;
    UPDATE petitions_petition p SET leader_name = c.leader
    FROM petitions_caseleader c
    WHERE p.id = c.petition_id AND c.until IS NULL AND p.leader_name <> c.leader
      AND p.id IN (SELECT petition_id FROM new_rows);
    RETURN NULL;
END
$$;

CREATE TRIGGER petitions_lead_insert AFTER INSERT ON petitions_caseleader REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION petitions_lead();
CREATE TRIGGER petitions_lead_update AFTER UPDATE ON petitions_caseleader REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION petitions_lead();

-- The code with which a petitioner follows a case: worked out with the installation's own key, kept nowhere. Eight
-- signs of 32 that nobody mistakes for one another; another round makes the old code worthless.
CREATE FUNCTION petitions_code(petition bigint, round integer) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(d, n) % 32 + 1, 1), '' ORDER BY n)
    FROM (SELECT decode(taizhang_digest('petition-code:' || petition || ':' || round), 'hex') AS d) digest,
         generate_series(0, 7) AS n);
END
$$;
REVOKE ALL ON FUNCTION petitions_code(bigint, integer) FROM PUBLIC;

-- For the receipt: the code of a petition that the acting post keeps; nothing for anybody else.
CREATE FUNCTION petitions_code_of(petition bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one petitions_petition;
BEGIN
    SELECT * INTO one FROM petitions_petition WHERE id = petition;
    IF NOT FOUND OR taizhang_reach('petitions', true) IS NULL
       OR NOT starts_with(one.place_id, taizhang_reach('petitions', true))
       OR ((one.kind = 'accusation' OR one.purpose = 'accusation')
           AND (NOT taizhang_trusted('petitions.accusation')
                OR petitions_is_accused(one.accused_place_id, one.accused_unit, one.accused))) THEN
        RETURN NULL;
    END IF;
    RETURN petitions_code(one.id, one.code_round);
END
$$;

-- What a petitioner is shown for a number and a code, without signing in: days of the case, and nothing in words. Five
-- wrong codes for a number lock it for a quarter of an hour, whether or not there is such a number.
CREATE FUNCTION petitions_follow(asked text, code text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    counted text := 'petition ' || left(asked, 40);
    one petitions_petition;
BEGIN
    IF NOT taizhang_sign_in_attempt(counted, 5, 15) THEN
        RETURN jsonb_build_object('locked', true);
    END IF;
    FOR one IN SELECT * FROM petitions_petition WHERE number = asked LOOP
        IF petitions_code(one.id, one.code_round) = upper(code) THEN
            PERFORM taizhang_sign_in_forget(counted);
            RETURN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(one)) WHERE key IN (
                'number', 'received_on', 'registered_on', 'forwarded_on', 'handed_over_on', 'accepted_on',
                'not_accepted_on', 'guided_on', 'extended_on', 'extended_to', 'opinion_on', 'served_on',
                'mediated_on', 'withdrawn_on', 'merged_on', 'review_asked_on', 'review_opinion_on',
                're_review_asked_on', 're_review_opinion_on', 're_review_due_on', 'closed_on', 'archived_on'));
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
