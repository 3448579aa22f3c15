import {type EpochMs, epochMs} from '../../domain/units.js';
import {type Cell, type Tone, text} from '../cells.js';
import {noContacts} from '../contacts.js';
import {formatAge} from '../format.js';
import {callerText, nameOf} from '../names.js';
import {talkCell as runningTalk, waitCell as runningWait} from '../queue-rows.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import type {Present} from './people.js';

const none = ({symbols}: Style): Cell => text(symbols.dash, 'muted');

const tones: Readonly<Record<Present['state'], Tone>> = {
	waiting: 'plain',
	talking: 'plain',
	unknown: 'muted',
	expired: 'muted',
};

/** The mark of the state, then who it is. */
export const callerCell = ({caller, state}: Present, style: Style, width: number): Cell => {
	const {status} = style.symbols;
	const marks = {
		waiting: caller.ringing.size > 0 ? status.ringing : ' ',
		talking: status['in-call'],
		unknown: status.unknown,
		expired: status.expired,
	};
	return text(`${marks[state]} ${fitCaller(caller.from, style, width - 2)}`, tones[state]);
};

/** The user's own name is cut rather than the number, which a call-back needs. */
const fitCaller = (from: string, style: Style, width: number): string => {
	const words = callerText(from, style);
	const name = style.contacts.get(from);
	if (name === undefined || widthOf(words) <= width) return words;
	const number = callerText(from, {...style, contacts: noContacts});
	const room = width - widthOf(number) - 1;
	return room < 3 ? number : `${cutTo(name, room, style.symbols.cut)} ${number}`;
};

/** How long they wait; of those who may be gone the word for it instead. */
export const waitCell = ({state, since}: Present, style: Style): Cell =>
	state === 'unknown' || state === 'expired'
		? text(style.messages[`status.${state}`], 'muted')
		: runningWait(since, style.symbols);

/** How long they talk, likewise. */
export const talkCell = ({state, since}: Present, style: Style): Cell =>
	state === 'unknown' || state === 'expired' ? text(style.messages[`status.${state}`], 'muted') : runningTalk(since);

export const queueCell = ({queue}: Present, style: Style): Cell => text(nameOf(queue.number, style), 'muted');

/** Who rings for them: as many names as fit, then how many more. */
export const ringsCell = ({caller, state}: Present, style: Style, width: number): Cell => {
	if (caller.ringing.size === 0 || state !== 'waiting') return text('');
	const names = [...caller.ringing.keys()].map(agent => nameOf(agent, style));
	return text(fitNames(names, {width, mark: style.symbols.cut}), 'ringing');
};

/** Since the first of them rings. */
export const ringsForCell = ({caller, state}: Present): Cell => {
	const since = firstOf([...caller.ringing.values()]);
	if (since === null || state !== 'waiting') return text('');
	return {kind: 'since', since, tone: 'ringing', steps: [], write: formatAge};
};

const firstOf = (instants: readonly EpochMs[]): EpochMs | null =>
	instants.length === 0 ? null : epochMs(Math.min(...instants));

/** How many agents were rung for them. */
export const triesCell = ({caller}: Present): Cell =>
	text(String(caller.offeredAt.size), caller.offeredAt.size > 1 ? 'plain' : 'muted');

export const agentCell = ({caller}: Present, style: Style): Cell =>
	caller.bridge === null ? none(style) : text(nameOf(caller.bridge.agent, style));

/** How long they waited before. */
export const waitedCell = ({caller: {joinedAt, bridge}}: Present, style: Style): Cell => {
	if (joinedAt === null || bridge === null || bridge.answeredAt === null) return none(style);
	return text(formatAge(bridge.answeredAt - joinedAt), 'muted');
};

/** The names that fit and how many more there are; the first alone is cut if it must be. */
export const fitNames = (
	names: readonly string[],
	{width, mark}: {readonly width: number; readonly mark: string},
): string => {
	for (let shown = names.length; shown > 1; shown--) {
		const words = named(names, shown);
		if (widthOf(words) <= width) return words;
	}
	const [first = '', ...others] = names;
	const rest = others.length === 0 ? '' : ` +${others.length}`;
	return cutTo(first, width - rest.length, mark) + rest;
};

const named = (names: readonly string[], shown: number): string => {
	const hidden = names.length - shown;
	return `${names.slice(0, shown).join(', ')}${hidden === 0 ? '' : ` +${hidden}`}`;
};
