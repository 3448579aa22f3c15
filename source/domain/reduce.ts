import type {Board} from './board.js';
import {BoardDraft, type Handlers} from './draft.js';
import type {BoardEvent, BoardEventType} from './event.js';
import {boardHandlers} from './handlers/board-handlers.js';
import {feedHandlers} from './handlers/feed-handlers.js';
import {lineHandlers} from './handlers/line-handlers.js';
import {popHandlers} from './handlers/pop-handlers.js';
import {queueHandlers} from './handlers/queue-handlers.js';

const handlers: Handlers = {...lineHandlers, ...queueHandlers, ...feedHandlers, ...boardHandlers, ...popHandlers};

/**
The only function that makes a new board. Pure and total: unknown calls and callers are built as far as the event
tells, news already known changes nothing, and a batch without news gives back the same board.
*/
export const reduceBoard = (board: Board, events: readonly BoardEvent[]): Board => {
	const draft = new BoardDraft(board);
	for (const event of events) {
		const isNews = handle(draft, event);
		if ('service' in event) draft.coverFrom(event.at);
		if (isNews) draft.log(event);
	}
	return draft.result();
};

const handle = <Type extends BoardEventType>(draft: BoardDraft, event: BoardEvent<Type>): boolean =>
	handlers[event.type](draft, event);
