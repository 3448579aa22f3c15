/** After an answer with events: they are drawn ten times a second, so asking more often than this shows hardly anything sooner. */
const betweenEventsMs = 40;

/** A held request takes seconds; an empty answer sooner than this means that the service does not hold. */
const heldAtLeastMs = 1000;

/** How long to leave the service alone after an answer: never a hot loop, whatever it answers how fast. */
export const restMs = ({hasEvents, tookMs}: {readonly hasEvents: boolean; readonly tookMs: number}): number =>
	hasEvents ? betweenEventsMs : Math.max(0, heldAtLeastMs - Math.max(0, tookMs));
