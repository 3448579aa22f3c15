import {describe, expect, it} from 'vitest';
import {readCommand, readPopMode, readTemplate, readTriggers} from '../source/pop-flags.js';

describe('readTemplate', () => {
	it('takes an address of the web only', () => {
		const template = 'https://crm.example/?n=*CALLING*';
		expect([template, 'ftp://crm.example/', 'https://', 'crm.example'].map(readTemplate)).toEqual([
			template,
			undefined,
			undefined,
			undefined,
		]);
	});
});

describe('readPopMode', () => {
	it.each([
		['modal', 'modal'],
		['popup', 'popup'],
		['silent', 'silent'],
		['silencieux', 'silent'],
		['Silencieux', 'silent'],
		['exec', 'exec'],
		['window', undefined],
	])('%s is %s', (typed, mode) => {
		expect(readPopMode(typed)).toBe(mode);
	});
});

describe('readTriggers', () => {
	it.each([
		['ringing-started,caller-joined', ['ringing-started', 'caller-joined']],
		['start_ringing, member-queue-start', ['ringing-started', 'caller-joined']],
		['start_ringing,ringing-started', ['ringing-started']],
		['end_calling,bridge-agent-start,start-hold', ['talk-ended', 'bridge-started', 'hold-started']],
		['', undefined],
		['start_ringing,registered', undefined],
		['ring', undefined],
	])('%j is %j', (typed, types) => {
		expect(readTriggers(typed)).toEqual(types);
	});
});

describe('readCommand', () => {
	it.each([
		['notify-send', ['notify-send']],
		[' /usr/bin/env  node  pop.js ', ['/usr/bin/env', 'node', 'pop.js']],
		['["C:\\\\Program Files\\\\pop.exe", "a b", ""]', ['C:\\Program Files\\pop.exe', 'a b', '']],
		['', undefined],
		['[]', undefined],
		['[""]', undefined],
		['["a", 1]', undefined],
		['["a"', undefined],
		['sh -c "echo"', undefined],
		['notify {caller}', undefined],
		['["sh", "-c", "echo *CALLING*"]', undefined],
		['["a\\u0000b"]', undefined],
	])('%j is %j', (typed, command) => {
		expect(readCommand(typed)).toEqual(command);
	});
});
