import type {Tone} from '../../source/presentation/cells.js';
import type {Style} from '../../source/terminal/style.js';
import {themes} from '../../source/ui/theme.js';

const tones = [
	'plain',
	'muted',
	'strong',
	'accent',
	'free',
	'ringing',
	'busy',
	'held',
	'warning',
	'alarm',
] as const satisfies readonly Tone[];

/** What the tones look like; the number of a tone is its place here. */
export const rawStyles: readonly Style[] = tones.map(tone => themes.dark[tone]);

export const tone = Object.fromEntries(tones.map((name, index) => [name, index])) as Readonly<
	Record<(typeof tones)[number], number>
>;
