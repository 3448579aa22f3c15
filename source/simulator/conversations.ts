import type {Leg, LineTeller} from './line-events.js';
import type {Stage} from './stage.js';

/** Lets two people talk, with a hold now and then, and calls `hangUp` at the end. */
export type Converse = (conversation: Conversation) => void;

/** `leg` is in conversation already; `talkMs` is the median of its length. */
export type Conversation = {readonly leg: Leg; readonly talkMs: number; readonly hangUp: () => void};

export const createConverse = ({random, after}: Stage, tellLine: LineTeller): Converse => {
	const hold = (leg: Leg, talkMs: number) => {
		const from = talkMs * random.between(0.2, 0.5);
		const until = from + Math.min(random.between(6000, 40_000), talkMs * 0.4);
		after(from, () => tellLine(leg, 'held'));
		after(until, () => tellLine(leg, 'resumed'));
	};
	return ({leg, talkMs, hangUp}) => {
		const lengthMs = Math.min(shortestMs + random.skewed(talkMs), longestMs);
		if (lengthMs > 30_000 && random.chance(0.13)) hold(leg, lengthMs);
		after(lengthMs, hangUp);
	};
};

const shortestMs = 4000;
const longestMs = 20 * 60_000;
