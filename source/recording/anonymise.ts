import {anonymousMessage} from './anonymous-answer.js';
import {anonymousFacts, refusal} from './anonymous-failure.js';
import type {Answer, Entry, Failure, Header} from './format.js';
import {mapMessages} from './json-text.js';
import {createKeyed, type Keyed} from './keyed.js';
import type {Recording} from './reading.js';
import {createMasks} from './text-mask.js';

/** Makes entries that tell as much of the telephones and nothing of people. */
export type Anonymiser = {
	header(header: Header): Header;
	entry(entry: Entry): Entry;
};

/**
Changes numbers, names and identities, each always into the same other one, and empties what nobody needs; times,
counts, causes and the structure stay, so that a replay comes to the same figures. Only what is known to be harmless
stays (`wire-policy.ts`). The key it invents with is new each time and kept nowhere. Secrets must be out already.
*/
export const createAnonymiser = (keyed: Keyed = createKeyed()): Anonymiser => {
	const masks = createMasks(keyed);
	const site = createSiteMask();
	const body = (text: string): string => mapMessages(text, message => anonymousMessage(message, masks));
	const anonymiser: Anonymiser = {
		header: header => ({
			...header,
			sites: header.sites.map(entry => ({...entry, site: site(entry.site)})),
			anonymised: true,
		}),
		entry(entry) {
			if (entry.kind === 'header') return anonymiser.header(entry);
			if (!('sites' in entry)) return entry;
			const sites = entry.sites.map(site);
			if (entry.kind === 'connecting') return {...entry, sites};
			if (entry.kind === 'failure') return {...anonymousFailure(entry), sites};
			return {...entry, sites, body: body(entry.body), ...refusals(entry, site)};
		},
	};
	return anonymiser;
};

/** The same recording, read through an anonymiser. */
export const anonymousRecording = (recording: Recording): Recording => {
	const anonymiser = createAnonymiser();
	return {
		...recording,
		header: anonymiser.header(recording.header),
		async *entries() {
			for await (const entry of recording.entries()) yield anonymiser.entry(entry);
		},
	};
};

type SiteMask = (site: string) => string;

/** The name of a site says where it is. A site without a name keeps having none. */
const createSiteMask = (): SiteMask => {
	const names = new Map<string, string>();
	return site => {
		if (/^default(-\d+)?$/.test(site)) return site;
		const name = names.get(site) ?? `Site ${names.size + 1}`;
		names.set(site, name);
		return name;
	};
};

const refusals = ({refused}: Answer, site: SiteMask): Pick<Answer, 'refused'> =>
	refused ? {refused: Object.fromEntries(Object.keys(refused).map(name => [site(name), refusal]))} : {};

const anonymousFailure = ({kind, at, sites, transport, delayMs, ...facts}: Failure): Failure => ({
	kind,
	at,
	sites,
	transport,
	...anonymousFacts(facts),
	delayMs,
});
