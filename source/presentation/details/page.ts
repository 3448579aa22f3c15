import type {BoardEvent} from '../../domain/event.js';
import type {EpochMs} from '../../domain/units.js';
import type {About, Cell, Tone} from '../cells.js';

/** Something known, under its name. The cells stand side by side. */
export type Fact = {
	readonly label: string;
	readonly value: readonly Cell[];
	/** Takes a row of its own. */
	readonly isWide?: true;
};

/** One event of a call or a stay. */
export type Step = {
	readonly at: EpochMs;
	/** Since the step before, in milliseconds; null for the first. */
	readonly gap: number | null;
	readonly event: BoardEvent;
	/** Whose news it is: the name of a queue or a line. */
	readonly who: string;
	/** What happened, without whose news it is. */
	readonly words: string;
	readonly tone: Tone;
	/** The lanes between which it happened; the same twice: on one of them. */
	readonly from: string;
	readonly to: string;
	/** True for news of an agent's line in the course of a stay. */
	readonly isOfLine: boolean;
};

/** Who takes part. */
export type Lane = {readonly key: string; readonly name: string};

/** The course of a call or a stay, by time. */
export type Ladder = {
	readonly lanes: readonly Lane[];
	readonly steps: readonly Step[];
	/** True when there was more before the first step, which is not known any more. */
	readonly isCut: boolean;
};

/** Everything that details tell. */
export type Page = {
	readonly title: string;
	/** Whose news it is made of. */
	readonly about: About;
	/** What it comes to, in one sentence. */
	readonly verdict: {readonly words: string; readonly tone: Tone} | null;
	/** From the most to the least important: small screens leave the last ones out. */
	readonly facts: readonly Fact[];
	/** Null for what has no course. */
	readonly ladder: Ladder | null;
	/** The step that is meant; null: the newest. */
	readonly first: number | null;
};
