import {normaliseTyped} from '../domain/number-key.js';
import {OptionsError} from '../errors.js';
import type {ReportTexts} from '../i18n/report.js';
import type {Contacts} from '../presentation/contacts.js';
import {fold} from '../presentation/filter.js';
import {quoted} from '../quoting.js';

export type KnownQueues = {
	/** All queues in the history. */
	readonly numbers: readonly string[];
	/** What the service called them last. */
	readonly names: ReadonlyMap<string, string>;
	/** The user's own names of numbers, which the report shows instead. */
	readonly contacts: Contacts;
	readonly texts: ReportTexts;
};

/**
The queues meant by a number in any common form, by the name shown, by the service's own where the user has another, or
else by a part of any name, whatever case and accents. Throws OptionsError when there are none, though there are others.
*/
export const queuesMeant = (asked: string, {numbers, names, contacts, texts}: KnownQueues): readonly string[] => {
	const number = normaliseTyped(asked) ?? asked.trim();
	const wanted = fold(asked);
	const shown = (queue: string): string | undefined => contacts.get(queue) ?? names.get(queue);
	const isWhole = (name = ''): boolean => fold(name) === wanted;
	const isPart = (name = ''): boolean => fold(name).includes(wanted);
	const ways: readonly ((queue: string) => boolean)[] = [
		queue => queue === number,
		queue => isWhole(shown(queue)),
		queue => isWhole(names.get(queue)),
		queue => isPart(shown(queue)) || isPart(names.get(queue)),
	];
	for (const way of ways) {
		const found = numbers.filter(way);
		if (found.length > 0) return found;
	}
	if (numbers.length === 0) return [number];
	const others = numbers.map(queue => shown(queue) ?? queue).slice(0, mostNamed);
	throw new OptionsError(texts['refused.queue'](quoted(asked), others.join(', ')));
};

const mostNamed = 20;
