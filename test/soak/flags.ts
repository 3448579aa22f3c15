import {parseArgs} from 'node:util';

/** How the soak is played. */
export type Flags = {
	readonly days: number;
	readonly lines: number;
	readonly queues: number;
	/** How lively the company is, 1 as the simulator makes it; a quarter of that makes a quarter of the calls, four times as long. */
	readonly pace: number;
	readonly seed: number;
	/** Between two frames, in seconds of the play. */
	readonly step: number;
	/** Nothing goes wrong. */
	readonly calm: boolean;
};

const text = {type: 'string'} as const;
const options = {
	days: text,
	lines: text,
	queues: text,
	pace: text,
	seed: text,
	step: text,
	calm: {type: 'boolean'},
} as const;

/** Throws `Error` with one sentence for what is no flag, or no number where there should be one. */
export const readFlags = (args: readonly string[]): Flags => {
	const {values} = parseArgs({args: [...args], options});
	const number = (name: 'days' | 'lines' | 'queues' | 'pace' | 'seed' | 'step', fallback: number): number => {
		const value = Number(values[name] ?? fallback);
		const isFit = value > 0 && (name === 'pace' ? Number.isFinite(value) : Number.isSafeInteger(value));
		if (!isFit) throw new Error(`--${name}: expected a number above 0, as in "--${name} ${fallback}".`);
		return value;
	};
	const lines = number('lines', 200);
	return {
		days: number('days', 30),
		lines,
		queues: number('queues', Math.max(1, Math.round(lines / 25))),
		pace: number('pace', 0.25),
		seed: number('seed', 1),
		step: number('step', 60),
		calm: values.calm ?? false,
	};
};
