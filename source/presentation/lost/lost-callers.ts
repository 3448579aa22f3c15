import {type Loss, type Losses, lastOf} from '../../domain/loss.js';

/** Somebody who was lost today, once or several times: one call back settles all of it. */
export type LostCaller = {
	/** Of the first loss remembered, so that it stays the same when they are lost again. */
	readonly key: string;
	/** Empty when withheld; then every loss is a caller of its own. */
	readonly from: string;
	/** What is told: the newest loss that is still open; with none open, the newest. */
	readonly loss: Loss;
	/** How often they were lost today; null when withheld: nobody can tell. */
	readonly tries: number | null;
	readonly isOpen: boolean;
};

/** Those to call back first, the newest of them at the top, then those dealt with. */
export type LostCallers = {
	readonly open: readonly LostCaller[];
	readonly done: readonly LostCaller[];
	readonly all: readonly LostCaller[];
};

export const lostCallers = (losses: Losses): LostCallers => {
	const callers = Array.from(byCaller(losses), ([key, lost]) => lostCaller(key, lost));
	const inOrder = callers
		.filter(caller => caller !== undefined)
		.sort((one, other) => other.loss.at - one.loss.at || (one.key < other.key ? -1 : 1));
	const open = inOrder.filter(({isOpen}) => isOpen);
	const done = inOrder.filter(({isOpen}) => !isOpen);
	return {open, done, all: [...open, ...done]};
};

/** The losses of each caller, by the key of the first. */
const byCaller = (losses: Losses): ReadonlyMap<string, readonly Loss[]> => {
	const firsts = new Map<string, string>();
	const lists = new Map<string, Loss[]>();
	for (const loss of losses.values()) {
		const first = firsts.get(loss.from) ?? loss.key;
		if (loss.from !== '') firsts.set(loss.from, first);
		const list = lists.get(first);
		if (list) list.push(loss);
		else lists.set(first, [loss]);
	}
	return lists;
};

const lostCaller = (key: string, lost: readonly Loss[]): LostCaller | undefined => {
	const open = lastOf(lost.filter(({settled}) => settled === null));
	const loss = open ?? lastOf(lost);
	if (!loss) return undefined;
	const {from} = loss;
	return {key, from, loss, tries: from === '' ? null : lost.length, isOpen: open !== undefined};
};
