import {normaliseTyped} from '../../domain/number-key.js';
import {cleanText} from '../../domain/text.js';

/** The form nearly all have already. */
const normal = /^00\d{1,30}$/;

/** What the switch writes when the caller withholds the number. */
const withheld = /^(anonymous|anonyme|unknown|unavailable|private|restricted)$/i;

/**
One form for a number, whichever the wire used: `+33…`, `06…` and `0033…` all occur within one event. Anything that is
no telephone number stays as it is, made harmless; a withheld number is empty.
*/
export const normaliseNumber = (text: string): string => {
	if (normal.test(text)) return text;
	const number = normaliseTyped(text);
	if (number !== undefined) return number;
	const clean = cleanText(text);
	if (/^\d+$/.test(clean)) return clean.slice(0, 32);
	return withheld.test(clean) ? '' : clean;
};

/**
The agent's number out of FreeSWITCH's agent name, `agent_0033…_4242`. Other names stay as they are.
Source: OVH's sample client.
*/
export const agentOfName = (name: string): string => /^agent_(\w+)_\d+$/.exec(name)?.[1] ?? name;
