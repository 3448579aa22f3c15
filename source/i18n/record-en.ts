/** What `record` says on standard error. English is the table and the type of the others. */
export const recordEn = {
	begun: (sites: string, file: string) => `Recording ${sites} in ${file} until Ctrl-C.`,
	plain: 'Tokens are left out. Telephone numbers and names are in it: --anonymise changes them.',
	anonymised: 'Tokens are left out, telephone numbers and names are changed.',
	ended: (
		file: string,
		{answers, events, size}: {readonly answers: string; readonly events: string; readonly size: string},
	) => `Recorded in ${file}: answers ${answers}, events ${events}, ${size}.`,
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

/** The shape every language fills: same keys, same arguments. */
export type RecordTexts = {
	readonly [Key in keyof typeof recordEn]: (typeof recordEn)[Key] extends (...args: infer Args) => string
		? (...args: Args) => string
		: string;
};
