// The flags of the screen pop, and the readers of their values.
import {alternatives, choice, flag, switches, text} from './flag-shapes.js';
import {readChoice, readPositive} from './flag-values.js';
import {
	isTriggerType,
	type PopTriggerType,
	popDirections,
	popMethods,
	popModes,
	serviceNames,
} from './screen-pop/rule.js';
import {hasVariable, isTemplate} from './screen-pop/template.js';

/** An address of the web with variables after its host. */
export const readTemplate = (typed: string): string | undefined => (isTemplate(typed) ? typed : undefined);

/** OVH's own dashboard says `silencieux`, too. */
export const readPopMode = (typed: string): (typeof popModes)[number] | undefined =>
	typed.toLowerCase() === 'silencieux' ? 'silent' : readChoice(popModes)(typed);

/** Names of events, ours or the service's, with commas between; at least one. */
export const readTriggers = (typed: string): readonly PopTriggerType[] | undefined => {
	const types = itemsOf(typed).map(triggerOf);
	const known = types.filter(type => type !== undefined);
	return known.length === 0 || known.length < types.length ? undefined : [...new Set(known)];
};

const triggerOf = (name: string): PopTriggerType | undefined => {
	const wanted = name.toLowerCase().replaceAll('_', '-');
	const found = Object.entries(serviceNames).find(
		([ours, theirs]) => ours === wanted || theirs.replaceAll('_', '-') === wanted,
	)?.[0];
	return found !== undefined && isTriggerType(found) ? found : undefined;
};

const itemsOf = (typed: string): readonly string[] =>
	typed
		.split(',')
		.map(item => item.trim())
		.filter(item => item !== '');

/** A JSON array of texts, or words with blanks between; nothing in it is a shell's, so quotes and variables are refused. */
export const readCommand = (typed: string): readonly string[] | undefined => {
	const words = typed.trim().startsWith('[') ? listIn(typed) : plainWords(typed);
	if (words === undefined || (words[0] ?? '') === '') return undefined;
	return words.some(word => hasVariable(word) || word.includes('\0')) ? undefined : words;
};

const listIn = (typed: string): readonly string[] | undefined => {
	try {
		const list: unknown = JSON.parse(typed);
		return Array.isArray(list) && list.every(item => typeof item === 'string') ? list : undefined;
	} catch {
		return undefined;
	}
};

const plainWords = (typed: string): readonly string[] | undefined =>
	/["'`]/.test(typed) ? undefined : typed.split(/\s+/).filter(word => word !== '');

const withPops = ['board', 'demo'] as const;

export const popFlags = {
	popUrl: flag({
		commands: withPops,
		...text(
			'TEMPLATE',
			'an http:// or https:// address, with variables such as {caller} or *CALLING* after its host only',
		),
		read: readTemplate,
		isSetting: true,
	}),
	popMode: flag({commands: withPops, ...choice(popModes), read: readPopMode}),
	popEvents: flag({
		commands: withPops,
		...text('EVENT,…', `events with commas between: ${alternatives(Object.keys(serviceNames))}`),
		read: readTriggers,
		isSetting: true,
	}),
	popDirection: flag({commands: withPops, ...choice(popDirections)}),
	popOnly: flag({
		commands: withPops,
		...text('NUMBER|NAME,…', 'numbers or names of lines, queues or sites, with commas between'),
		read: itemsOf,
		isSetting: true,
	}),
	popMethod: flag({commands: withPops, ...choice(popMethods)}),
	popTimeout: flag({
		commands: withPops,
		...text('SECONDS', 'a number of seconds, more than 0 and at most 60'),
		read: readPositive({to: 60}),
		isSetting: true,
	}),
	popCommand: flag({
		commands: withPops,
		...text('PROGRAM', 'a program and its words, or a JSON array of them, without quotes and variables'),
		read: readCommand,
		isSetting: true,
	}),
	allowExec: flag({commands: withPops, ...switches, isSetting: true}),
} as const;
