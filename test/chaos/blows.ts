/** How a service strikes as a whole. */
import type {Interlude, Plan} from './plan.js';
import type {Scene} from './scene.js';
import {allCount, letPass, settle} from './steps.js';
import type {Blow} from './troubles.js';

type Strike = (scene: Scene, plan: Plan, interlude: Interlude) => Promise<void>;
type Strikes = Readonly<Partial<Record<Blow, Strike>>>;

const tokensOf = ({tokens}: Plan): readonly string[] => tokens.map(({token}) => token);

/** What comes before a chunk is told. */
export const strikeBefore: Strikes = {
	revoke: async (scene, plan, {moves}) => {
		await settle(scene, 'before the token was revoked');
		scene.service().setTokens([]);
		await letPass(scene, moves);
		scene.service().setTokens(tokensOf(plan));
	},
	'revoke-briefly': async (scene, plan) => {
		await settle(scene, 'before the token was revoked briefly');
		const release = scene.stations.map(station => station.holdWaits());
		const noticed = allCount(scene, ({counts}) => counts.waits);
		scene.service().setTokens([]);
		if (!(await noticed)) scene.complaints.push('a revoked token was not noticed');
		scene.service().setTokens(tokensOf(plan));
		const answered = allCount(scene, ({counts}) => counts.answers);
		for (const goOnWaiting of release) goOnWaiting();
		await answered;
	},
	'refuse-other': async (scene, {tokens: [first]}, {moves}) => {
		scene.service().setTokens(first ? [first.token] : []);
		await letPass(scene, moves);
	},
};

/** What comes while a chunk is told. */
export const strikeDuring: Strikes = {
	renew: async scene => {
		const begun = allCount(scene, ({tap}) => tap.requests());
		for (const {renew} of scene.stations) renew();
		await begun;
	},
	forget: async scene => {
		scene.noteLoss();
		scene.service().forgetSessions();
	},
	restart: (scene, _, {moves}) => {
		scene.noteLoss();
		return scene.house.restart(() => letPass(scene, moves));
	},
	'refuse-other': async (scene, plan) => scene.service().setTokens(tokensOf(plan)),
};
