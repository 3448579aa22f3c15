import type {Line} from './company.js';
import {type Leg, type LineTeller, phoneCallId} from './line-events.js';
import type {Stage} from './stage.js';

/** Every telephone registers within the first seconds and again every few minutes, each at its own pace. */
export const startRegistrations = (stage: Stage, lines: readonly Line[], tellLine: LineTeller): void => {
	const {random, after} = stage;
	for (const line of lines) {
		const callId = phoneCallId(random);
		const everyMs = random.between(170_000, 270_000);
		const register = (sequence: number) => {
			tellLine(registration(line, callId, sequence), 'registered');
			after(everyMs * random.between(0.95, 1.05), () => register(sequence + 1));
		};
		after(random.between(0, 2000), () => register(random.integer(10, 900)));
	}
};

/** Source: the CTI guide of ovh/docs, for caller and called being the line itself. */
const registration = (line: Line, callId: string, sequence: number): Leg => ({
	line,
	callId,
	calling: line.number,
	called: line.number,
	sequence,
});
