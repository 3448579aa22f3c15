import type {Board} from '../../domain/board.js';
import type {Loss} from '../../domain/loss.js';
import {stayOf} from '../../domain/whole-call.js';
import type {Subject} from '../details/subject.js';

/** The stay in which a call was lost, for its details: null when it is not remembered any more. */
export const lostSubject = (board: Pick<Board, 'ended' | 'queues'>, loss: Loss): Subject | null =>
	amongEnded(board, loss) ?? amongCallers(board, loss);

/** A call told of its channel goes by that, another by its one stay. */
const isOf = ({key}: Loss, channel: string | null, stay: string): boolean => key === (channel ?? stay);

const amongEnded = ({ended}: Pick<Board, 'ended'>, loss: Loss): Subject | null => {
	const entry = ended.entries.findLast(({record}) => {
		if (record.kind !== 'stay' || record.queue !== loss.queue) return false;
		return isOf(loss, record.channel, `${record.queue} ${record.id} ${record.stay}`);
	});
	if (entry?.record.kind !== 'stay') return null;
	const {queue, id, stay} = entry.record;
	return {kind: 'stay', queue, id, stay};
};

/** Without their news after a restart, but with their times. */
const amongCallers = ({queues}: Pick<Board, 'queues'>, loss: Loss): Subject | null => {
	const queue = queues.get(loss.queue);
	if (!queue) return null;
	const found = queue.gone.findLast(caller => isOf(loss, caller.channel, stayOf(queue, caller).key));
	return found ? {kind: 'stay', queue: queue.number, id: found.id, stay: found.stay} : null;
};
