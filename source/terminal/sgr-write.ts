import {type Pen, type PenColour, penOf, plain} from './pen.js';
import {flagOff, flagOn} from './sgr-codes.js';

export type SgrWriter = {
	/** The shortest sequence, as bytes, that turns one look into another. `from` is -1 when the pen is in an unknown state. */
	transition(from: number, to: number): Uint8Array;
};

/** Without colour only bold, dim, underline, inverse and their like are sent. */
export const createSgrWriter = ({colour}: {readonly colour: boolean}): SgrWriter => {
	const known = new Map<number, Uint8Array>();
	return {
		transition(from, to) {
			const key = (from + 1) * 4096 + to;
			const cached = known.get(key);
			if (cached !== undefined) {
				return cached;
			}

			if (known.size >= cacheLimit) {
				known.clear();
			}

			const bytes = new TextEncoder().encode(
				sequence(from < 0 ? undefined : visible(from, colour), visible(to, colour)),
			);
			known.set(key, bytes);
			return bytes;
		},
	};
};

const cacheLimit = 4096;

const visible = (id: number, colour: boolean): Pen => {
	const pen = penOf(id);
	return colour ? pen : {foreground: 0, background: 0, flags: pen.flags};
};

const sequence = (from: Pen | undefined, to: Pen): string => {
	const fresh = sgr([...(isPlain(to) ? [] : ['0']), ...changes(penOf(plain), to)]);
	if (from === undefined) {
		return fresh;
	}

	const codes = changes(from, to);
	if (codes.length === 0) {
		return '';
	}

	const changed = sgr(codes);
	return changed.length < fresh.length ? changed : fresh;
};

const sgr = (codes: readonly string[]): string => `\u001B[${codes.join(';')}m`;

const isPlain = (pen: Pen): boolean => pen.foreground === 0 && pen.background === 0 && pen.flags === 0;

const changes = (from: Pen, to: Pen): readonly string[] => [
	...flagChanges(from.flags, to.flags),
	...(from.foreground === to.foreground ? [] : [colourCode(to.foreground, 30)]),
	...(from.background === to.background ? [] : [colourCode(to.background, 40)]),
];

const flagChanges = (from: number, to: number): readonly string[] => {
	const ended = Object.entries(flagOff).filter(([, flags]) => (from & ~to & flags) !== 0);
	// 22 ends bold and dim together, so the one that stays has to be started again.
	const kept = ended.reduce((flags, [, off]) => flags & ~off, from);
	const begun = Object.entries(flagOn).filter(([, flag]) => (to & ~kept & flag) !== 0);
	return [...ended, ...begun].map(([code]) => code);
};

/** `base` is 30 for the foreground and 40 for the background. */
const colourCode = (colour: PenColour, base: number): string => {
	if (colour >= 0x1000000) {
		return `${base + 8};2;${(colour >> 16) & 0xff};${(colour >> 8) & 0xff};${colour & 0xff}`;
	}

	if (colour >= 0x100) {
		return `${base + 8};5;${colour - 0x100}`;
	}

	return String(colour === 0 ? base + 9 : colour <= 8 ? base + colour - 1 : base + 60 + colour - 9);
};
