import type {DatabaseSync} from 'node:sqlite';

/** A year of a call centre, as if it had been written by a board: five calls in six go through one queue, the sixth through two. */
export const fillHistory = (db: DatabaseSync, {stays, from}: {readonly stays: number; readonly from: number}): void => {
	db.exec('BEGIN');
	db.exec(`INSERT INTO accounts (id, key, endpoint) VALUES (1, '0123456789abcdef', 'https://events.voip.ovh.net/')`);
	db.prepare(insertStays).run({stays, from, step: Math.floor(yearMs / stays)});
	for (const table of ['queue', 'line']) db.prepare(insertNames).run({kind: table});
	db.exec('COMMIT');
};

const yearMs = 365 * 86_400_000;

/** Waits and talks that differ from one to the next as a stir of its number does. */
const insertStays = `
	WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $stays - 1),
	s AS (
		SELECT i, $from + i * $step AS joined, (i * 7919) % 97 AS wait, (i * 104729) % 600 AS talk,
		CASE WHEN (i * 31) % 10 < 8 THEN 'answered' WHEN (i * 31) % 10 = 8 THEN 'abandoned' ELSE 'timed-out' END AS outcome
		FROM n
	)
	INSERT INTO stays (account, site, queue, label, id, stay, channel, caller, offered, joined_at, outcome, wait_ended_at,
		agent, answered_at, talk_ended_at, ended_at, ending, rung, first_at, last_at)
	SELECT 1, 'default', '00339000000' || printf('%02d', i % 12), 'Queue ' || (i % 12),
		printf('%08x-64a1-4e2b-9c3d-%012x', i, i), 1,
		printf('%08x-75b2-4e2b-9c3d-0123456789ab', i - (i % 6 = 5)), printf('00336%08d', (i * 7907) % 100000000), 1,
		joined, outcome, joined + wait * 1000,
		CASE outcome WHEN 'answered' THEN '003391231' || printf('%04d', i % 60) END,
		CASE outcome WHEN 'answered' THEN joined + wait * 1000 END,
		CASE outcome WHEN 'answered' THEN joined + (wait + talk) * 1000 END,
		joined + (wait + CASE outcome WHEN 'answered' THEN talk ELSE 0 END) * 1000, 'left', 2,
		joined, joined + (wait + CASE outcome WHEN 'answered' THEN talk ELSE 0 END) * 1000
	FROM s`;

const insertNames = `
	INSERT OR REPLACE INTO names (kind, number, label, told_at)
	SELECT DISTINCT $kind, CASE $kind WHEN 'queue' THEN queue ELSE agent END,
		CASE $kind WHEN 'queue' THEN label ELSE 'Agent ' || substr(agent, -4) END, 0
	FROM stays WHERE row <= 1000 AND ($kind = 'queue' OR agent IS NOT NULL)`;
