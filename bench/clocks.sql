-- A third made-up town: 100,000 open petitions, received over four years and at every step that has a clock.
SET session_replication_role = replica;

INSERT INTO people_place (code, name, kind, note) VALUES ('430699103', '信访镇', 'town', '');
INSERT INTO people_place (code, name, kind, note)
SELECT '430699103' || 200 + v, '信访' || v || '村', 'village', '' FROM generate_series(1, 30) AS v;
INSERT INTO petitions_contentclass (id, number, place_id, name, document, note)
VALUES (9000001, '02', '430699103', '农村农业', '', '');

INSERT INTO petitions_petition
    (id, number, place_id, received_on, registered_on, registered_by, channel, petitioner_name, phone, purpose,
     content_class_id, problem_place_id, matter, note, kind, route, accepted_on, informed_on, extended_on, extended_to,
     opinion_on, served_on, review_asked_on)
SELECT 9000000 + i, 'XF-' || i, '430699103', day, day, '登记人', 'visit', '信访人' || i, '139' || lpad(i::text, 8, '0'), 'settlement',
       9000001, '430699103' || 201 + i % 30, '事项' || i, '', 'appeal', 'handling',
       CASE WHEN i % 5 > 0 THEN day + 5 END, CASE WHEN i % 5 > 0 THEN day + 6 END,
       CASE WHEN i % 5 = 2 THEN day + 50 END, CASE WHEN i % 5 = 2 THEN day + 90 END,
       CASE WHEN i % 5 > 2 THEN day + 40 END, CASE WHEN i % 5 > 2 THEN day + 42 END,
       CASE WHEN i % 5 = 4 THEN day + 60 END
FROM (SELECT i, DATE '2018-01-01' + i * 7901 % 1461 AS day FROM generate_series(1, 100000) AS i) AS petitions;
