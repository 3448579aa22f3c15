/** Resolves with the exit status that belongs to the first of these signals. A second one ends the program at once. */
export const signalled = (statuses: Readonly<Partial<Record<NodeJS.Signals, number>>>): Promise<number> =>
	new Promise(resolve => {
		for (const [signal, status] of Object.entries(statuses)) process.once(signal, () => resolve(status));
	});
