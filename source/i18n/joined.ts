/** Tables of words as one; where two hold the same key, the later one counts. */
type Joined<Tables extends readonly object[]> = Tables extends readonly [
	infer First,
	...infer Others extends readonly object[],
]
	? First & Joined<Others>
	: unknown;

/** One table of all. Written as a literal with spreads it took V8 9 ms of each start, for each language. */
export const joined = <const Tables extends readonly object[]>(...tables: Tables): Joined<Tables> =>
	Object.assign({}, ...tables) as Joined<Tables>;
