/** What is going to happen, in order of time: the engine of a discrete event simulation. */
export type Agenda = {
	/** The time of what happens at present; between steps, of what happened last. */
	now(): number;
	/** At `time`; at once when that has passed. What is due at the same time happens in the order of planning. */
	at(time: number, action: () => void): void;
	/** Lets the next thing happen. Throws `RangeError` when nothing is planned. */
	step(): void;
};

export const createAgenda = (startAt: number): Agenda => {
	const heap: Entry[] = [];
	let time = startAt;
	let planned = 0;
	return {
		now: () => time,
		at: (wanted, action) => {
			heap.push({time: Math.max(wanted, time), order: planned++, action});
			rise(heap);
		},
		step: () => {
			const next = takeFirst(heap);
			if (!next) throw new RangeError('Nothing is planned.');
			time = next.time;
			next.action();
		},
	};
};

type Entry = {readonly time: number; readonly order: number; readonly action: () => void};

const isBefore = (a: Entry, b: Entry) => a.time < b.time || (a.time === b.time && a.order < b.order);

const rise = (heap: Entry[]) => {
	let child = heap.length - 1;
	while (child > 0) {
		const parent = (child - 1) >> 1;
		if (!swapIfBefore(heap, child, parent)) return;
		child = parent;
	}
};

const takeFirst = (heap: Entry[]) => {
	const first = heap[0];
	const last = heap.pop();
	if (last && heap.length > 0) {
		heap[0] = last;
		sink(heap);
	}
	return first;
};

const sink = (heap: Entry[]) => {
	let parent = 0;
	while (true) {
		const child = firstChild(heap, parent);
		if (!swapIfBefore(heap, child, parent)) return;
		parent = child;
	}
};

const firstChild = (heap: readonly Entry[], parent: number) => {
	const left = heap[2 * parent + 1];
	const right = heap[2 * parent + 2];
	return left && right && isBefore(right, left) ? 2 * parent + 2 : 2 * parent + 1;
};

const swapIfBefore = (heap: Entry[], one: number, other: number) => {
	const a = heap[one];
	const b = heap[other];
	if (!a || !b || !isBefore(a, b)) return false;
	heap[one] = b;
	heap[other] = a;
	return true;
};
