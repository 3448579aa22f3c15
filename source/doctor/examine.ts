import type {DoctorTexts} from '../i18n/doctor-en.js';
import {type Case, type Check, type Facts, type Finding, type Findings, note, nothingKnown, one} from './check.js';
import {checkAnswer, checkClock} from './check-answer.js';
import {checkEndpoint, checkProxy, checkSettings, checkToken} from './check-setup.js';
import {checkEvent, checkTrial} from './check-trial.js';
import {checkCertificate, checkConnection, checkName} from './check-way.js';

export type CheckName = {
	[Key in keyof DoctorTexts]: Key extends `check.${infer Name}` ? Name : never;
}[keyof DoctorTexts];

type Step = {
	readonly name: CheckName;
	/** What it makes no sense without. */
	readonly needs: 'nothing' | 'way' | 'token';
	readonly check: Check;
};

/** In the order in which one depends on the other. */
const steps: readonly Step[] = [
	{name: 'settings', needs: 'nothing', check: checkSettings},
	{name: 'token', needs: 'nothing', check: checkToken},
	{name: 'endpoint', needs: 'nothing', check: checkEndpoint},
	{name: 'proxy', needs: 'nothing', check: checkProxy},
	{name: 'name', needs: 'way', check: checkName},
	{name: 'connection', needs: 'way', check: checkConnection},
	{name: 'certificate', needs: 'way', check: checkCertificate},
	{name: 'answer', needs: 'way', check: checkAnswer},
	{name: 'clock', needs: 'way', check: checkClock},
	{name: 'trial', needs: 'token', check: checkTrial},
	{name: 'event', needs: 'token', check: checkEvent},
];

export const checkNames: readonly CheckName[] = steps.map(({name}) => name);

/** Checks one thing after the other, and tells each finding at once. Resolves with the exit status: the first failure's. */
export const examine = async (patient: Case, tell: (name: CheckName, finding: Finding) => void): Promise<number> => {
	let facts = nothingKnown;
	let status = 0;
	for (const {name, needs, check} of steps) {
		const skipped = reasonToSkip(needs, {facts, patient});
		const result: Findings = skipped ?? (await check(patient, facts));
		facts = {...facts, ...result.facts};
		for (const finding of result.findings) {
			tell(name, finding);
			status ||= finding.status;
		}
	}
	return status;
};

type Progress = {readonly facts: Facts; readonly patient: Case};

const reasonToSkip = (needs: Step['needs'], {facts, patient: {texts}}: Progress): Findings | undefined => {
	if (needs !== 'nothing' && !facts.isWayOpen) return one(note(texts['skipped.way']));
	return needs === 'token' && facts.tokens.length === 0 ? one(note(texts['skipped.token'])) : undefined;
};
