let collator: Intl.Collator | undefined;

/** The order in which people look for names: `Salle 2` before `Salle 10`, `émile` beside `Emile`. */
export const compareNames = (one: string, other: string): number => {
	// Made at first need: the first of its kind takes some ten milliseconds, and the first frame has no names yet.
	collator ??= new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});
	return collator.compare(one, other);
};
