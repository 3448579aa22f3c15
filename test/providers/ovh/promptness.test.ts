import {describe, expect, it} from 'vitest';
import {createPromptness, settlingMs} from '../../../source/providers/ovh/promptness.js';

const begun = () => {
	let now = 1000;
	const promptness = createPromptness({now: () => now});
	return {
		promptness,
		pass: (milliseconds: number) => {
			now += milliseconds;
		},
	};
};

describe('createPromptness', () => {
	it('believes no time of sending while what had waited may still come', () => {
		const {promptness} = begun();
		expect(promptness.isPrompt({isEmpty: false})).toBe(false);
		expect(promptness.isPrompt({isEmpty: false})).toBe(false);
	});

	it('believes it after an empty answer: nothing waits any more', () => {
		const {promptness} = begun();
		expect(promptness.isPrompt({isEmpty: true})).toBe(false);
		expect(promptness.isPrompt({isEmpty: false})).toBe(true);
	});

	it('believes it some time after the beginning', () => {
		const {promptness, pass} = begun();
		pass(settlingMs);
		expect(promptness.isPrompt({isEmpty: false})).toBe(false);
		expect(promptness.isPrompt({isEmpty: false})).toBe(true);
	});

	it('begins anew with the connection', () => {
		const {promptness, pass} = begun();
		promptness.isPrompt({isEmpty: true});
		promptness.begin();
		expect(promptness.isPrompt({isEmpty: false})).toBe(false);
		pass(settlingMs);
		promptness.isPrompt({isEmpty: false});
		expect(promptness.isPrompt({isEmpty: false})).toBe(true);
	});
});
