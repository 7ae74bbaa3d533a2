-- A made-up town with 100,000 open tasks of every stage, their progress, and an extension for every tenth.
SET session_replication_role = replica;

INSERT INTO people_place (code, name, kind, note) VALUES ('430699104', '时限镇', 'town', '');

INSERT INTO directives_unit (id, number, place_id, name, kind, since)
SELECT 900000 + i, 'DW-' || i, '430699104', '时限站所' || i, 'station', '2010-01-01' FROM generate_series(1, 30) AS i;

-- Deadlines from 60 days before the cut-off to 120 days after it.
INSERT INTO directives_task
    (id, number, place_id, note, title, source, lead_leader, lead_unit_id, responsible, measure, deadline, every,
     registered_on, noticed_on, accepted_on, reported_on, reported_by, result, last_report_on, due_on, late_from,
     feedback_due_on)
SELECT 1000000 + i, 'DB-' || i, '430699104', '', '督办事项' || i, 'meeting', '领导' || i % 9, 900001 + i % 30, '责任人' || i % 500,
       '办结', due, (ARRAY['day', 'week', 'month', 'once'])[1 + i % 4], due - 60,
       CASE WHEN i % 10 > 0 THEN due - 58 END, CASE WHEN i % 10 > 1 THEN due - 57 END,
       CASE WHEN i % 10 > 7 THEN due - 5 END, CASE WHEN i % 10 > 7 THEN '报结人' ELSE '' END,
       CASE WHEN i % 10 > 7 THEN '办成' ELSE '' END, CASE WHEN i % 10 > 7 THEN due - 5 END, due, due + 1,
       CASE WHEN i % 4 < 3 THEN DATE '2018-03-20' + i % 15 END
FROM generate_series(1, 100000) AS i, LATERAL (SELECT DATE '2018-01-25' + i % 180 AS due) AS dated;

INSERT INTO directives_progress (id, number, place_id, note, task_id, progress_on, percent, content, told_by)
SELECT 1000000 + i, 'JZ-' || i, '430699104', '', 1000000 + i, DATE '2018-03-01' + i % 20, i % 100, '按计划', '责任人'
FROM generate_series(1, 100000) AS i;

INSERT INTO directives_extension (id, number, place_id, note, task_id, asked_on, asked_by, until, reason, approved_on, decided_by)
SELECT 1000000 + i, 'YQ-' || i, '430699104', '', 1000000 + 10 * i, '2018-01-20', '责任人', DATE '2018-05-01' + i % 60, '下雨', '2018-01-22', '领导'
FROM generate_series(1, 10000) AS i;

SET session_replication_role = DEFAULT;
ANALYZE directives_task, directives_progress, directives_extension;
