-- Who is acting, as the database itself knows it.
-- A ticket is "appointment:expires:digest"; only the owner's key makes a valid digest, so SQL run as the
-- application role cannot put on somebody else's post. Everything below fails closed: no ticket, no rows.

CREATE TABLE IF NOT EXISTS taizhang_key (secret bytea NOT NULL);
REVOKE ALL ON taizhang_key FROM PUBLIC;

CREATE OR REPLACE FUNCTION taizhang_digest(message text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT encode(sha256(secret || sha256(secret || convert_to(message, 'UTF8'))), 'hex') FROM taizhang_key
$$;
REVOKE ALL ON FUNCTION taizhang_digest(text) FROM PUBLIC;

-- Appointments begin and end by the office's clock, whatever the server's time zone.
CREATE OR REPLACE FUNCTION taizhang_today() RETURNS date
LANGUAGE sql STABLE AS $$ SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date $$;

CREATE OR REPLACE FUNCTION taizhang_appointment() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    part text[] := string_to_array(current_setting('taizhang.ticket', true), ':');
BEGIN
    IF part IS NULL OR cardinality(part) <> 3 OR part[1] !~ '^\d{1,15}$' OR part[2] !~ '^\d{1,12}$' THEN
        RETURN NULL;
    END IF;
    IF part[3] IS DISTINCT FROM taizhang_digest(part[1] || ':' || part[2])
       OR part[2]::bigint < extract(epoch FROM clock_timestamp()) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT a.id FROM people_appointment a
            WHERE a.id = part[1]::bigint AND a.since <= taizhang_today()
              AND (a.until IS NULL OR a.until > taizhang_today()));
END
$$;

-- The place whose parts the acting post may see (or write) in a line of work; NULL where it may not.
CREATE OR REPLACE FUNCTION taizhang_reach(line text, writing boolean) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.place_id FROM people_appointment a JOIN people_post p ON p.id = a.post_id
    WHERE a.id = taizhang_appointment()
      AND p.role <> 'administrator'
      AND (cardinality(p.lines) = 0 OR line = ANY(p.lines) OR line = 'ledgers')
      AND (NOT writing OR p.role IN ('village_clerk', 'station_officer', 'line_leader', 'office'))
$$;

CREATE OR REPLACE FUNCTION taizhang_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.role FROM people_appointment a JOIN people_post p ON p.id = a.post_id
    WHERE a.id = taizhang_appointment()
$$;

-- Whether the acting post is appointed for a confidential matter by name; being appointed for everything is not enough.
CREATE OR REPLACE FUNCTION taizhang_trusted(matter text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(bool_or(matter = ANY(p.trusted_with)), false)
    FROM people_appointment a JOIN people_post p ON p.id = a.post_id
    WHERE a.id = taizhang_appointment()
$$;

CREATE OR REPLACE FUNCTION taizhang_actor() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(
        (SELECT u.full_name || '（' || o.name || p.title || '）'
         FROM people_appointment a JOIN people_post p ON p.id = a.post_id
         JOIN people_office o ON o.id = p.office_id JOIN people_user u ON u.id = a.user_id
         WHERE a.id = taizhang_appointment()),
        '系统（' || session_user || '）')
$$;

-- The acting post's lines of work; '*' stands for all of them.
CREATE OR REPLACE FUNCTION taizhang_lines() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN cardinality(p.lines) = 0 THEN ARRAY['*'] ELSE p.lines::text[] || ARRAY['ledgers'] END
    FROM people_appointment a JOIN people_post p ON p.id = a.post_id
    WHERE a.id = taizhang_appointment()
$$;
