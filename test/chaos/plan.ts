/** A run, decided by its way to listen, its cast and its seed alone. */

import type {SiteToken} from '../../source/providers/ovh/site-token.js';
import type {Fault} from '../../source/simulator/faults.js';
import {createRandom, mixed, type Random} from '../../source/simulator/random.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {site} from '../helpers/builders.js';
import {nice} from '../helpers/sites.js';
import {type Audience, createStory, type Story} from './story.js';
import {
	type Blow,
	harmlessFaults,
	isBlow,
	isFault,
	type Loss,
	type Trouble,
	troubles,
	type Way,
	worstOf,
} from './troubles.js';

/**
Who listens. `alone`: one token. `shared`: two, and both are told everything. `apart`: two, each is told its own, and the
second one is refused now and then. `elsewhere`: the second one's service is another one, that hardly ever works.
*/
export type Cast = 'alone' | 'shared' | 'apart' | 'elsewhere';

/** What strikes while a chunk is told. */
export type Interlude = {
	readonly faults: readonly Fault[];
	readonly blow: Blow | undefined;
	/** So many requests and answers at most, then the next chunk is told. */
	readonly moves: number;
};

export type Plan = {
	readonly way: Way;
	readonly cast: Cast;
	readonly seed: number;
	readonly kinds: readonly Trouble[];
	readonly loss: Loss;
	/** Whether faults strike from the very first request on. */
	readonly startsBadly: boolean;
	/** The first one is the one whose figures are judged, when not all are. */
	readonly tokens: readonly SiteToken[];
	readonly story: Story;
	/** One for each chunk. */
	readonly interludes: readonly Interlude[];
	readonly service: ServiceOptions;
	readonly random: Random;
};

const first: SiteToken = {site, token: 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const second: SiteToken = {site: nice, token: '12345678-9ABC-DEF0-1234-56789ABCDEF0'};

const wayNumbers: Readonly<Record<Way, number>> = {v1: 1, v2: 2, websocket: 3};

const kindsFor: Readonly<Record<Cast, (random: Random) => readonly Trouble[]>> = {
	alone: random => anyKinds(random),
	shared: random => anyKinds(random),
	apart: random => [...(random.chance(0.5) ? [random.pick(harmlessFaults)] : []), 'refuse-other'],
	elsewhere: random => [random.pick(harmlessFaults)],
};

const anyKinds = (random: Random): readonly Trouble[] => {
	if (random.chance(0.6)) return [random.pick(troubles)];
	return [...new Set(Array.from({length: random.integer(2, 5)}, () => random.pick(troubles)))];
};

/** How often a fault strikes: of eight megabytes, few say as much as many. */
const often = [0.3, 0.6, 1] as const;
const nowAndThen = [0.1, 0.3, 0.6] as const;
const seldom = [0.1, 0.2, 0.3] as const;

/** One kind alone strikes hard; several together leave each other room. */
const createInterlude = (kinds: readonly Trouble[], random: Random): Interlude => {
	const isAlone = kinds.length === 1;
	const blow = random.chance(isAlone ? 0.6 : 0.3) ? random.pick(kinds) : undefined;
	const faults = kinds
		.filter(isFault)
		.filter(() => random.chance(isAlone ? 0.8 : 0.6))
		.map((kind): Fault => ({kind, rate: random.pick(kind === 'huge' ? seldom : isAlone ? often : nowAndThen)}));
	return {faults, blow: blow !== undefined && isBlow(blow) ? blow : undefined, moves: random.integer(2, 24)};
};

const createService = (random: Random, loss: Loss): ServiceOptions => ({
	holdMs: 15,
	batchDelayMs: 0,
	dripMs: 5,
	retryAfterS: random.integer(0, 9),
	seed: random.integer(0, 2 ** 31),
	firstAnswer: random.pick(['at-once', 'held']),
	emptyPoll: random.pick(['timeout-text', 'timeout-text', 'empty-list', 'null', 'empty-body']),
	// By 404 the service says that it does not know the session, too.
	refusal: random.pick(loss === 'nothing' ? [401, 403] : [401, 403, 404]),
	maxBatch: random.pick([500, 500, 3, 1]),
	// Pings are as rare as virtual time makes them: closed for silence three times in a row, a session is given up.
	idleCloseMs: loss === 'nothing' ? 0 : random.pick([0, 0, 12]),
});

export const createPlan = (way: Way, cast: Cast, seed: number): Plan => {
	const random = createRandom(mixed(seed, wayNumbers[way]));
	const kinds = kindsFor[cast](random);
	const loss = worstOf(kinds, way);
	const tokens = cast === 'alone' ? [first] : [first, second];
	const audiences: readonly Audience[] = cast === 'apart' || cast === 'elsewhere' ? tokens : [{}];
	const story = createStory({
		random,
		audiences: audiences.map(({token}) => (token ? {token} : {})),
		isBySecond: kinds.join() === 'reorder',
	});
	const interludes = story.chunks.map(() => createInterlude(kinds, random));
	const service = createService(random, loss);
	return {way, cast, seed, kinds, loss, startsBadly: random.chance(0.2), tokens, story, interludes, service, random};
};
