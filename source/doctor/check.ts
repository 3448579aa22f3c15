import type {Environment} from '../environment.js';
import {exitStatus} from '../errors.js';
import type {DoctorTexts} from '../i18n/doctor-en.js';
import type {Language} from '../i18n/languages.js';
import type {Settings} from '../settings.js';
import type {TokenSources} from '../token.js';
import type {SiteToken} from '../token-text.js';
import type {ProxyUse} from './proxy.js';
import type {Trial} from './try-token.js';

/** What is looked at. */
export type Case = {
	readonly texts: DoctorTexts;
	readonly language: Language;
	readonly environment: Environment;
	readonly platform: NodeJS.Platform;
	readonly settings: Settings;
	/** Why the settings file cannot be used; undefined: it can, or there is none. */
	readonly settingsProblem: Error | undefined;
	readonly tokenFile: string | undefined;
	readonly stdin: TokenSources['stdin'];
	/** Only for a token that would be typed on standard input for all to see. */
	readonly ask: TokenSources['ask'];
	readonly endpoint: URL;
	readonly isOwnEndpoint: boolean;
	readonly transport: string;
	/** How long to wait for the first event, milliseconds. */
	readonly listenMs: number;
	/** This machine's clock, epoch milliseconds. */
	readonly now: () => number;
	readonly signal: AbortSignal;
};

export type TriedToken = SiteToken & {
	readonly trial: Trial;
	/** From the first request to the answer, milliseconds. */
	readonly tookMs: number;
};

/** What earlier checks found out for later ones. */
export type Facts = {
	readonly tokens: readonly SiteToken[];
	readonly proxy: ProxyUse;
	/** False from the first step on which cannot be gone. */
	readonly isWayOpen: boolean;
	/** This machine's clock minus the service's, milliseconds; undefined when the service does not tell. */
	readonly clockAheadMs: number | undefined;
	readonly tried: readonly TriedToken[];
};

export const nothingKnown: Facts = {
	tokens: [],
	proxy: {kind: 'none'},
	isWayOpen: true,
	clockAheadMs: undefined,
	tried: [],
};

/** One line of the report. `advice`: what to do about it. */
export type Finding = {
	readonly mark: 'good' | 'bad' | 'note';
	readonly text: string;
	readonly advice?: string;
	/** What the program ends with if this is the first that failed; 0 unless it is bad. */
	readonly status: number;
};

export type Findings = {readonly findings: readonly Finding[]; readonly facts?: Partial<Facts>};

export type Check = (patient: Case, facts: Facts) => Findings | Promise<Findings>;

export const good = (text: string): Finding => ({mark: 'good', text, status: 0});

export const note = (text: string, advice?: string): Finding => ({
	mark: 'note',
	text,
	status: 0,
	...(advice === undefined ? {} : {advice}),
});

export const bad = (status: number, text: string, advice: string): Finding => ({mark: 'bad', text, status, advice});

export const one = (finding: Finding, facts: Partial<Facts> = {}): Findings => ({findings: [finding], facts});

/** Here the way ends. */
export const blocked = (text: string, advice: string): Findings =>
	one(bad(exitStatus.unreachable, text, advice), {isWayOpen: false});
