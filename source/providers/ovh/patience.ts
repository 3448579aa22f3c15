/** How long to wait for something that may take long, learnt from how long it took. Milliseconds. */
export type Patience = {
	milliseconds(): number;
	/** Waiting was in vain. */
	timedOut(): void;
	/** It came after so long. */
	answered(afterMs: number): void;
};

/** Doubling ends here: five minutes. */
export const mostPatienceMs = 300_000;

/** A held one comes a little later at times; so much later, it hangs. */
export const patienceMarginMs = 15_000;

/**
How long the service holds a request is not known, and believed to be less than a minute. It begins with that and a margin;
each time-out doubles it, so that a service that holds longer does not look dead for ever; what once came after a while
is waited for as long from then on, and a margin.
*/
export const createPatience = (firstMs: number): Patience => {
	let patience = firstMs;
	let longest = 0;
	return {
		milliseconds: () => patience,
		timedOut: () => {
			patience = Math.max(patience, Math.min(mostPatienceMs, patience * 2));
		},
		answered: afterMs => {
			longest = Math.max(longest, afterMs);
			patience = Math.max(firstMs, longest + patienceMarginMs);
		},
	};
};
