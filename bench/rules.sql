-- A second made-up town: 100,000 households with 300,000 members, 150,000 homesteads, 100,000 applications and 50,000
-- acceptances, every one in order but for a few: a rule that looks for them must look at all.
SET session_replication_role = replica;

INSERT INTO people_place (code, name, kind, note) VALUES ('430699102', '规则镇', 'town', '');
INSERT INTO people_place (code, name, kind, note)
SELECT '430699102' || 200 + v, '规则' || v || '村', 'village', '' FROM generate_series(1, 30) AS v;

INSERT INTO housing_household (id, number, place_id, householder, id_number, since)
SELECT i, 'NH-' || i, '430699102' || 201 + i % 30, '户主' || i, '4306991960' || lpad(i::text, 6, '0') || '1X', '2000-01-01'
FROM generate_series(1, 100000) AS i;

INSERT INTO housing_member (id, number, place_id, household_id, name, sex, id_number, relation, since)
SELECT 3 * i + m, 'CY-' || i || '-' || m, '430699102' || 201 + i % 30, i, '成员' || i || '-' || m,
       (ARRAY['male', 'female', 'male'])[1 + m], '43069919' || 60 + m * 15 || lpad(i::text, 6, '0') || 1 + m || 'X',
       (ARRAY['head', 'spouse', 'son'])[1 + m], '2000-01-01'
FROM generate_series(1, 100000) AS i, generate_series(0, 2) AS m;

-- The old homesteads: given back, or to be built on again.
INSERT INTO housing_homestead
    (id, number, place_id, household_id, holder, id_number, area, obtained_on, ended_on, ended_how, consent_no)
SELECT i, 'ZJ-' || i, '430699102' || 201 + i % 30, i, '户主' || i, '4306991960' || lpad(i::text, 6, '0') || '1X', 150, '2000-01-01',
       CASE WHEN i % 3 > 0 THEN DATE '2025-01-01' END, CASE WHEN i % 3 > 0 THEN 'returned' ELSE '' END,
       CASE WHEN i % 3 > 0 THEN '协' || i ELSE '' END
FROM generate_series(1, 100000) AS i;

INSERT INTO housing_approval
    (id, number, place_id, household_id, householder, sex, id_number, kind, building_type, disposal, existing_area,
     land_owner, land_class, homestead_area, footprint, floor_area, storeys, height, neighbours_consulted, reason,
     applied_on, committed_on, discussed_on, noticed_on, notice_until, notice_removed_on, village_reviewed_on, received_on,
     accepted_on, natural_resources_on, agriculture_on, conversion_no, converted_on, farmland_checked_on, approved_on,
     authority, document_no, result_noticed_on, permit_no, certificate_no, certificate_from, certificate_until,
     delivered_on, set_out_on, started_on, completed_on, registered_on, title_no)
SELECT 1000000 + i, 'GZ-' || i, '430699102' || 201 + i % 30, i, '户主' || i, 'male', '4306991960' || lpad(i::text, 6, '0') || '1X',
       CASE WHEN i % 4 > 0 THEN 'concentrated' ELSE 'scattered' END,
       CASE WHEN i % 3 > 0 THEN 'relocate' ELSE 'rebuild' END, CASE WHEN i % 3 > 0 THEN 'return' ELSE '' END, 150,
       'collective', (ARRAY['cultivated', 'construction', 'village_idle', 'barren'])[1 + i % 4],
       CASE WHEN i % 20000 = 4 THEN 131 ELSE 120 END, 90, 240, 2, 8.5, true,
       CASE WHEN i % 3 > 0 THEN 'plan' ELSE 'on_site' END,
       day, day, day + 3, day + 4, day + 14, day + 15, day + 16, day + 18,
       day + 20, day + 25, day + 26, CASE WHEN i % 4 = 0 THEN '转' || i ELSE '' END, day + 28, day + 28, day + 30,
       CASE WHEN day + 30 < DATE '2020-01-01' THEN 'county' ELSE 'town' END, '批' || i, day + 31, '许' || i,
       '4306991022' || lpad(i::text, 6, '0'), day + 30, day + 760,
       day + 35, day + 38, day + 40, CASE WHEN i % 2 = 0 THEN day + 240 END, CASE WHEN i % 2 = 0 THEN day + 300 END,
       CASE WHEN i % 2 = 0 THEN '权' || i ELSE '' END
FROM (SELECT i, DATE '2015-01-01' + i % 3253 * 7901 % 3253 AS day FROM generate_series(1, 100000) AS i) AS applications;

-- The plan they follow, and the visits to each: an application of 2015 has its first, as the later ones have.
INSERT INTO housing_plan (id, number, place_id, name, kind, version, covers, area, from_year, to_year, approved_by, approved_on, since)
VALUES (1, 'GH-1', '430699102', '规则镇总体规划', 'town', '一', '全镇', 60000, 2015, 2030, '样板县', '2014-12-01', '2014-12-01');
UPDATE housing_approval SET plan_id = 1 WHERE id > 1000000;
INSERT INTO housing_sitevisit (id, number, place_id, approval_id, kind, "on", is_repeat, people, area, result)
SELECT 10 * a.id + visit.turn, 'DC-' || a.id || '-' || visit.turn, a.place_id, a.id, visit.kind, visit.day, false,
       '甲（规则镇）；乙（规则村）', 120, 'sound'
FROM housing_approval a, LATERAL (VALUES (1, 'siting', a.accepted_on + 1), (2, 'setting_out', a.set_out_on),
    (3, 'completion', a.completed_on + 10)) AS visit (turn, kind, day)
WHERE a.id > 1000000 AND visit.day IS NOT NULL;
INSERT INTO ledgers_attachment (ledger, record, place, kind, name, sha256, size)
SELECT 'housing.site_visit', v.id, v.place_id, 'photo', 'x.jpg', lpad(v.id::text, 64, '0'), 1
FROM housing_sitevisit v WHERE v.id > 10000000;

-- The new homesteads that came of them.
INSERT INTO housing_homestead (id, number, place_id, household_id, holder, id_number, area, obtained_on, approval_id)
SELECT 200000 + a.household_id, 'ZX-' || a.household_id, a.place_id, a.household_id, a.householder, a.id_number, 120,
       a.approved_on, a.id
FROM housing_approval a WHERE a.id > 1000000 AND a.household_id % 3 > 0 AND a.household_id % 4 > 0;

INSERT INTO housing_acceptance
    (id, number, place_id, approval_id, applied_on, inspected_on, homestead_area, footprint, storeys, height, old_house,
     old_house_on, passed_on)
SELECT a.id, 'YS-' || a.id, a.place_id, a.id, a.completed_on + 5, a.completed_on + 10, 120, 90, 2, 8.5,
       CASE WHEN a.disposal = 'return' THEN 'done' ELSE 'not_applicable' END,
       CASE WHEN a.disposal = 'return' THEN a.completed_on + 9 END, a.completed_on + 12
FROM housing_approval a WHERE a.id > 1000000 AND a.completed_on IS NOT NULL;

ANALYZE;
RESET session_replication_role;
