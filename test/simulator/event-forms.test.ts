import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {eventForms} from '../../source/simulator/event-forms.js';

const recorded = readFileSync(new URL('../fixtures/ovh/flows/q1.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n');

const envelopeKeys = ['Event', 'Token', 'Service', 'Ressource', 'Timestamp', 'Date', 'Data', 'Details'];

const lowerCased = (event: object) =>
	Object.fromEntries(
		Object.entries(event).map(([key, value]) => [envelopeKeys.includes(key) ? key.toLowerCase() : key, value]),
	);

const events = fc.dictionary(
	fc.oneof(fc.constantFrom(...envelopeKeys), fc.string()),
	fc.oneof(
		fc.string({unit: fc.constantFrom('"', '\\', '{', '}', ':', 'Event', 'é')}),
		fc.jsonValue(),
		fc.dictionary(fc.constantFrom(...envelopeKeys), fc.string()),
	),
);

describe('the form of v1', () => {
	it('is how events are written', () => {
		for (const line of recorded) expect(eventForms.v1(line)).toBe(line);
	});
});

describe('the form of v2', () => {
	it('has lower case at the top and nowhere else', () => {
		const text =
			'{"Event":"x","Token":"T","Data":{"Event":"x","Token":"Event"},"Details":{"Description":"Date"},"Other":1}';
		expect(eventForms.v2(text)).toBe(
			'{"event":"x","token":"T","data":{"Event":"x","Token":"Event"},"details":{"Description":"Date"},"Other":1}',
		);
	});

	it('changes the keys of the envelope, whatever the values are', () => {
		fc.assert(
			fc.property(events, event => {
				expect(JSON.parse(eventForms.v2(JSON.stringify(event, null, 1)))).toEqual(lowerCased(event));
			}),
		);
	});

	it('leaves every digit in its place', () => {
		for (const line of recorded) {
			const digits = /\d{19}/g;
			expect(eventForms.v2(line).match(digits)).toEqual(line.match(digits));
		}
	});

	it.each(['null', '7', '"Event"', '[]', '{}'])('leaves %s alone', text => {
		expect(eventForms.v2(text)).toBe(text);
	});
});
