import {setTimeout as delay} from 'node:timers/promises';
import type {Board} from '../domain/board.js';
import type {Feed} from '../domain/feed.js';
import {stateDocument} from '../domain/state-document.js';
import {type BoardError, exitStatus, FeedUnreachableError, TokenRefusedError} from '../errors.js';
import {quoted} from '../quoting.js';
import {type Command, serviceSource} from './command.js';
import {type Listening, listen} from './listen.js';
import {signalled} from './signals.js';

/**
`snapshot`: listens for a while and prints one state document. Throws TokenRefusedError or FeedUnreachableError, and
prints nothing, when no site was reached in that time: an empty board would pass for a quiet one.
*/
export const snapshot: Command = async context => {
	const {options, output} = context;
	const listening = listen({source: await serviceSource(context), policy: options});
	const aborter = new AbortController();
	try {
		const status = await Promise.race([
			signalled({SIGINT: exitStatus.interrupted}),
			delay(options.listenSeconds * 1000, 0, {signal: aborter.signal}),
			allRefused(listening).then(() => 0),
			listening.defect,
		]);
		if (status !== 0) return status;
		listening.store.flush();
		const board = listening.store.getSnapshot();
		if (![...board.feeds.values()].some(wasReached)) throw whyNot(board, options.listenSeconds);
		output.line(JSON.stringify(stateDocument(board, listening.at(), options.rule)));
		return 0;
	} finally {
		aborter.abort();
		await listening.stop();
	}
};

/** Nothing more is to be expected soon: a refused token is tried again after a minute. */
const allRefused = ({store}: Listening): Promise<void> =>
	new Promise(resolve => {
		store.subscribe(() => {
			const feeds = [...store.getSnapshot().feeds.values()];
			if (feeds.length > 0 && feeds.every(({condition}) => condition.kind === 'refused')) resolve();
		});
	});

/** A feed that answered once has told something, even when it is down by now. */
const wasReached = (feed: Feed): boolean =>
	feed.condition.kind === 'live' || feed.events > 0 || feed.lastEventAt !== null || feed.reconnects > 0;

const whyNot = (board: Board, seconds: number): BoardError => {
	const feeds = [...board.feeds.values()];
	const refused = feeds.find(({condition}) => condition.kind === 'refused');
	if (refused)
		return new TokenRefusedError(`the service refuses the token${ofSite(refused)}: check it, or make a new one`);
	const down = feeds.find(({condition}) => condition.kind === 'down');
	const reason = down?.condition.kind === 'down' ? down.condition.reason : `no answer within ${seconds} s`;
	return new FeedUnreachableError(`service not reached: ${reason}`, {failure: 'unreachable'});
};

const ofSite = ({site}: Feed): string => (site === 'default' ? '' : ` of ${quoted(site)}`);
