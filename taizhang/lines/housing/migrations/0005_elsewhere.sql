-- A village sees its own rows. These say yes or no about a person in the other villages of the same town, and nothing more.
-- What they call is made after all migrations.
SET LOCAL check_function_bodies = off;

CREATE FUNCTION housing_own_town() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.code FROM people_place t, taizhang_reach('housing', false) AS reach
    WHERE t.kind = 'town' AND starts_with(reach, t.code)
$$;

-- A post that sees the whole town, or nothing, has nothing to ask.
CREATE FUNCTION housing_sees_part_of_town() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(taizhang_reach('housing', false) <> housing_own_town(), false)
$$;

CREATE FUNCTION housing_holds_elsewhere(person text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM housing_homestead h
        WHERE h.id_number = person AND (h.ended_on IS NULL OR h.ended_how IN ('sold', 'rented', 'given'))
          AND starts_with(h.place_id, housing_own_town())
          AND NOT starts_with(h.place_id, taizhang_reach('housing', false)))
$$;

CREATE FUNCTION housing_belongs_elsewhere(person text, since date, until date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM housing_member m
        WHERE m.id_number = person AND m.since < coalesce($3, 'infinity') AND coalesce(m.until, 'infinity') > $2
          AND starts_with(m.place_id, housing_own_town())
          AND NOT starts_with(m.place_id, taizhang_reach('housing', false)))
$$;
