// Whether the service answers at all, and what time it says it is.
import {request} from 'undici';
import {exitStatus} from '../errors.js';
import {messagesFor} from '../i18n/languages.js';
import {formatSpan} from '../presentation/format.js';
import {createDispatcher} from '../providers/ovh/dispatcher.js';
import {adviceFor, codeOf} from './advice.js';
import {bad, blocked, type Case, type Check, type Findings, good, note, one} from './check.js';

const patienceMs = 5000;

/** A request without a token, of the kind that asks for no content: it says nothing of the account, and is not held. */
export const checkAnswer: Check = async patient => {
	const {texts, endpoint, signal} = patient;
	const dispatcher = createDispatcher();
	const timeout = AbortSignal.timeout(patienceMs);
	try {
		const began = patient.now();
		const answer = await request(endpoint, {
			method: 'HEAD',
			dispatcher,
			signal: AbortSignal.any([signal, timeout]),
		});
		return answered(patient, {status: answer.statusCode, date: String(answer.headers.date), began});
	} catch (error) {
		signal.throwIfAborted();
		// A service may well hold such a request, too: the token's own shows it.
		if (timeout.aborted) return one(note(texts['answer.none'](patienceMs / 1000)));
		const code = codeOf(error);
		return blocked(texts['answer.failed'](code), texts[adviceFor(code)]);
	} finally {
		void dispatcher.destroy();
	}
};

type Answered = {readonly status: number; readonly date: string; readonly began: number};

const answered = ({texts, now}: Case, {status, date, began}: Answered): Findings => {
	const ended = now();
	if (status === 407) return blocked(texts['answer.bad'](status), texts['advice.proxyPassword']);
	// The header is cut to whole seconds, and was written about when half of the time was over.
	const aheadMs = (began + ended) / 2 - (Date.parse(date) + 500);
	const facts = {clockAheadMs: Number.isFinite(aheadMs) ? aheadMs : undefined};
	// What the service says to a request without a token is not known; whether it has trouble is shown by the token's own.
	if (status >= 500) return one(note(texts['answer.bad'](status), texts['advice.service']), facts);
	return one(good(texts['answer.good'](status, Math.round(ended - began))), facts);
};

const toleratedMs = 2000;
const worstMs = 60_000;

/** Waiting times and ages are wrong by as much as the clocks differ, until the board has measured it. */
export const checkClock: Check = ({texts, language, platform}, {clockAheadMs}) => {
	if (clockAheadMs === undefined) return one(note(texts['clock.unknown']));
	const size = Math.abs(clockAheadMs);
	if (size <= toleratedMs) return one(good(texts['clock.good']));
	const span = formatSpan(size, messagesFor(language));
	const text = texts[clockAheadMs > 0 ? 'clock.ahead' : 'clock.behind'](span);
	const advice = texts[clockAdvice(platform)];
	return one(size > worstMs ? bad(exitStatus.unreachable, text, advice) : note(text, advice));
};

const clockAdvice = (platform: NodeJS.Platform) =>
	platform === 'darwin' || platform === 'win32' ? (`clock.advice.${platform}` as const) : 'clock.advice.linux';
