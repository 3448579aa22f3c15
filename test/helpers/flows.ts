import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = join(import.meta.dirname, '..', 'fixtures', 'ovh', 'flows');

/** The first second of every flow: 2026-03-05 10:15:00 in Paris. */
const flowStart = 1_772_702_100;

/** Seconds since 1970 in the ten digits a wire time begins with, alone or followed by nine digits of nanoseconds. */
const instants = /(?<=[":])17727\d{5}(?=\d{9}[,}]|[",.}])/g;

/** A flow's events, one text each, as recorded; the last ones left out when `count` says so. */
export const flow = (name: string, count?: number): readonly string[] =>
	readFileSync(join(folder, `${name}.jsonl`), 'utf8')
		.trim()
		.split('\n')
		.slice(0, count);

/** The events as if the flow had begun at another time; every digit but those of the whole seconds stays. */
export const beginningAt = (events: readonly string[], startSeconds: number): readonly string[] =>
	events.map(event => event.replace(instants, digits => String(Number(digits) - flowStart + startSeconds)));
