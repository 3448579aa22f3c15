import {noPops, type PopOutcome, type PopSubject, type ShownPops} from '../presentation/pop/pops.js';

/** The screen pop, as the screen sees it. */
export type ScreenPops = {
	/** What waits to be seen; the same object until something changes. */
	shown(): ShownPops;
	/** The listener hears of every change; the result ends that. */
	subscribe(listener: () => void): () => void;
	/** Puts the newest page or offer away. */
	dismiss(what: 'page' | 'offer'): void;
	fire(subject: PopSubject): Promise<PopOutcome>;
};

/** Of a board that fires nothing. */
export const noScreenPops: ScreenPops = {
	shown: () => noPops,
	subscribe: () => () => undefined,
	dismiss: () => undefined,
	fire: async () => ({type: 'none'}),
};
