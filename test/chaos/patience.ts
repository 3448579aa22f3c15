/** Waiting for something without a clock of one's own: by turns of the loop, and by letting virtual time jump when all stands still. */
import type {Station} from './station.js';

/** So long, in turns of the loop and in milliseconds, nothing moves when nothing can: longer than a poll is held. */
const still = {turns: 25, milliseconds: 40};
/** Once that is so, what a jump brings about is soon seen. */
const stillThen = {turns: 6, milliseconds: 6};
/** Longer than this nothing takes unless it hangs for ever. */
const deadlineMs = 15_000;

const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1));

/** Calls `jump` whenever its station has not moved for long. */
const createWatch = (station: Station) => {
	let moves = -1;
	let turns = 0;
	let since = 0;
	let enough = still;
	const begin = (next: typeof still): void => {
		moves = station.moves();
		turns = 0;
		since = performance.now();
		enough = next;
	};
	return (): void => {
		if (station.moves() !== moves) begin(still);
		turns += 1;
		if (turns < enough.turns || performance.now() - since < enough.milliseconds) return;
		station.time.jump();
		begin(station.moves() === moves ? stillThen : still);
	};
};

/** False when it has not come about after a time in which everything does. */
export const until = async (isSo: () => boolean, stations: readonly Station[]): Promise<boolean> => {
	const deadline = performance.now() + deadlineMs;
	const watches = stations.map(createWatch);
	while (!isSo()) {
		if (performance.now() > deadline) return false;
		await aMoment();
		for (const watch of watches) watch();
	}
	return true;
};
