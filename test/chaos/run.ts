/** One run: a service, a feed, a story, and trouble. */
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {strikeBefore, strikeDuring} from './blows.js';
import type {Interlude, Plan} from './plan.js';
import {openScene, type Scene} from './scene.js';
import type {Station} from './station.js';
import {allCount, goOn, letPass, settle} from './steps.js';
import type {News} from './story.js';

/** What became of it. */
export type Outcome = {
	readonly board: Board;
	readonly events: readonly BoardEvent[];
	readonly stations: readonly Station[];
	/** How many events there were when the service lost all sessions, each time. */
	readonly losses: readonly number[];
	/** What did not come about in time. */
	readonly complaints: readonly string[];
};

const tell = async (
	scene: Scene,
	plan: Plan,
	{news, interlude}: {readonly news: readonly News[]; readonly interlude: Interlude},
) => {
	const {blow, faults, moves} = interlude;
	if (blow) await strikeBefore[blow]?.(scene, plan, interlude);
	scene.service().setFaults(faults);
	scene.publish(news);
	const strike = blow && strikeDuring[blow];
	if (strike) {
		await goOn(scene, moves % 5);
		await strike(scene, plan, interlude);
		scene.service().setFaults(faults);
	}
	await goOn(scene, moves);
	if (plan.kinds.join() === 'reorder') await settle(scene, 'between seconds');
};

const begin = async (scene: Scene, {startsBadly, interludes: [first]}: Plan): Promise<void> => {
	if (startsBadly && first) {
		scene.service().setFaults(first.faults);
		await letPass(scene, first.moves);
		scene.service().setFaults([]);
	}
	const isAnswered = await scene.until(() => scene.stations.every(({counts}) => counts.answers > 0));
	if (!isAnswered) scene.complaints.push('never began');
	await settle(scene, 'at the beginning');
};

const end = async (scene: Scene, {story, cast, way}: Plan): Promise<void> => {
	await settle(scene, 'at the end');
	// That a token is refused, a poll tells when it is answered.
	if (way === 'v2') await allCount(scene, ({counts}) => counts.answers, scene.isSettled);
	scene.publish(story.ending);
	const awaited = cast === 'elsewhere' ? story.last.slice(0, 1) : story.last;
	const isHeard = (line: string): boolean =>
		scene.events.some(event => event.type === 'line-registered' && event.number === line);
	const isOver = await scene.until(() => awaited.every(isHeard) && scene.isLive());
	if (!isOver) scene.complaints.push('the last event never came');
};

export const perform = async (plan: Plan): Promise<Outcome> => {
	const scene = await openScene(plan);
	try {
		await begin(scene, plan);
		for (const [index, news] of plan.story.chunks.entries()) {
			const interlude = plan.interludes[index];
			if (interlude) await tell(scene, plan, {news, interlude});
		}
		await end(scene, plan);
	} finally {
		await scene.close();
	}
	scene.store.flush();
	const {store, events, stations, losses, complaints} = scene;
	return {board: store.getSnapshot(), events, stations, losses, complaints};
};
