import {afterEach, describe, expect, it} from 'vitest';
import {type EventService, serveEvents} from './helpers/event-service.js';
import {program, token} from './helpers/program.js';
import {type PseudoTerminal, runInTerminal} from './helpers/pseudo-terminal.js';

let service: EventService | undefined;

afterEach(() => service?.close());

/** The program, and after it what the terminal's settings are then. */
const inShell = (args: readonly string[]): PseudoTerminal => {
	const line = [process.execPath, program, ...args].map(word => `'${word}'`).join(' ');
	return runInTerminal(['/bin/sh', '-c', `${line}; echo "status $?"; stty -a`]);
};

const question = /Token: $/;
const echoIsBack = /status (\d+)[\s\S]*\Wicanon[\s\S]* echo /;

describe('askForTokens', () => {
	it('hides what is typed, takes it for the token, and shows typing again', async () => {
		service = await serveEvents([]);
		const terminal = inShell(['snapshot', '--for', '1', '--endpoint', service.url]);
		await terminal.shows(question);
		expect(terminal.written()).toContain('/telephony/{billingAccount}/eventToken');
		terminal.type(`${token.toLowerCase()}xy`);
		await terminal.shows(/\*{38}/);
		terminal.type('\u007F\u007F\r');
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain('status 0');
		expect(terminal.written().toUpperCase()).not.toContain('1738D072');
		expect(service.queries[0]?.get('token')).toBe(token);
	});

	it('takes lines that are pasted for a token each', async () => {
		service = await serveEvents([]);
		const terminal = inShell(['snapshot', '--for', '1', '--endpoint', service.url]);
		await terminal.shows(question);
		const other = token.replace('1', '2');
		terminal.type(`Lyon=${token}\rParis=${other}\r`);
		await terminal.shows(echoIsBack);
		expect(service.queries.map(query => query.get('token'))).toEqual(expect.arrayContaining([token, other]));
	});

	it('asks again for what is no token', async () => {
		const terminal = inShell(['snapshot']);
		await terminal.shows(question);
		terminal.type('nonsense\r');
		await terminal.shows(/no token[\s\S]*Token: $/);
		terminal.type('\u0003');
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain('status 130');
		expect(terminal.written()).not.toContain('nonsense');
	});

	it.each([
		['an empty line', '\r', 3],
		['the end of input', '\u0004', 3],
		['Ctrl-C in the middle', '1738\u0003', 130],
	])('ends on %s', async (_name, keys, status) => {
		const terminal = inShell(['tail']);
		await terminal.shows(question);
		terminal.type(keys);
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain(`status ${status}`);
		expect(terminal.written()).not.toContain('1738');
	});

	it('asks at the terminal even when standard input is another, and gives it back when killed', async () => {
		const line = `'${process.execPath}' '${program}' tail </dev/null`;
		const terminal = runInTerminal(['/bin/sh', '-c', `${line} & echo "pid $!;"; wait $!; echo "status $?"; stty -a`]);
		await terminal.shows(question);
		const [, pid] = /pid (\d+);/.exec(terminal.written()) ?? [];
		process.kill(Number(pid), 'SIGTERM');
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain('status 143');
	});
});
