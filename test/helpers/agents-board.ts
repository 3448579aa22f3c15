import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {agentNumber, callerId, callId, lineNumber, queueNumber} from '../../source/domain/units.js';
import {
	at,
	boardAfter,
	bridged,
	failed,
	gap,
	joined,
	left,
	offered,
	onCall,
	site,
	support,
	unbridged,
} from './builders.js';
import {connecting, heard, live} from './sites.js';

const sales = queueNumber('0033199000200');
/** Their lines; one has no label, and of one agent no line is known. */
const people = {
	Alice: '0033199001102',
	Bob: '0033199001106',
	Chloé: '0033199001107',
	David: '0033199001108',
	'Amélie Vandenbroucke-Lefèvre de la comptabilité': '0033199001103',
	nameless: '0033199001199',
	lineless: '0033199001300',
} as const;

export type Person = keyof typeof people;

export const agentCalled = (person: Person) => agentNumber(people[person]);

const hasLine = Object.entries(people).filter(([label]) => label !== 'lineless');

const registrations = hasLine.map(
	([label, number]): BoardEvent => ({
		type: 'line-registered',
		at: at(-4000),
		site,
		service: 'line',
		number: lineNumber(number),
		...(label === 'nameless' ? {} : {label}),
	}),
);

type InQueue = {readonly from: string; readonly by: Person; readonly at?: 'Ventes'};

const place = ({from, by, at: label}: InQueue) => ({
	from,
	agent: agentCalled(by),
	...(label ? {number: sales, label} : {number: support, label: 'Support'}),
});

/** A whole conversation of so many seconds after a wait of twenty. */
const talked = (id: string, facts: InQueue & {readonly begins: number; readonly lasts: number}) => {
	const caller = {callerId: callerId(id), ...place(facts)};
	const {begins, lasts} = facts;
	const answeredAt = at(begins + 20);
	return [
		joined(begins, caller),
		offered(begins + 5, caller),
		bridged(begins + 20, caller),
		unbridged(begins + 20 + lasts, {...caller, answeredAt}),
		left(begins + 20 + lasts, {...caller, outcome: 'served', answeredAt}),
	];
};

const onLine = (id: string, person: Person, peer: string) => ({
	callId: callId(id),
	number: lineNumber(people[person]),
	from: peer,
	to: people[person],
	dialled: people[person],
});

const outgoing = (id: string, person: Person, peer: string) => ({
	...onLine(id, person, peer),
	direction: 'outgoing' as const,
	from: people[person],
	to: peer,
	dialled: peer,
});

const waiting = {callerId: callerId('waiting'), from: '0033645454545', number: support, label: 'Support'};

/** Everything in order of time. */
export const agentEvents: readonly BoardEvent[] = [
	connecting(-4010),
	live(-4009),
	heard(-1),
	...registrations,
	...talked('one', {from: '0033611111111', by: 'Alice', begins: -3000, lasts: 200}),
	...talked('two', {from: '0033622222222', by: 'Alice', at: 'Ventes', begins: -2500, lasts: 100}),
	...talked('three', {from: '0033633333333', by: 'nameless', begins: -2400, lasts: 45}),
	// Alice talks for the queue, and her line says so, too.
	joined(-200, {callerId: callerId('now'), ...place({from: '0033612345678', by: 'Alice'})}),
	bridged(-192, {callerId: callerId('now'), ...place({from: '0033612345678', by: 'Alice'})}),
	onCall('talk-started', -192, onLine('now', 'Alice', '0033612345678')),
	// Bob was rung for the queue and called somebody himself meanwhile.
	joined(-70, waiting),
	offered(-60, {...waiting, agent: agentCalled('Bob')}),
	failed(-40, {...waiting, agent: agentCalled('Bob')}),
	onCall('talk-started', -35, outgoing('own', 'Bob', '00442079460958')),
	// Chloé and David ring together; David's line is not told of it.
	offered(-7, {...waiting, agent: agentCalled('Chloé')}),
	onCall('ringing-started', -7, onLine('ring', 'Chloé', '0033645454545')),
	offered(-7, {...waiting, agent: agentCalled('David')}),
	...talked('long', {
		from: '0033644444444',
		by: 'Amélie Vandenbroucke-Lefèvre de la comptabilité',
		at: 'Ventes',
		begins: -1000,
		lasts: 400,
	}),
	...talked('four', {from: '0033655555555', by: 'lineless', begins: -2000, lasts: 60}),
].toSorted((one, other) => one.at - other.at);

/** A morning of agents in all their states, seen at `at(0)`. */
export const agentsBoard = (): Board => boardAfter(...agentEvents);

/** The same after the service began a new session: what goes on is not known any more. */
export const agentsInDoubt = (): Board => boardAfter(...agentEvents, gap(-1));
