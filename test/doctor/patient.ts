import {Readable} from 'node:stream';
import {type Case, type Facts, nothingKnown} from '../../source/doctor/check.js';
import {siteName} from '../../source/domain/units.js';
import {doctorTexts} from '../../source/i18n/doctor.js';
import {token} from '../helpers/program.js';

/** Somebody in good health, but for what the test says. */
export const patientWith = (given: Partial<Case> = {}): Case => ({
	texts: doctorTexts('en'),
	language: 'en',
	environment: {OVH_CTI_TOKEN: token},
	platform: 'linux',
	settings: {path: '/no/such/config.json', values: new Map(), warnings: []},
	settingsProblem: undefined,
	tokenFile: undefined,
	stdin: Readable.from(['']),
	ask: undefined,
	endpoint: new URL('http://127.0.0.1:1/'),
	isOwnEndpoint: false,
	transport: 'auto',
	listenMs: 100,
	now: Date.now,
	signal: new AbortController().signal,
	...given,
});

export const factsWith = (given: Partial<Facts> = {}): Facts => ({
	...nothingKnown,
	tokens: [{site: siteName('default'), token}],
	...given,
});
