import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {BoardEvent} from '../../../source/domain/event.js';
import {epochMs} from '../../../source/domain/units.js';
import {messageSeparator, readAnswer} from '../../../source/providers/ovh/answer.js';
import {site, start} from '../../helpers/builders.js';

/** One event as it comes off the wire, before anything is believed of it. */
export type Raw = {readonly [key: string]: unknown};

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'ovh');

export const flowNames: readonly string[] = readdirSync(join(fixtures, 'flows')).map(name =>
	name.replace('.jsonl', ''),
);

export const readFlow = (name: string): readonly Raw[] =>
	readFileSync(join(fixtures, 'flows', `${name}.jsonl`), 'utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line));

/** The one payload of the service that is public. */
export const registered2015: Raw = JSON.parse(readFileSync(join(fixtures, 'registered-2015.json'), 'utf8'));

export const dataOf = (raw: Raw): Raw => raw.Data as Raw;

/** The event with keys of its `Data` replaced; undefined takes the key away. */
export const withData = (raw: Raw, changes: Raw): Raw => {
	const data = Object.entries({...dataOf(raw), ...changes}).filter(([, value]) => value !== undefined);
	return {...raw, Data: Object.fromEntries(data)};
};

/** The same event as the service's second version spells it: first letters of the outermost keys in lower case. */
export const asV2 = (raw: Raw): Raw =>
	Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]));

const reading = {siteOf: () => site, receivedAt: epochMs(start + 3_600_000)};

/** Through the border and translation, as the providers do. */
export const eventsOf = (raws: readonly unknown[]): readonly BoardEvent[] =>
	readAnswer(JSON.stringify({Events: raws}), {...reading, form: 'v1'}).events;

/** The same in the forms of version 2: an answer to a poll, and what a WebSocket brings together. */
export const eventsOfV2 = (raws: readonly Raw[]): readonly BoardEvent[] =>
	readAnswer(JSON.stringify(raws.map(asV2)), {...reading, form: 'v2'}).events;

export const eventsOfSocket = (raws: readonly Raw[]): readonly BoardEvent[] => {
	const text = raws.map(raw => JSON.stringify(asV2(raw))).join(messageSeparator);
	return readAnswer(text, {...reading, form: 'websocket'}).events;
};
