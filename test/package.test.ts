import {execFile, spawn} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};
import {environmentOf, firstLines, program} from './helpers/program.js';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..');

let folder: string;
let installed: string;

// The program starts by its first line, which looks for node; that one is to be the one the tests run on.
const env = environmentOf({PATH: `${dirname(process.execPath)}:${process.env.PATH}`});

const npm = async (...args: readonly string[]): Promise<string> => {
	const flags = ['--offline', '--no-audit', '--no-fund', '--loglevel=error', `--cache=${join(folder, 'cache')}`];
	return (await execute('npm', [...args, ...flags], {cwd: root, env})).stdout;
};

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-package-'));
	// The build is there already, and making it anew would pull it away from under other tests.
	await npm('pack', '--ignore-scripts', '--pack-destination', folder);
	await npm('install', '--global', '--prefix', folder, join(folder, `ovh-cti-board-${packageJson.version}.tgz`));
	installed = join(folder, 'bin', 'ovh-cti-board');
}, 60_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

describe('the package', () => {
	it('holds the build, the licence and the readme, and needs no other package', async () => {
		const home = join(folder, 'lib', 'node_modules');
		expect((await readdir(home)).filter(name => !name.startsWith('.'))).toEqual(['ovh-cti-board']);
		const files = await readdir(join(home, 'ovh-cti-board'));
		expect(files.sort()).toEqual(['LICENSE', 'README.md', 'distribution', 'package.json']);
		const built = await readdir(join(home, 'ovh-cti-board', 'distribution'));
		expect(built.filter(name => !/^(bin\.cjs|[\w-]+\.js|third-party-licenses\.txt)$/.test(name))).toEqual([]);
	});

	it('starts by its name, from anywhere', async () => {
		const {stdout} = await execute(installed, ['--version'], {cwd: '/', env});
		expect(stdout).toBe(`${packageJson.version}\n`);
	});

	it('plays a call centre, and listens to it', async () => {
		const simulator = spawn(installed, ['simulate'], {cwd: '/', env});
		const [line = ''] = await firstLines(simulator, 1);
		const {url, token} = JSON.parse(line);
		const listener = {cwd: '/', env: {...env, OVH_CTI_TOKEN: token}};
		const {stdout} = await execute(installed, ['snapshot', '--for', '2', '--endpoint', url], listener);
		simulator.kill();
		expect(JSON.parse(stdout).totals.lines).toBeGreaterThan(0);
	});
});

describe('third-party-licenses.txt', () => {
	it('names what is in the bundle, each with the text of its licence', async () => {
		const text = await readFile(join(dirname(program), 'third-party-licenses.txt'), 'utf8');
		const entries = text.split(/^-{80}$/m).slice(1);
		const names = entries.map(entry => entry.trim().split(' ')[0]);
		expect(names).toEqual(expect.arrayContaining(['ajv', 'conf', 'ink', 'meow', 'react', 'undici']));
		const withoutText = entries.filter(
			entry => !/copyright|permission|licen[cs]e/i.test(entry.split('\n').slice(3).join()),
		);
		expect(withoutText.map(entry => entry.trim().split('\n')[0])).toEqual([]);
	});
});
