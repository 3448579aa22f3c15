import {OptionsError} from '../errors.js';
import type {ReportTexts} from '../i18n/report.js';
import {quoted} from '../quoting.js';

export type KnownQueues = {
	/** All queues in the history. */
	readonly numbers: readonly string[];
	/** What they were called last. */
	readonly names: ReadonlyMap<string, string>;
	readonly texts: ReportTexts;
};

/**
The queues meant by a number in any common form, by a name, or else by a part of names, whatever the case. Throws
OptionsError when there are none, though there are others.
*/
export const queuesMeant = (asked: string, {numbers, names, texts}: KnownQueues): readonly string[] => {
	const wanted = asked.trim().toLowerCase();
	const number = plainNumber(wanted);
	const named = (matches: (name: string) => boolean): readonly string[] =>
		numbers.filter(queue => matches((names.get(queue) ?? '').toLowerCase()));
	const ways = [
		() => numbers.filter(queue => queue === number),
		() => named(name => name === wanted),
		() => named(name => name.includes(wanted)),
	];
	for (const way of ways) {
		const found = way();
		if (found.length > 0) return found;
	}
	if (numbers.length === 0) return [number];
	const others = numbers.map(queue => names.get(queue) ?? queue).slice(0, mostNamed);
	throw new OptionsError(texts['refused.queue'](quoted(asked), others.join(', ')));
};

const mostNamed = 20;

/** `+33 1 99 00 01 00` and, in France, `01 99 00 01 00`, as providers give it: `0033199000100`. */
const plainNumber = (text: string): string => {
	const digits = text.replace(/[\s.()-]/g, '').replace(/^\+/, '00');
	return /^0[1-9]\d{8}$/.test(digits) ? `0033${digits.slice(1)}` : digits;
};
