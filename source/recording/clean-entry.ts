import {cleanText} from '../domain/text.js';
import type {Answer, Entry} from './format.js';

/** Longer than any message of ours. */
const messageLimit = 1000;

/**
The entry with everything harmless that is shown as it stands: a recording comes from anywhere. What the service said is
cleaned where it is read.
*/
export const cleaned = <Kind extends Entry>(entry: Kind): Kind => ({
	...entry,
	...('sites' in entry
		? {sites: entry.sites.map(site => (typeof site === 'string' ? cleanText(site) : cleanSite(site)))}
		: {}),
	...('message' in entry ? {message: cleanText(entry.message, messageLimit)} : {}),
	...('path' in entry ? {path: cleanText(entry.path)} : {}),
	...('refused' in entry ? {refused: cleanReasons(entry.refused)} : {}),
});

const cleanSite = (entry: {readonly site: string; readonly token: string}) => ({...entry, site: cleanText(entry.site)});

const cleanReasons = (refused: NonNullable<Answer['refused']>): Answer['refused'] =>
	Object.fromEntries(
		Object.entries(refused).map(([site, reason]) => [cleanText(site), cleanText(reason, messageLimit)]),
	);
