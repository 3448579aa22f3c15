import {spawnSync} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};
import {commandNames} from '../source/command-names.js';
import {helpPage} from '../source/help.js';
import {environmentOf, program, run, token} from './helpers/program.js';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-cli-'));
});

afterAll(() => rm(folder, {recursive: true, force: true}));

/** A refusal as the user meets it: one line, the status, nothing on standard output. */
const refused = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, status = 2) => {
	const ended = await run(args, {env});
	expect(ended).toMatchObject({status, stdout: ''});
	expect(ended.stderr).toMatch(/^ovh-cti-board: [^\n]+\n$/);
	expect(ended.stderr).not.toMatch(/\n\s+at |Error:/);
	return ended.stderr;
};

describe('the built program', () => {
	it('tells its version', async () => {
		expect(await run(['--version'])).toEqual({status: 0, signal: null, stdout: `${packageJson.version}\n`, stderr: ''});
	});

	it.each(commandNames)('explains %s, examples first, in both languages', async name => {
		const args = name === 'board' ? ['--help'] : [name, '--help'];
		const english = await run(args);
		expect(english).toEqual({status: 0, signal: null, stdout: `${helpPage(name, 'en')}\n`, stderr: ''});
		expect(english.stdout.indexOf('Examples')).toBeLessThan(english.stdout.indexOf('Flags'));
		const french = await run(args, {env: {LANG: 'fr_FR.UTF-8'}});
		expect(french.stdout).toBe(`${helpPage(name, 'fr')}\n`);
		expect(french.stdout).toContain('Exemples');
	});

	it('explains itself in spite of broken settings', async () => {
		await mkdir(join(folder, 'ovh-cti-board'), {recursive: true});
		await writeFile(join(folder, 'ovh-cti-board', 'config.json'), '{');
		const env = {XDG_CONFIG_HOME: folder};
		expect((await run(['--help'], {env})).status).toBe(0);
		expect(await refused(['tail'], env)).toContain(join(folder, 'ovh-cti-board', 'config.json'));
	});

	it('takes its language and its token from the settings', async () => {
		const home = join(folder, 'french');
		await mkdir(join(home, 'ovh-cti-board'), {recursive: true});
		await writeFile(join(home, 'ovh-cti-board', 'config.json'), '{"lang": "fr", "token": "nonsense"}');
		const env = {XDG_CONFIG_HOME: home};
		expect((await run(['--help'], {env})).stdout).toContain('Exemples');
		expect(await refused(['tail'], env)).toContain('token in');
	});

	it.each([
		[['--foo'], 'unknown flag "--foo"'],
		[['snapsot'], 'unknown command "snapsot"'],
		[['--lang', 'de'], 'expected en or fr, got "de"'],
		[['tail', '--seed', '1'], '--seed does not go with tail'],
		[['simulate', '--port', 'x'], '--port: expected a whole number'],
		[['--token-file', '/no/such/file'], 'cannot read "/no/such/file" (ENOENT)'],
		[['--lang', '\u001B]0;x\u0007\u001B[2J'], 'got "]0;x[2J"'],
	])('refuses %j', async (args, expected) => {
		expect(await refused(args)).toContain(expected);
	});

	it('ends with 3 when there is no token and nobody to ask', async () => {
		for (const command of [[], ['tail'], ['snapshot']]) {
			expect(await refused(command, {}, 3)).toContain('no token');
		}
	});

	it('refuses a token on the command line without repeating it', async () => {
		for (const args of [['--token', token], [`--token=${token}`], [token], ['--token-file', token]]) {
			const message = await refused(args);
			for (const part of token.split('-')) expect(message).not.toContain(part);
		}
	});

	it('refuses a token of the wrong form before any request', async () => {
		const message = await refused(['snapshot', '--endpoint', 'http://127.0.0.1:1/'], {OVH_CTI_TOKEN: `${token}F`});
		expect(message).toContain('OVH_CTI_TOKEN: expected a token of 8-4-4-4-12');
		expect(message).not.toContain('1738D072');
	});

	it('does not load React for what is no board', async () => {
		const loaded = spawnSync(process.execPath, [program, 'tail'], {
			env: environmentOf({NODE_DEBUG: 'esm', OVH_CTI_TOKEN: 'x'}),
			encoding: 'utf8',
		});
		expect(loaded.stderr).toContain('distribution/tail');
		expect(loaded.stderr).not.toContain('show-board');
	});
});

/** The entry under a Node of another version, as far as the program can tell. */
const underNode = (version: string) =>
	spawnSync(
		process.execPath,
		[
			'-e',
			`Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}});
			process.argv = ['node', 'bin.cjs', '--version'];
			require(${JSON.stringify(program)});`,
		],
		{env: environmentOf(), encoding: 'utf8'},
	);

describe('bin.cjs', () => {
	it.each(['0.10.48', '8.17.0', '20.20.2', '22.18.0'])('refuses Node %s in one line', version => {
		const {status, stdout, stderr} = underNode(version);
		expect({status, stdout}).toEqual({status: 2, stdout: ''});
		expect(stderr).toBe(`ovh-cti-board needs Node.js 22.19 or newer; this is ${version}.\n`);
	});

	it.each(['22.19.0', '24.0.0', '100.0.0'])('runs on Node %s', version => {
		expect(underNode(version)).toMatchObject({status: 0, stdout: `${packageJson.version}\n`, stderr: ''});
	});

	it('is written in syntax that every Node reads', async () => {
		const text = await readFile(program, 'utf8');
		const code = text.replace(/\/\/.*$/gm, '').replace(/'(?:\\.|[^'\\])*'/g, "''");
		expect(code).not.toMatch(/\b(?:const|let|class|async|await|import)\b|=>|`|\.\.\.|\?\?|\?\./);
	});
});
