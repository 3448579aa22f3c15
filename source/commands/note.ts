/** Tells what whoever reads standard output is not to find there. */
export const note = (text: string): void => {
	process.stderr.write(`ovh-cti-board: ${text}\n`);
};
