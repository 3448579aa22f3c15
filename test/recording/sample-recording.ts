import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Entry, Header} from '../../source/recording/format.js';
import {tokenPlaceholder} from '../../source/recording/format.js';
import {flow} from '../helpers/flows.js';
import {temporaryDirectory} from './live-run.js';

const origin = {sites: ['Lyon'], transport: 'v1'} as const;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const sampleHeader: Header = {
	schema: 1,
	kind: 'header',
	program: 'ovh-cti-board',
	version: '0.1.0',
	at: '2026-03-05T09:14:59.000Z',
	begun: '2026-03-05T09:14:59.000Z',
	part: 1,
	sites: [{site: 'Lyon', token: tokenPlaceholder(1)}],
	anonymised: false,
	timeZone: 'Europe/Paris',
};

/** When the service sent an event, epoch milliseconds. */
const sentAt = (event: string): number => Number(/"Timestamp":(\d{13})/.exec(event)?.[1]);

const body = (events: readonly string[]): string => `{"Session":"session","Message":"","Events":[${events.join(',')}]}`;

/** The events of flows, each in an answer that arrived 20 ms after it was sent; and an end a minute later. */
export const entriesOf = (...names: readonly string[]): readonly Entry[] => {
	const events = names.flatMap(name => flow(name)).toSorted((one, other) => sentAt(one) - sentAt(other));
	const last = sentAt(events.at(-1) ?? '');
	return [
		{kind: 'connecting', ...origin, at: sampleHeader.at},
		...events.map(
			(event): Entry => ({...origin, kind: 'answer', at: iso(sentAt(event) + 20), prompt: true, body: body([event])}),
		),
		{kind: 'end', at: iso(last + 60_000)},
	];
};

/** A recording on disk; goes with the test. */
export const writeRecording = (entries: readonly Entry[], header: Header = sampleHeader): string => {
	const path = join(temporaryDirectory(), 'day.ndjson');
	writeFileSync(path, [header, ...entries].map(entry => `${JSON.stringify(entry)}\n`).join(''));
	return path;
};
