/** What a run is made of: waiting for what is to come about. */
import type {Scene} from './scene.js';

/** Until all that was told has arrived, with nothing in its way any more. */
export const settle = async (scene: Scene, when: string): Promise<void> => {
	scene.service().setFaults([]);
	if (!(await scene.until(scene.isSettled))) scene.complaints.push(`never settled ${when}`);
};

/** Until all arrived, or so much has happened. */
export const goOn = async (scene: Scene, moves: number): Promise<void> => {
	const before = scene.moves();
	await scene.until(() => scene.isSettled() || scene.moves() - before >= moves);
};

/** Until so much has happened, whatever arrived. */
export const letPass = async (scene: Scene, moves: number): Promise<void> => {
	const before = scene.moves();
	await scene.until(() => scene.moves() - before >= moves);
};

/** Until everyone who listens has counted on, and what else is to be so. */
export const allCount = (
	{stations, until}: Scene,
	count: (station: Scene['stations'][number]) => number,
	isSo = (): boolean => true,
): Promise<boolean> => {
	const known = stations.map(station => ({station, before: count(station)}));
	return until(() => known.every(({station, before}) => count(station) > before) && isSo());
};
