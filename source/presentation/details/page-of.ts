import type {BoardEvent, CallEvent, CallerEvent} from '../../domain/event.js';
import {createQueueFinder, type FindStay} from '../../domain/queue-of-call.js';
import type {Style} from '../style.js';
import {agentPage} from './agent-page.js';
import {callPage} from './call-page.js';
import {eventPage} from './event-page.js';
import {foundCall, foundStay, hasNews, stayWith} from './found.js';
import {linePage} from './line-page.js';
import type {Page} from './page.js';
import {queuePage} from './queue-page.js';
import {stayPage} from './stay-page.js';
import type {Subject} from './subject.js';

/** Makes pages; what it takes to tie lines to queues is remembered from one to the next. */
export const createPages = (): ((subject: Subject, style: Style) => Page) => {
	const finder = createQueueFinder();
	return (subject, style) => pageOf(subject, style, finder(style.board)) ?? gonePage(style);
};

const pageOf = (subject: Subject, style: Style, find: FindStay): Page | null => {
	const {board} = style;
	switch (subject.kind) {
		case 'line':
			return made(board.lines.get(subject.number), line => linePage(line, style));
		case 'agent':
			return made(board.agents.get(subject.number), agent => agentPage(agent, style));
		case 'queue':
			return made(board.queues.get(subject.number), queue => queuePage(queue, style));
		case 'call':
			return made(foundCall(board, subject), call => callPage(call, style, find));
		case 'stay':
			return made(foundStay(board, subject), stay => stayPage(stay, style, find));
		case 'event':
			return made(entryEvent(subject.sequence, style), event => newsPage(event, style, find));
	}
};

const made = <Found>(found: Found | null | undefined, make: (found: Found) => Page): Page | null =>
	found === null || found === undefined ? null : make(found);

const entryEvent = (sequence: number, {board}: Style): BoardEvent | undefined =>
	[board.log.entries, board.log.registrations]
		.flatMap(entries => entries.find(entry => entry.sequence === sequence) ?? [])
		.at(0)?.event;

/** Of an event: the call or stay it belongs to, with its step; where that is not known any more, what the event says. */
const newsPage = (event: BoardEvent, style: Style, find: FindStay): Page => {
	const whole = isOfCall(event)
		? callWith(event, style, find)
		: isOfCaller(event)
			? callerWith(event, style, find)
			: null;
	const step = whole?.ladder?.steps.findIndex(one => one.event === event) ?? -1;
	return whole === null || step < 0 ? eventPage(event, style) : {...whole, first: step};
};

const isOfCall = (event: BoardEvent): event is CallEvent => 'callId' in event;

const isOfCaller = (event: BoardEvent): event is CallerEvent => 'callerId' in event;

const callWith = (event: CallEvent, style: Style, find: FindStay): Page | null => {
	const call = foundCall(style.board, {line: event.number, id: event.callId});
	return call !== null && hasNews(call, event) ? callPage(call, style, find) : null;
};

const callerWith = (event: CallerEvent, style: Style, find: FindStay): Page | null => {
	const place = stayWith(style.board, event);
	return made(place && foundStay(style.board, place), stay => stayPage(stay, style, find));
};

const gonePage = ({messages}: Style): Page => ({
	title: messages['details.title.gone'],
	about: null,
	verdict: {words: messages['details.gone'], tone: 'muted'},
	facts: [],
	ladder: null,
	first: null,
});
