import {mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import {startService} from '../../source/simulator/server.js';
import {token} from '../helpers/program.js';
import {openTerminal} from '../helpers/pty.js';
import {answers, startPopServer} from '../screen-pop/pop-server.js';

const alice = '0033199000101';

const down = '\u001B[B';
const right = '\u001B[C';
const tryKey = '\u0014';

it('the screen pop is set, tried and saved on the board, and opens the next call (French)', async () => {
	const home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-journey-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const crm = await startPopServer(answers.page);
	onTestFinished(crm.close);
	const service = await startService({tokens: [token], welcome: 'recent'});
	onTestFinished(service.close);
	const terminal = openTerminal(['--endpoint', service.url], {
		columns: 120,
		env: {OVH_CTI_TOKEN: token, LANG: 'fr_FR.UTF-8', HOME: home, XDG_CONFIG_HOME: home},
	});
	await terminal.shows('en direct');

	terminal.press(':pop\r');
	await terminal.shows("Remontée de fiche : ce qui s'ouvre quand un appel arrive");
	terminal.press('htp');
	await terminal.shows('Il faut une adresse http:// ou https://');
	terminal.press('\u007Ftp');
	terminal.press(`\u0015${crm.url}/fiche?n=*CALLING*`);
	terminal.press(down);
	await terminal.shows(`${crm.url}/fiche?n={caller}`);
	terminal.press(right);
	terminal.press(right);
	await terminal.shows('[silent]');
	terminal.press(tryKey);
	await terminal.shows('/fiche interrogé, statut 200');
	expect(crm.asked.map(({url}) => url)).toEqual(['/fiche?n=0033639980001']);

	terminal.press('\r');
	await terminal.shows('remontée de fiche enregistrée dans');
	const path = join(home, 'ovh-cti-board', 'config.json');
	expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
		popUrl: `${crm.url}/fiche?n={caller}`,
		popMode: 'silent',
	});
	expect((await stat(path)).mode & 0o777).toBe(0o600);

	const now = Date.now();
	service.publish([
		{
			Event: 'start_ringing',
			Token: token,
			Service: 'sip',
			Ressource: alice,
			Timestamp: now * 1_000_000,
			Data: {CallId: 'one', Called: alice, Calling: '0033612345678', Dialed: alice, Ts: String(Math.floor(now / 1000))},
			Details: {Description: 'Alice', SimultaneousLine: '2', Type: 'sipCirpack'},
		},
	]);
	await crm.heard(2);
	expect(crm.asked[1]?.url).toBe('/fiche?n=0033612345678');
	await terminal.shows('◐ Alice');
	terminal.press('q');
	expect((await terminal.ended).exitCode).toBe(0);
});
