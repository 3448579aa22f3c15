import type {FailureFacts} from './format.js';

/** What is said of a refused token. */
export const refusal = 'the service refuses the token';

/** Addresses stand in messages: of what these say, only what is known to be harmless stays. */
export const anonymousFacts = (facts: FailureFacts): FailureFacts => {
	if (facts.code === 'TOKEN_REFUSED') return {...facts, message: refusal};
	if (facts.code === 'FEED_UNREACHABLE') return {...facts, message: reachability(facts)};
	const path = /^(?!.*\d{6})[\w.[\]]{1,60}$/.test(facts.path) ? facts.path : 'answer';
	const expectation = /expected [a-z ,]{1,60}$/i.exec(facts.message)?.[0] ?? 'expected something else';
	return {...facts, path, message: `${path}: ${expectation}`};
};

const reachability = ({message, failure, status}: Extract<FailureFacts, {readonly code: 'FEED_UNREACHABLE'}>) => {
	const code = /\(([A-Z][A-Z_]+)\)/.exec(message)?.[1] ?? 'connection lost';
	const words = {
		timeout: 'no answer from the service in time',
		status: `the service answered with status ${status ?? 'unknown'}`,
		'too-large': 'the answer is too large',
		unreachable: `cannot reach the service (${code})`,
	} as const;
	return words[failure];
};
