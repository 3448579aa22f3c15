import type {Size} from '../../source/terminal/output.js';

/** What a user, or the machine, does at a moment of the day. */
export type Habit = {
	/** Typed in one piece. */
	readonly keys?: string;
	readonly size?: Size;
	/** The connection is begun anew. */
	readonly renews?: true;
};

export const usualSize: Size = {columns: 160, rows: 45};

/** By the minutes since midnight. Every state of the screen that is entered is left again the same day. */
export const usualHabits: ReadonlyMap<number, Habit> = new Map<number, Habit>([
	[60, {renews: true}],
	[75, {keys: '5'}],
	[150, {keys: 'ggkkk'}],
	[240, {keys: 'G'}],
	[300, {keys: '1'}],
	[420, {size: {columns: 100, rows: 30}}],
	[435, {size: usualSize}],
	[500, {keys: 'a'}],
	[560, {keys: 'a'}],
	[600, {keys: '/Al\r'}],
	[615, {renews: true}],
	[660, {keys: '/\u0015\r'}],
	[700, {keys: '?'}],
	[705, {keys: '?'}],
	[720, {keys: 'p'}],
	[735, {keys: 'p'}],
	[800, {keys: 'jjjlll'}],
	[860, {keys: ':'}],
	[861, {keys: 'lo'}],
	[862, {keys: '\u0015\r'}],
	[900, {keys: '5/00\r'}],
	[960, {keys: '/\u0015\r1'}],
	[1010, {size: {columns: 220, rows: 60}}],
	[1025, {size: usualSize}],
	[1060, {renews: true}],
	[1100, {keys: 'R'}],
	[1101, {keys: 'n'}],
	[1200, {keys: 'g'}],
	[1320, {renews: true}],
]);
