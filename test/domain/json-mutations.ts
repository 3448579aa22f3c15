import fc from 'fast-check';

type Path = readonly (string | number)[];

/** The way to every value in a piece of JSON, the whole included. */
const pathsIn = (json: unknown, path: Path = []): readonly Path[] => {
	if (typeof json !== 'object' || json === null) return [path];
	return [path, ...Object.entries(json).flatMap(([key, value]) => pathsIn(value, [...path, key]))];
};

const replaced = (json: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown => {
	if (key === undefined) return change(json);
	const copy = (Array.isArray(json) ? [...json] : {...(json as object)}) as Record<string, unknown>;
	copy[key] = replaced(copy[key], rest, change);
	return copy;
};

const oddValues = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		undefined,
		-1,
		0,
		0.5,
		3,
		1e300,
		-1e300,
		'',
		'x',
		'\u001b[2J',
		'__proto__',
		true,
		[],
		{},
	),
	fc.jsonValue({maxDepth: 2}),
	fc.integer({min: -5, max: 5}),
);

/** The same JSON, damaged in some places: a value replaced, left out, nudged, or there twice. */
export const damaged = (json: unknown): fc.Arbitrary<unknown> => {
	const paths = pathsIn(json);
	const damage = fc.tuple(
		fc.constantFrom(...paths),
		fc.oneof(
			oddValues.map(odd => () => odd),
			fc.integer({min: -3, max: 3}).map(by => (value: unknown) => (typeof value === 'number' ? value + by : value)),
			fc.constant((value: unknown) => (Array.isArray(value) ? [...value, ...value] : value)),
			fc.constant((value: unknown) => (Array.isArray(value) ? value.slice(1) : value)),
		),
	);
	return fc.array(damage, {minLength: 1, maxLength: 3}).map(damages => {
		const spoilt = damages.reduce<unknown>(
			(so, [path, change]) => (reaches(so, path) ? replaced(so, path, change) : so),
			json,
		);
		const text = JSON.stringify(spoilt);
		return text === undefined ? null : JSON.parse(text);
	});
};

const reaches = (json: unknown, [key, ...rest]: Path): boolean => {
	if (key === undefined) return true;
	return typeof json === 'object' && json !== null && reaches((json as Record<string, unknown>)[key], rest);
};
