import {randomBytes, randomInt} from 'node:crypto';
import type {Interface} from './event-forms.js';

/**
Makes up names of sessions. v1: no sample is public, and one that breaks clients which do not encode it in the URL serves
best. v2: 12 letters and digits, as in the one sample that is known.
*/
export const sessionIds: Readonly<Record<Interface, () => string>> = {
	v1: () => `${randomBytes(15).toString('base64')}+/&=`,
	v2: () => Array.from({length: 12}, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
