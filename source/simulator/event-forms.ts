/** The interfaces of the service: v1 polls, v2 polls and listens on WebSockets. They differ in the form of an event. */
export type Interface = 'v1' | 'v2';

/**
Brings the JSON text of a v1 event into the form of the interface. v2 writes the keys of the envelope in lower case and
everything else alike, the keys inside `Data` and `Details` included. Source: both observed live by one client. Works on
the text, so that no digit of a number changes.
*/
export const eventForms: Readonly<Record<Interface, (text: string) => string>> = {
	v1: text => text,
	v2: text => {
		let depth = 0;
		return text.replace(token, found => {
			if (found.startsWith('"')) return depth === 1 && envelopeKey.test(found) ? found.toLowerCase() : found;
			depth += found === '{' || found === '[' ? 1 : -1;
			return found;
		});
	},
};

/** What brackets do and strings hide; a key takes its colon along. */
const token = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g;

const envelopeKey = /^"(?:Event|Token|Service|Ressource|Timestamp|Date|Data|Details)"\s*:$/;
