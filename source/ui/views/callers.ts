import type {Queue} from '../../domain/queue.js';
import {createFilter} from '../../presentation/filter.js';
import {type CallerKind, type CallerList, callerList} from '../../presentation/queues/caller-list.js';
import type {Scene} from '../scene.js';

/** The callers shown, and the queue they are all of; null: of all queues. */
export type ShownCallers = {readonly list: CallerList; readonly queue: Queue | null};

type CallersOptions = {
	readonly scene: Scene;
	readonly kind: CallerKind;
	/** The queue that is selected. */
	readonly selected: () => Queue | null;
};

/** Gives the callers to be shown; the same object as before while no queue, name, filter or selection changed. */
export const createCallers = ({scene, kind, selected}: CallersOptions): (() => ShownCallers) => {
	let known: {readonly basis: readonly unknown[]; readonly shown: ShownCallers} | undefined;
	return () => {
		const style = scene.style();
		const {filter} = scene.ui();
		const queue = selected();
		const {queues, since} = style.board;
		const basis = [queue ?? queues, queue === null, since === null, scene.names(), filter];
		if (known?.basis.every((part, index) => part === basis[index])) return known.shown;
		known = {basis, shown: {list: callerList({kind, queue, passes: createFilter(filter)}, style), queue}};
		return known.shown;
	};
};
