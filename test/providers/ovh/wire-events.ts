import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {BoardEvent} from '../../../source/domain/event.js';
import {epochMs} from '../../../source/domain/units.js';
import {parseAnswer} from '../../../source/providers/ovh/parse.js';
import {rejection, translateEvent} from '../../../source/providers/ovh/translate.js';
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

/** Through the border and translation, as the provider does. */
export const eventsOf = (raws: readonly unknown[]): readonly BoardEvent[] => {
	const {events, paths, rejected} = parseAnswer({Events: raws});
	const receivedAt = epochMs(start + 3_600_000);
	return [
		...events.map((wire, index) => translateEvent(wire, {site, path: paths[index] ?? '', receivedAt})),
		...rejected.map(error => rejection(error, {site, at: receivedAt})),
	];
};
