/** The same table in another language: same keys, same arguments. */
export type Translation<Table> = {
	readonly [Key in keyof Table]: Table[Key] extends (...args: infer Args) => string
		? (...args: Args) => string
		: string;
};
