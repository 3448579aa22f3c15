import type {Timers} from './timers.js';

/** Whether the events of an answer were sent just now, so that their time tells how far the two clocks are apart. */
export type Promptness = {
	/** The connection begins, or begins anew: events may have waited for us. */
	begin(): void;
	/** Of the answer that has just come. */
	isPrompt(answer: {readonly isEmpty: boolean}): boolean;
};

/** What has waited for a connection arrives in this time after it opened, milliseconds. */
export const settlingMs = 2000;

/** What waited on the service's side is over once an answer was empty, or some time has passed. */
export const createPromptness = ({now}: Pick<Timers, 'now'>): Promptness => {
	let begunAt = now();
	let isOver = false;
	return {
		begin: () => {
			begunAt = now();
			isOver = false;
		},
		isPrompt: ({isEmpty}) => {
			const wasOver = isOver;
			isOver ||= isEmpty || now() - begunAt >= settlingMs;
			return wasOver;
		},
	};
};
