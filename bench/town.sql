-- A made-up town of 30 villages, 12,000 households and ten years, about 1,000,000 records. No chance in it: the
-- same rows every time. Written past the triggers, since a benchmark of figures needs no history.
SET session_replication_role = replica;

-- What a row of these towns does not name is empty, so that a new column of a ledger needs nothing here.
DO $$
DECLARE
    bare record;
BEGIN
    FOR bare IN SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL
                  AND data_type IN ('character varying', 'text', 'boolean') AND column_name <> 'place_id'
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER %I SET DEFAULT %L', bare.table_name, bare.column_name,
                       CASE bare.data_type WHEN 'boolean' THEN 'false' ELSE '' END);
    END LOOP;
END
$$;

INSERT INTO people_place (code, name, kind, note)
SELECT '430699', '样板县', 'county', '' UNION ALL SELECT '430699101', '样板镇', 'town', ''
UNION ALL SELECT '430699101' || 200 + v, '样板' || v || '村', 'village', '' FROM generate_series(1, 30) AS v;

INSERT INTO housing_site (id, number, place_id, note, name, planned_area, planned_on, land_source, plan)
SELECT v, 'JZ-' || v, '430699101' || 200 + v, '', '样板' || v || '村建房点', 600, DATE '2014-03-01' + v, 'linked', ''
FROM generate_series(1, 30) AS v;

INSERT INTO housing_phase (id, number, place_id, note, site_id, ordinal, area, started_on, completed_on)
SELECT i, 'QC-' || i, '430699101' || 201 + i % 30, '', 1 + i % 30, 1 + i / 31, 250.5, DATE '2014-06-01' + i, DATE '2024-11-30'
FROM generate_series(1, 60) AS i;

INSERT INTO housing_building (id, number, place_id, note, building_no, site_id, phase_id, kind, storeys, completed_on)
SELECT i, 'LD-' || i, '430699101' || 201 + i % 30, '', '', 1 + i % 30, CASE i % 30 WHEN 0 THEN 30 ELSE i % 30 END,
       (ARRAY['detached', 'terraced', 'storeyed'])[1 + i % 3], 2 + i % 3, DATE '2015-01-01' + i * 7919 % 3600
FROM generate_series(1, 6000) AS i;

INSERT INTO housing_unit (id, number, place_id, note, room_no, layout, building_id, floor_area)
SELECT i, 'TF-' || i, '430699101' || 201 + i % 30, '', '', '', 1 + (i - 1) % 6000, 90 + i % 83 + 0.25
FROM generate_series(1, 12000) AS i;
UPDATE housing_unit SET place_id = b.place_id FROM housing_building b WHERE b.id = building_id;

INSERT INTO housing_allocation
    (id, number, place_id, note, basis, unit_id, householder, id_number, household_size, method, allocated_on, moved_in_on)
SELECT u.id, 'FF-' || u.id, u.place_id, '', '', u.id, '户主' || u.id, lpad(u.id::text, 17, '430699197000') || 'X', 1 + u.id % 7,
       (ARRAY['draw', 'agreement', 'points'])[1 + u.id % 3], b.completed_on + 10,
       CASE WHEN u.id % 5 > 0 THEN b.completed_on + 40 END
FROM housing_unit u JOIN housing_building b ON b.id = u.building_id;

INSERT INTO hollow_houses_hollowhouse
    (id, number, place_id, note, owner_name, id_number, "group", address, category, structure, storeys, floor_area,
     base_area, plot_area, built_year, heritage, distance_to_dyke, surveyed_on, agreement_no, agreement_on,
     demolished_on, resurveyed_on, resurveyed_area, reclaim_type,
     repair, system, found_by, objection, consent_by, witness, reapply, compensation_document, compensation_for,
     payee_account, voucher_no, farmed_by, accepted_class, project_number)
SELECT i, 'KX-' || i, '430699101' || 201 + i % 30, '', '户主' || i % 12000, lpad((i % 12000)::text, 17, '430699197000') || 'X',
       i % 12 || '组', '样板路' || i % 997 || '号',
       (ARRAY['surplus', 'idle', 'dangerous', 'scattered', 'collapsed', 'workshop'])[1 + i % 6],
       (ARRAY['brick_concrete', 'brick_wood', 'earth', 'other'])[1 + i % 4], 1 + i % 2,
       55 + i / 12000 * 6 + i % 7 * 0.37, 40, 300 + i % 397 + 0.41, 1960 + i % 50, false, NULL, day, '协' || i,
       CASE WHEN i % 10 < 8 THEN day + 30 END, CASE WHEN i % 10 < 6 THEN day + 60 END,
       CASE WHEN i % 10 < 3 THEN day + 90 END, CASE WHEN i % 10 < 3 THEN 298 + i % 397 + 0.13 END,
       CASE WHEN i % 10 < 3 THEN 'farmland' ELSE '' END,
       '', '', '', '', CASE WHEN i % 10 < 6 THEN 'agreement' ELSE '' END, '', '', '', '', '', '', '', '', ''
