/** One row of the table. `holds`: whether the target is met; null where there is none. */
export type Finding = {
	readonly what: string;
	readonly target: string;
	readonly measured: string;
	readonly holds: boolean | null;
};

export type Pace = {readonly isQuick: boolean};

/** What can be asked for by name; several findings may come of one measurement. */
export type Row = {
	readonly name: string;
	measure(pace: Pace): Promise<readonly Finding[]>;
};

const widths = [62, 28, 58] as const;

/** A row as a line of the table. */
export const lineOf = ({what, target, measured, holds}: Finding): string =>
	[
		what.padEnd(widths[0]),
		target.padEnd(widths[1]),
		measured.padEnd(widths[2]),
		holds === null ? '' : holds ? 'yes' : 'NO',
	]
		.join('  ')
		.trimEnd();

export const headLine: string = [
	'what'.padEnd(widths[0]),
	'target'.padEnd(widths[1]),
	'measured'.padEnd(widths[2]),
	'holds',
].join('  ');
