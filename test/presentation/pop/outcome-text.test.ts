import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../../source/i18n/languages.js';
import {outcomeText} from '../../../source/presentation/pop/outcome-text.js';
import {accueil, at} from '../../helpers/builders.js';
import {someStyle} from '../../helpers/some-style.js';

describe('outcomeText', () => {
	it('says what the log says of what was done, offered or failed', () => {
		const about = {at: at(0), number: accueil, target: 'https://crm.example/'} as const;
		expect(outcomeText({...about, type: 'pop-done', mode: 'popup', status: null, tookMs: 1}, someStyle())).toBe(
			'screen pop: https://crm.example/ opened in the browser',
		);
		expect(
			outcomeText({...about, type: 'pop-failed', mode: 'modal', failure: 'status', detail: '503'}, someStyle()),
		).toBe('screen pop failed, https://crm.example/: the server reports a fault (503)');
		expect(outcomeText({...about, type: 'pop-offered', mode: 'popup'}, someStyle())).toContain('no browser here');
	});

	it.each(['en', 'fr'] as const)('has a sentence of its own for each way it comes to nothing (%s)', language => {
		const style = someStyle({messages: messagesFor(language)});
		const types = ['off', 'dropped', 'closed', 'unknown-call', 'none'] as const;
		expect(new Set(types.map(type => outcomeText({type}, style))).size).toBe(types.length);
	});
});
