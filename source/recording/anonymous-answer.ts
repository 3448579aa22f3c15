import {sessionPlaceholder, tokenPlaceholder} from './format.js';
import {isJson, mapJson} from './json-text.js';
import type {Masks} from './text-mask.js';
import {isKnownKey, isTerm, isTime, type Treatment, treatmentOf} from './wire-policy.js';

/** What version 2 says in words. Source: `providers/ovh/answer.ts`. */
const notices: readonly (readonly [RegExp, string])[] = [
	[/^\s*(null)?\s*$/, 'null'],
	[/^\s*"?timeout, please reconnect/i, 'Timeout, please reconnect'],
	[/^\s*"?session not found/i, 'Session not found'],
];

const longestNotice = 200;

/** Reads as what could not be read did: as a web page, or as something else. */
const unreadable = {page: '<html></html>', other: 'unreadable'} as const;

/** One message of the service, with everything changed that is not known to be harmless; one without an event stays so. */
export const anonymousMessage = (text: string, masks: Masks): string => {
	const notice = text.length > longestNotice ? undefined : notices.find(([form]) => form.test(text))?.[1];
	if (notice !== undefined) return notice;
	if (!isJson(text)) return text.trimStart().startsWith('<') ? unreadable.page : unreadable.other;
	return mapJson(text, {
		key: name => (isKnownKey(name) ? name : masks.text(name)),
		text: (value, key) => anonymousText(value, treatmentOf(key), masks),
		number: (written, key) =>
			treatmentOf(key) === 'time' && isTime(written) ? written : written.replace(/\d{6,}/g, masks.number),
	});
};

const anonymousText = (value: string, treatment: Treatment, masks: Masks): string => {
	if (treatment === 'nothing') return '';
	if (treatment === 'secret') return isPlaceholder(value) ? value : tokenPlaceholder(0);
	if (treatment === 'term' && isTerm(value)) return value;
	if (treatment === 'time' && isTime(value)) return value;
	const core = value.trim();
	const start = value.indexOf(core);
	return `${value.slice(0, start)}${changed(core, treatment, masks)}${value.slice(start + core.length)}`;
};

const changed = (core: string, treatment: Treatment, masks: Masks): string => {
	if (treatment === 'id') return masks.id(core);
	const agent = treatment === 'agent' ? /^agent_(\w+)_(\d+)$/.exec(core) : null;
	return agent ? `agent_${masks.text(agent[1] ?? '')}_${masks.id(agent[2] ?? '')}` : masks.text(core);
};

const isPlaceholder = (value: string): boolean =>
	value === '' || value === sessionPlaceholder || /^X{8}(-X{4}){3}-0{6}\d{6}$/.test(value);