FROM (SELECT i, DATE '2015-01-01' + i % 3653 * 7919 % 3653 AS day FROM generate_series(1, 480000) AS i) AS houses;

INSERT INTO housing_approval
    (id, number, place_id, note, householder, id_number, kind, land_owner, land_class, homestead_area, footprint,
     floor_area, storeys, applied_on, discussed_on, noticed_on, notice_until, notice_removed_on, village_reviewed_on,
     accepted_on, natural_resources_on, agriculture_on, approved_on, refused_on, refusal_reason, authority, document_no,
     conversion_no)
SELECT i, 'JF-' || i, '430699101' || 201 + i % 30, '', '申请人' || i, lpad(i::text, 17, '430699198000') || 'X',
       CASE WHEN i % 3 > 0 THEN 'concentrated' ELSE 'scattered' END, 'collective', 'village_idle', 100 + i % 80, 80,
       160 + i % 80 + 0.5, 1 + i % 3, day - 15, day - 12, day - 11, day - 3, day - 2, day - 1, day + 5, day + 10, day + 12,
       CASE WHEN i % 12 > 0 THEN day + 15 END, CASE WHEN i % 12 = 0 THEN day + 16 END,
       CASE WHEN i % 12 = 0 THEN '理由' || i ELSE '' END,
       CASE WHEN i % 12 > 0 THEN CASE WHEN day + 15 < DATE '2020-01-01' THEN 'county' ELSE 'town' END ELSE '' END,
       CASE WHEN i % 12 > 0 THEN '批' || i ELSE '' END, ''
FROM (SELECT i, DATE '2015-01-01' + i % 3653 * 7901 % 3653 AS day FROM generate_series(1, 198000) AS i) AS applications;

-- Each approved one was visited before; since 2020 a period is not closed otherwise.
INSERT INTO housing_sitevisit (id, number, place_id, approval_id, kind, "on", is_repeat, people, area, result)
SELECT a.id, 'DC-' || a.id, a.place_id, a.id, 'siting', a.accepted_on + 1, false, '甲（样板镇）；乙（样板村）', a.homestead_area, 'sound'
FROM housing_approval a WHERE a.approved_on IS NOT NULL;
INSERT INTO ledgers_attachment (ledger, record, place, kind, name, sha256, size)
SELECT 'housing.site_visit', v.id, v.place_id, 'photo', 'x.jpg', lpad(v.id::text, 64, '0'), 1 FROM housing_sitevisit v;

INSERT INTO land_project (id, number, place_id, note, name, document_no, approved_area, approved_on, ends_on)
SELECT p, 'XM-' || p, '430699101', '', '样板项目' || p, '文' || p, 1000000, DATE '2014-01-01', DATE '2026-12-31'
FROM generate_series(1, 10) AS p;

INSERT INTO land_reclaimedlot
    (id, number, place_id, note, project_id, name, land_class, reclaimed_on, reported_area, surveyed_on, surveyed_area,
     applied_on, first_checked_on, first_checked_area, published_on, accepted_on, accepted_area, acceptance_no)
SELECT i, 'FK-' || i, '430699101' || 201 + i % 30, '', 1 + i % 10, '地块' || i,
       (ARRAY['paddy', 'irrigated', 'dry', 'forest', 'other'])[1 + i % 5], day, area, day + 30, area - 0.15,
       CASE WHEN i % 2 = 0 THEN day + 40 END, CASE WHEN i % 2 = 0 THEN day + 60 END,
       CASE WHEN i % 2 = 0 THEN area - 0.2 END, CASE WHEN i % 2 = 0 THEN day + 70 END,
       CASE WHEN i % 2 = 0 THEN day + 90 END, CASE WHEN i % 2 = 0 THEN area - 0.2 END, CASE WHEN i % 2 = 0 THEN '验' || i ELSE '' END
FROM (SELECT i, DATE '2015-01-01' + i % 3653 * 7907 % 3653 AS day, 1 + i % 9 + 0.35 AS area
      FROM generate_series(1, 100000) AS i) AS lots;

INSERT INTO land_quotamovement (id, number, place_id, note, project_id, kind, area, moved_on, site_number, document_no)
SELECT i, 'ZB-' || i, '430699101' || CASE WHEN i % 4 = 0 THEN '' ELSE (201 + i % 30)::text END, '', 1 + i % 10,
       (ARRAY['grant', 'plan', 'reserve', 'use'])[1 + i % 4], 8 - i % 4, DATE '2015-01-01' + i / 4 + i % 4, 'JZ-1', ''
FROM generate_series(0, 11999) AS i;

ANALYZE;
RESET session_replication_role;
