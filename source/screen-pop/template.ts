// Addresses with variables. Whoever calls chooses what some of them hold, so none may change where the address leads.
import {cleanText} from '../domain/text.js';

/** What variables stand for; empty when unknown. `serviceEvent`: the event as the event service calls it. */
export const factNames = [
	'caller',
	'called',
	'dialled',
	'event',
	'queue',
	'agent',
	'callId',
	'line',
	'label',
	'duration',
	'serviceEvent',
] as const;

export type FactName = (typeof factNames)[number];
export type PopFacts = Readonly<Record<FactName, string>>;

/** The names of OVH's own dashboard. Its `*EVENT*` is documented as the service's name, `start_ringing`. */
const starred: Readonly<Record<string, FactName>> = {
	CALLING: 'caller',
	CALLED: 'called',
	DIALED: 'dialled',
	EVENT: 'serviceEvent',
};

const variables = /\*(CALLING|CALLED|DIALED|EVENT)\*|\{([a-zA-Z]+)\}/g;

/** Longer addresses are refused by many servers. */
const longestTemplate = 2000;
const longestValue = 200;

const nameOf = (star: string | undefined, brace: string | undefined): FactName | undefined =>
	star === undefined ? factNames.find(name => name === brace && name !== 'serviceEvent') : starred[star];

const fill = (template: string, put: (name: FactName) => string): string =>
	template.replace(variables, (found, star?: string, brace?: string) => {
		const name = nameOf(star, brace);
		return name === undefined ? found : put(name);
	});

/** RFC 3986 reserves some characters that JavaScript leaves as they are. */
const encode = (value: string): string =>
	encodeURIComponent(value).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Dots alone are steps through the folders of a path, encoded or not. Source: the WHATWG's URL standard. */
const harmless = (value: string): string => {
	const clean = cleanText(value, longestValue);
	return /^\.+$/.test(clean) ? '' : clean;
};

const placeOf = ({origin, username, password}: URL): string => [origin, username, password].join(' ');
const depthOf = ({pathname}: URL): number => pathname.split('/').length;

/** True for a text that names a variable, known or not. */
export const hasVariable = (text: string): boolean => text.search(variables) >= 0;

/** The template with our names where it has those of OVH's dashboard; `*EVENT*` stays, since ours is called otherwise. */
export const inOurNames = (template: string): string =>
	template.replace(variables, (found, star?: string) => {
		const name = star === undefined ? undefined : starred[star];
		return name === undefined || name === 'serviceEvent' ? found : `{${name}}`;
	});

/** The template with the same harmless letter for every variable. */
const sample = (template: string, letter = 'x'): URL | null => URL.parse(fill(template, () => letter));

/** True for an address of the web, with known variables and those after its host only. */
export const isTemplate = (template: string): boolean => {
	const [one, other] = [sample(template), sample(template, 'y')];
	if (one === null || other === null || template.length > longestTemplate) return false;
	if (!['http:', 'https:'].includes(one.protocol) || placeOf(one) !== placeOf(other)) return false;
	return [...template.matchAll(variables)].every(([, star, brace]) => nameOf(star, brace) !== undefined);
};

/**
The address with every variable filled in, its value made harmless, cut to 200 characters and encoded. Null for one that would lead to
another place than the template says.
*/
export const fillTemplate = (template: string, facts: PopFacts): URL | null => {
	const model = sample(template);
	const url = URL.parse(fill(template, name => encode(harmless(facts[name]))));
	if (model === null || url === null) return null;
	return placeOf(url) === placeOf(model) && depthOf(url) === depthOf(model) ? url : null;
};

/** The address for a log: neither user nor query, which may hold secrets. */
export const targetText = ({origin, pathname}: URL): string => cleanText(`${origin}${pathname}`);
