-- Signing in and out. Nobody is acting at that moment, so these few lines run as the owner, and the table behind
-- them is closed to the application.

-- Counts an attempt before its password is looked at, so that many at once get no more tries than one after
-- another. False while the name is locked: `most` wrong passwords, the last less than `minutes` ago.
CREATE OR REPLACE FUNCTION taizhang_sign_in_attempt(name text, most integer, minutes integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    long_ago timestamptz := moment - make_interval(mins => minutes);
BEGIN
    DELETE FROM people_signinfailures WHERE last_at < least(long_ago, moment - interval '1 day');
    INSERT INTO people_signinfailures AS kept (username, failures, last_at) VALUES (name, 1, moment)
    ON CONFLICT (username) DO UPDATE
        SET failures = CASE WHEN kept.last_at < long_ago THEN 1 ELSE kept.failures + 1 END, last_at = moment
        WHERE kept.failures < most OR kept.last_at < long_ago;
    RETURN FOUND;
END
$$;

-- The right password was given, or a new one: what went before is forgotten.
CREATE OR REPLACE FUNCTION taizhang_sign_in_forget(name text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM people_signinfailures WHERE username = name
$$;

-- Every cookie that the account was given until now is worth nothing any more.
CREATE OR REPLACE FUNCTION taizhang_sign_out(account bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE people_user SET sign_outs = sign_outs + 1 WHERE id = account
$$;

-- Of their own account people change the password; who they are is the administrator's to say, since histories
-- and closings name them.
CREATE OR REPLACE FUNCTION taizhang_own_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF taizhang_role() <> 'administrator'
       AND to_jsonb(NEW) - ARRAY['password', 'sign_outs'] <> to_jsonb(OLD) - ARRAY['password', 'sign_outs'] THEN
        RAISE EXCEPTION '自己的账号只能改密码，姓名和登录名请系统管理员改。' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER taizhang_own_account BEFORE UPDATE ON people_user
FOR EACH ROW EXECUTE FUNCTION taizhang_own_account();
