// What the service says to the tokens, and whether anything comes.
import {setTimeout as delay} from 'node:timers/promises';
import {exitStatus} from '../errors.js';
import {messagesFor} from '../i18n/languages.js';
import {formatSpan} from '../presentation/format.js';
import {bad, type Case, type Check, type Finding, good, note, type TriedToken} from './check.js';
import {type Trial, tryToken} from './try-token.js';

const longestHoldMs = 3000;

/** Every token at once, with version 1 of the service: it needs nothing but the token. */
export const checkTrial: Check = async (patient, {tokens}) => {
	const {texts, transport, endpoint, listenMs, signal} = patient;
	const tried = await Promise.all(
		tokens.map(async ({site, token}): Promise<TriedToken> => {
			const began = performance.now();
			const trial = await tryToken({endpoint, token, holdMs: Math.min(longestHoldMs, listenMs)}, signal);
			return {site, token, trial, tookMs: performance.now() - began};
		}),
	);
	const findings = tried.map(({site, trial}) => named(trialFinding(trial, patient), {site, patient, tried}));
	const isV1 = transport === 'auto' || transport === 'v1';
	return {findings: [...findings, ...(isV1 ? [] : [note(texts['trial.byV1'](transport))])], facts: {tried}};
};

const trialFinding = (trial: Trial, {texts, language}: Case): Finding => {
	if (trial.kind === 'refused') return bad(exitStatus.token, texts['trial.refused'], texts['trial.refusedAdvice']);
	if (trial.kind !== 'unreachable') return good(texts[`trial.${trial.kind}`]);
	const reason = `${messagesFor(language)[`failure.${trial.failure}`]} (${trial.detail})`;
	return bad(exitStatus.unreachable, reason, texts[trial.failure === 'status' ? 'advice.service' : 'advice.other']);
};

type Naming = {readonly site: string; readonly patient: Case; readonly tried: readonly TriedToken[]};

const named = (finding: Finding, {site, patient: {texts}, tried}: Naming): Finding =>
	tried.length === 1 ? finding : {...finding, text: texts['trial.site'](site, finding.text)};

/** Listens on with the tokens that work until each brought an event, or the time is over. */
export const checkEvent: Check = async (patient, {tried}) => {
	const working = tried.filter(({trial}) => trial.kind === 'accepted' || trial.kind === 'not-refused');
	const findings = working.map(async candidate => {
		const finding = await firstEvent(candidate, patient);
		return named(finding, {site: candidate.site, patient, tried});
	});
	return {findings: await Promise.all(findings)};
};

/** What answers at once with nothing is not asked in a circle. */
const pauseMs = 500;

const firstEvent = async ({token, trial, tookMs}: TriedToken, patient: Case): Promise<Finding> => {
	const {texts, language, endpoint, listenMs, signal} = patient;
	const span = (milliseconds: number): string => formatSpan(milliseconds, messagesFor(language));
	const began = performance.now() - tookMs;
	const left = (): number => listenMs - (performance.now() - began);
	let latest = trial;
	for (;;) {
		if (latest.kind === 'refused' || latest.kind === 'unreachable') return trialFinding(latest, patient);
		if (latest.kind === 'accepted' && latest.events > 0) return good(texts['event.after'](span(listenMs - left())));
		if (left() <= 0) return note(texts['event.none'](span(listenMs)), texts['event.advice']);
		const session = latest.kind === 'accepted' ? latest.session : undefined;
		if (latest.kind === 'accepted') await delay(Math.min(pauseMs, left()), undefined, {signal});
		latest = await tryToken({endpoint, token, session, holdMs: Math.max(0, left())}, signal);
	}
};
