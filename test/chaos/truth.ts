/** What the board would show had nothing gone wrong: computed without a network. */
import {isDeepStrictEqual} from 'node:util';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import {openCalls} from '../../source/domain/line.js';
import {talkingCallers, waitingCallers} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {type StateDocument, stateDocument} from '../../source/domain/state-document.js';
import {epochMs, type SiteName} from '../../source/domain/units.js';
import {readAnswer} from '../../source/providers/ovh/answer.js';
import {createRepeats} from '../../source/runtime/repeats.js';
import {start} from '../helpers/builders.js';
import type {News} from './story.js';

/** What of the state document the events alone decide. */
export type Shown = Pick<StateDocument, 'lines' | 'queues' | 'agents' | 'totals'>;

/** Seen after the last event of any flow. */
const seenAt = epochMs(start + 600_000);

export const shownOf = (board: Board): Shown => {
	const {lines, queues, agents, totals} = stateDocument(board, seenAt);
	return {lines, queues, agents, totals};
};

/** `siteOf` the token an event is for. */
export const undisturbed = (news: readonly News[], siteOf: (token: string | undefined) => SiteName): Shown => {
	const isRepeated = createRepeats();
	const events = news.flatMap(({text, token}) =>
		readAnswer(`{"Events":[${text}]}`, {form: 'v1', siteOf: () => siteOf(token), receivedAt: seenAt}).events.filter(
			event => !isRepeated(event),
		),
	);
	return shownOf(reduceBoard(emptyBoard, events));
};

/** What is told number by number. */
export type Parts = Pick<Shown, 'lines' | 'queues' | 'agents'>;

type Numbered = {readonly number: string};

/** The part of it that is about these numbers. */
export const about = ({lines, queues, agents}: Parts, of: Parts): Parts => {
	const among = (known: readonly Numbered[]) => {
		const numbers = new Set(known.map(({number}) => number));
		return ({number}: Numbered): boolean => numbers.has(number);
	};
	return {
		lines: lines.filter(among(of.lines)),
		queues: queues.filter(among(of.queues)),
		agents: agents.filter(among(of.agents)),
	};
};

const differing = (part: string, truth: readonly Numbered[], shown: readonly Numbered[]): readonly string[] =>
	truth.flatMap(wanted => {
		const found = shown.find(({number}) => number === wanted.number);
		return isDeepStrictEqual(wanted, found)
			? []
			: [`${part} ${wanted.number} is ${JSON.stringify(found)}, in truth ${JSON.stringify(wanted)}`];
	});

/** What is shown otherwise than it is. */
export const differences = (truth: Parts, shown: Parts): readonly string[] => [
	...differing('line', truth.lines, shown.lines),
	...differing('queue', truth.queues, shown.queues),
	...differing('agent', truth.agents, shown.agents),
];

const partsOf = ({lines, queues, agents}: Parts): readonly string[] =>
	[lines, queues, agents].flat().map(({number}) => number);

/** What is shown and is not there, and totals that are wrong. */
export const additions = (truth: Shown, shown: Shown): readonly string[] => {
	const known = partsOf(truth);
	return [
		...partsOf(shown).flatMap(number => (known.includes(number) ? [] : [`${number} is shown and does not exist`])),
		...(isDeepStrictEqual(truth.totals, shown.totals)
			? []
			: [`the totals are ${JSON.stringify(shown.totals)}, in truth ${JSON.stringify(truth.totals)}`]),
	];
};

/** After a story all calls are over. What is still shown is a lie, when every loss was said. */
export const ghosts = ({lines, queues}: Board): readonly string[] => [
	...[...lines.values()].flatMap(line => openCalls(line).map(({id}) => `call ${id} still goes on`)),
	...[...queues.values()].flatMap(queue => [
		...waitingCallers(queue).map(({id}) => `caller ${id} still waits`),
		...talkingCallers(queue).map(({id}) => `caller ${id} still talks`),
	]),
];
