import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import type {Line} from '../../source/domain/line.js';
import {agentNumber, callerId, callId, type LineNumber, lineNumber, queueNumber} from '../../source/domain/units.js';
import {at, boardAfter, bridged, counted, failed, joined, left, offered, onCall, served, site} from './builders.js';

/** Two labels are there for their trouble: one is too long for any tile, one takes two cells a character. */
const labels = [
	'Accueil',
	'Alice',
	'Amélie Vandenbroucke-Lefèvre de la comptabilité générale',
	'Atelier',
	'Benoît',
	'Bob',
	'Chloé',
	'David',
	'Élodie',
	'Emma',
	'Fabien',
	'Hélène',
	'Inès',
	'Jérôme',
	'Lucie',
	'Poste 2',
	'Poste 10',
	'Standard',
	'Zoé',
	'東京支社',
] as const;

export type SampleLabel = (typeof labels)[number];

const numberOf = (index: number): LineNumber => lineNumber(`003319900${String(1101 + index)}`);

/** The number of a line on the sample board. */
export const sampleLine = (label: SampleLabel): LineNumber => numberOf(labels.indexOf(label));

const sales = queueNumber('0033199000200');
const accounts = queueNumber('0033199000300');

const registrations = labels.map(
	(label, index): BoardEvent => ({
		type: 'line-registered',
		at: at(-4000 + index),
		site,
		service: 'line',
		number: numberOf(index),
		label,
		numberType: 'sipCirpack',
		simultaneousLines: 2,
	}),
);

/** A line without a label, of which nobody said how many calls it holds. */
const nameless: BoardEvent = {
	type: 'line-registered',
	at: at(-3900),
	site,
	service: 'line',
	number: lineNumber('0033199001199'),
};

const call = (id: string, label: SampleLabel, peer: string) => ({
	callId: callId(id),
	number: sampleLine(label),
	label,
	from: peer,
	to: sampleLine(label),
});

const calling = (id: string, label: SampleLabel, peer: string) => ({
	...call(id, label, peer),
	direction: 'outgoing' as const,
	from: sampleLine(label),
	to: peer,
});

const calls: readonly BoardEvent[] = [
	onCall('ringing-started', -201, call('reception', 'Accueil', '0033612345678')),
	onCall('talk-started', -192, call('reception', 'Accueil', '0033612345678')),
	onCall('ringing-ended', -192, call('reception', 'Accueil', '0033612345678')),
	onCall('ringing-started', -7, call('second', 'Accueil', '')),
	onCall('talk-started', -760, calling('bob', 'Bob', '00442079460958')),
	onCall('talk-started', -2462, call('chloe', 'Chloé', '0033699887766')),
	onCall('hold-started', -62, call('chloe', 'Chloé', '0033699887766')),
	onCall('ringing-started', -4, call('alice', 'Alice', '0033144556677')),
	onCall(
		'talk-started',
		-3725,
		call('long', 'Amélie Vandenbroucke-Lefèvre de la comptabilité générale', sampleLine('Emma')),
	),
	onCall(
		'talk-started',
		-3725,
		calling('long', 'Emma', sampleLine('Amélie Vandenbroucke-Lefèvre de la comptabilité générale')),
	),
	onCall('talk-started', -33, calling('tokyo', '東京支社', '0081312345678')),
	onCall('ringing-started', -900, call('done', 'David', '0033655443322')),
	onCall('ringing-ended', -880, call('done', 'David', '0033655443322')),
];

const alice = agentNumber(sampleLine('Alice'));
const lucie = agentNumber(sampleLine('Lucie'));
const emma = agentNumber(sampleLine('Emma'));

const caller = (id: string, from: string) => ({callerId: callerId(id), from, label: 'Support'});
const atSales = (id: string, from: string) => ({callerId: callerId(id), from, number: sales, label: 'Ventes'});
const atAccounts = (id: string, from: string) => ({
	callerId: callerId(id),
	from,
	number: accounts,
	label: 'Comptabilité',
});

const inQueues: readonly BoardEvent[] = [
	...served('early', {joins: -1900, answered: -1888, ends: -1700}),
	...served('late', {joins: -1500, answered: -1455, ends: -1300}),
	joined(-1000, caller('lost', '0033622334455')),
	left(-940, caller('lost', '0033622334455')),
	joined(-300, caller('talking', '0033677889900')),
	bridged(-255, {...caller('talking', '0033677889900'), agent: lucie}),
	joined(-161, caller('first', '0033645454545')),
	failed(-120, {...caller('first', '0033645454545'), agent: lucie}),
	offered(-4, {...caller('first', '0033645454545'), agent: alice}),
	joined(-31, caller('second', '')),
	joined(-5, caller('third', '00442079460000')),
	counted(-5, 4),
	joined(-800, atSales('sale', '0033611223344')),
	bridged(-795, {...atSales('sale', '0033611223344'), agent: emma}),
	joined(-700, atAccounts('impatient', '0033655667788')),
	left(-580, {...atAccounts('impatient', '0033655667788'), outcome: 'timed-out', joinedAt: at(-700)}),
	{type: 'queue-counted', at: at(-570), site, service: 'queue', number: accounts, label: 'Comptabilité', count: 0},
];

const feed: readonly BoardEvent[] = [
	{type: 'feed-connecting', at: at(-4010), site, transport: 'v1'},
	{type: 'feed-live', at: at(-4009), site},
	{type: 'feed-received', at: at(-2), site, events: 40, rejected: 0, lastEventAt: at(-2), clockOffsetMs: 0},
];

/** All that happened, in order of time. */
export const sampleEvents: readonly BoardEvent[] = [...feed, ...registrations, nameless, ...calls, ...inQueues].sort(
	(one, other) => one.at - other.at,
);

/** A line known from a former run and not heard of since. */
const remembered = (line: Line): Line => ({...line, heardAt: null});

/**
A Thursday morning, seen at `at(0)`: twenty-one lines in all their states and three queues. One line is marked as remembered by hand, because no event
makes a line unknown.
*/
export const sampleBoard = (): Board => {
	const board = boardAfter(...sampleEvents);
	const lines = new Map(
		[...board.lines].map(([number, line]) => [number, line.label === 'Zoé' ? remembered(line) : line]),
	);
	return {...board, lines};
};
