import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix, relative, sep} from 'node:path';
import {describe, expect, it} from 'vitest';

type Rung = {
	/** A folder, or a file with its extension, under `source/`. */
	readonly path: string;
	/** What of ours it may import besides itself: folders, or single files. `'*'`: everything. */
	readonly own: readonly string[] | '*';
	/** Packages it may import; `node:*` stands for all of Node. With a list of files: only these may. `'*'`: everything. */
	readonly packages: Readonly<Record<string, readonly string[] | 'anywhere'>> | '*';
	/** What may be loaded while the program runs. `'*'`: anything, where a command is chosen. */
	readonly loadsLater?: readonly string[] | '*';
};

/**
The files that make options, settings and a token out of what the user gave. They know names of things, not the things,
and load the two packages that cost most of the start only when there is something for them to do.
*/
const atTheStart = [
	'arguments.ts',
	'command-names.ts',
	'environment.ts',
	'flag-values.ts',
	'flag-shapes.ts',
	'flags.ts',
	'help.ts',
	'moments.ts',
	'nearest.ts',
	'options.ts',
	'options-pop.ts',
	'options-rule.ts',
	'pop-flags.ts',
	'quoting.ts',
	'settings.ts',
	'settings-effective.ts',
	'settings-file.ts',
	'settings-migrations.ts',
	'settings-schema.ts',
	'settings-text.ts',
	'settings-watch.ts',
	'token.ts',
	'token-keys.ts',
	'token-place.ts',
	'token-prompt.ts',
	'token-text.ts',
	'token-typed.ts',
];
const knownAtTheStart = [
	'../package.json',
	'domain',
	'errors.ts',
	'i18n',
	'presentation/views.ts',
	'providers/ovh/endpoint.ts',
	'screen-pop/rule.ts',
	'screen-pop/template.ts',
	'simulator/faults.ts',
	'simulator/phone-numbers.ts',
];
const startPackages = {conf: ['settings-file.ts'], meow: ['arguments.ts', 'options.ts'], 'node:*': 'anywhere'} as const;

/** Who may import what. The first rung that holds a file counts; a file on none fails. */
const ladder: readonly Rung[] = [
	{path: 'domain', own: [], packages: {}},
	{path: 'i18n', own: [], packages: {}},
	{path: 'errors.ts', own: [], packages: {}},
	{
		path: 'presentation',
		own: ['domain', 'i18n'],
		packages: {
			'libphonenumber-js': ['presentation/telephone.ts'],
			papaparse: ['presentation/csv.ts'],
			'string-width': ['presentation/width.ts'],
		},
	},
	{
		path: 'contacts',
		own: ['domain', 'errors.ts', 'presentation/contacts.ts', 'quoting.ts'],
		packages: {'ical.js': ['contacts/vcard.ts'], 'node:*': 'anywhere', papaparse: ['contacts/csv.ts']},
	},
	{
		path: 'providers',
		own: ['domain', 'errors.ts'],
		packages: {
			undici: [
				'providers/ovh/dispatcher.ts',
				'providers/ovh/handshake.ts',
				'providers/ovh/http.ts',
				'providers/ovh/providers.ts',
				'providers/ovh/socket.ts',
				'providers/ovh/socket-line.ts',
			],
		},
	},
	{path: 'runtime', own: ['domain', 'errors.ts', 'providers/provider.ts'], packages: {}},
	{
		path: 'cache',
		own: ['domain', 'errors.ts', 'runtime/day-watch.ts', 'runtime/store.ts'],
		packages: {'node:*': 'anywhere'},
	},
	{path: 'history', own: ['domain', 'errors.ts', 'runtime/store.ts'], packages: {'node:*': 'anywhere'}},
	{
		path: 'screen-pop',
		own: ['domain', 'errors.ts', 'runtime/store.ts'],
		packages: {
			'html-to-text': ['screen-pop/html.ts'],
			'node:*': 'anywhere',
			open: ['screen-pop/browser.ts'],
			undici: ['screen-pop/http.ts'],
		},
		loadsLater: ['html-to-text', 'open', 'undici'],
	},
	{
		path: 'simulator',
		own: ['providers/ovh/wire.ts'],
		packages: {'node:*': 'anywhere', ws: 'anywhere'},
		loadsLater: ['node:https', 'ws'],
	},
	{path: 'terminal', own: [], packages: {'node:*': 'anywhere', 'string-width': 'anywhere'}},
	{
		path: 'ui',
		own: ['domain', 'i18n', 'presentation', 'runtime', 'terminal'],
		packages: {ink: 'anywhere', react: 'anywhere'},
	},
	{
		path: 'doctor',
		own: [
			'domain',
			'environment.ts',
			'errors.ts',
			'i18n',
			'presentation/format.ts',
			'providers/ovh',
			'quoting.ts',
			'settings.ts',
			'token.ts',
			'token-place.ts',
			'token-text.ts',
		],
		packages: {'node:*': 'anywhere', undici: 'anywhere'},
	},
	{
		path: 'recording',
		own: [
			'domain',
			'errors.ts',
			'providers/ovh/answer.ts',
			'providers/ovh/numbers.ts',
			'providers/provider.ts',
			'quoting.ts',
			'runtime',
		],
		packages: {'node:*': 'anywhere'},
	},
	{path: 'commands', own: '*', packages: '*', loadsLater: '*'},
	{path: 'cli.ts', own: '*', packages: '*', loadsLater: '*'},
	{path: 'bin.cjs', own: ['cli.ts'], packages: {'node:*': 'anywhere'}, loadsLater: ['./cli.js']},
	...atTheStart.map(
		(path): Rung => ({
			path,
			own: [...atTheStart, ...knownAtTheStart],
			packages: startPackages,
			loadsLater: ['conf', 'meow'],
		}),
	),
];

/** Where colours may have their names. */
const palettes = ['ui/theme.ts', 'terminal/style.ts'];
const mostLines = 200;

const root = join(import.meta.dirname, '..', 'source');

type SourceFile = {readonly path: string; readonly text: string};
type Import = {readonly specifier: string; readonly isDynamic: boolean};

const files: readonly SourceFile[] = readdirSync(root, {recursive: true, withFileTypes: true})
	.filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
	.map(entry => join(entry.parentPath, entry.name))
	.map(path => ({path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8')}))
	.sort((one, other) => (one.path < other.path ? -1 : 1));

const withoutComments = (text: string): string =>
	text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const importsOf = (text: string): readonly Import[] => {
	const code = withoutComments(text);
	const still = [...code.matchAll(/(?<!['"`.])\b(?:from|import|require\()\s*['"`]([^'"`]+)['"`]/g)];
	const dynamic = [...code.matchAll(/\bimport\s*\(\s*(?:['"`]([^'"`]+)['"`])?/g)];
	return [
		...still.map(([, specifier = '']) => ({specifier, isDynamic: false})),
		...dynamic.map(([, specifier = '(computed)']) => ({specifier, isDynamic: true})),
	];
};

/** The file an import of ours names, `domain/units.ts`; null for a package. */
const targetOf = (from: string, specifier: string): string | null => {
	if (!specifier.startsWith('.')) return null;
	const path = posix.join(dirname(from), specifier);
	const candidates = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path];
	return candidates.find(candidate => files.some(file => file.path === candidate)) ?? path;
};

const isUnder = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

const packageOf = (specifier: string): string =>
	specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');

const mayUse = ({packages}: Rung, {path, specifier}: {readonly path: string; readonly specifier: string}): boolean => {
	if (packages === '*') return true;
	const allowed = packages[specifier.startsWith('node:') ? 'node:*' : packageOf(specifier)];
	return allowed === 'anywhere' || (allowed?.includes(path) ?? false);
};

const mayImport = (rung: Rung, target: string): boolean =>
	rung.own === '*' || isUnder(target, rung.path) || rung.own.some(place => isUnder(target, place));

const mayLoadLater = ({loadsLater = []}: Rung, specifier: string): boolean =>
	loadsLater === '*' || loadsLater.includes(specifier);

const importViolations = ({path, text}: SourceFile): readonly string[] => {
	const rung = ladder.find(candidate => isUnder(path, candidate.path));
	if (!rung) return ['stands on no rung of the ladder'];
	return importsOf(text).flatMap(({specifier, isDynamic}) => {
		const target = targetOf(path, specifier);
		const isAllowed = target === null ? mayUse(rung, {path, specifier}) : mayImport(rung, target);
		return [
			...(isAllowed ? [] : [`may not import ${specifier}`]),
			...(target !== null && !/\.js(on)?$/.test(specifier) ? [`imports ${specifier} without .js`] : []),
			...(isDynamic && !mayLoadLater(rung, specifier) ? [`loads ${specifier} while running`] : []),
		];
	});
};

const colour =
	/(['"`])(?:black|red|green|yellow|blue|magenta|cyan|white|gr[ae]y)(?:Bright)?\1|(['"`])#[\da-f]{3,8}\2|\brgb\(/gi;

const styleViolations = ({path, text}: SourceFile): readonly string[] => {
	const code = withoutComments(text);
	const lines = text.trimEnd().split('\n').length;
	const colours = palettes.includes(path) ? [] : [...code.matchAll(colour)].map(([name]) => `names the colour ${name}`);
	const statements = code.split(';').filter(statement => statement.trim() !== '');
	const onlyPassesOn =
		statements.length > 0 && statements.every(statement => /^\s*export\b[^=]*\bfrom\b/.test(statement));
	return [
		...(lines > mostLines ? [`has ${lines} lines`] : []),
		...colours,
		...(/(^|\/)index\.[jt]sx?$/.test(path) || onlyPassesOn || /\bexport\s*\*/.test(code) ? ['is a barrel'] : []),
		...(/\bexport\s+default\b/.test(code) ? ['has a default export'] : []),
	];
};

/** The files of one circle of imports, in order, or null. */
const findCircle = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
	const done = new Set<string>();
	const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
		const start = trail.indexOf(path);
		if (start >= 0) return [...trail.slice(start), path];
		if (done.has(path)) return null;
		for (const next of edges.get(path) ?? []) {
			const circle = visit(next, [...trail, path]);
			if (circle) return circle;
		}
		done.add(path);
		return null;
	};
	for (const path of edges.keys()) {
		const circle = visit(path, []);
		if (circle) return circle;
	}
	return null;
};

const edges = new Map(
	files.map(({path, text}) => [
		path,
		importsOf(text)
			.map(({specifier}) => targetOf(path, specifier))
			.filter(target => target !== null),
	]),
);

describe('architecture', () => {
	it.each(files)('$path keeps to its rung of the ladder', file => {
		expect([...importViolations(file), ...styleViolations(file)]).toEqual([]);
	});

	it('has no circle of imports, types included', () => {
		expect(findCircle(edges)?.join(' → ') ?? 'none').toBe('none');
	});

	it('finds the files of the domain and of the ladder at all', () => {
		expect(files.map(({path}) => path)).toEqual(expect.arrayContaining(['domain/reduce.ts', 'errors.ts']));
	});
});

describe('importsOf', () => {
	it.each([
		["import {a} from './a.js';", {specifier: './a.js', isDynamic: false}],
		["import type {\n\ta,\n\tb,\n} from '../a.js';", {specifier: '../a.js', isDynamic: false}],
		["import './a.js';", {specifier: './a.js', isDynamic: false}],
		["export {a} from './a.js';", {specifier: './a.js', isDynamic: false}],
		["const a = await import('./a.js');", {specifier: './a.js', isDynamic: true}],
		["type A = import('./a.js').A;", {specifier: './a.js', isDynamic: true}],
		['await import(name);', {specifier: '(computed)', isDynamic: true}],
		["const a = require('a');", {specifier: 'a', isDynamic: false}],
	])('sees %s', (text, found) => {
		expect(importsOf(text)).toEqual([found]);
	});

	it('does not see what a comment says', () => {
		expect(importsOf("/** from './a.js' */\n// import './b.js'\nconst url = 'https://c.d/';")).toEqual([]);
	});
});

describe('importViolations', () => {
	it.each([
		['domain/a.ts', "import {x} from '../errors.js';", 'may not import ../errors.js'],
		['domain/a.ts', "import {readFile} from 'node:fs';", 'may not import node:fs'],
		['domain/handlers/a.ts', "import '../../i18n/en.js';", 'may not import ../../i18n/en.js'],
		['providers/ovh/parse.ts', "import {request} from 'undici';", 'may not import undici'],
		['runtime/a.ts', "import type {W} from '../providers/ovh/wire.js';", 'may not import ../providers/ovh/wire.js'],
		['terminal/a.ts', "import {useState} from 'react';", 'may not import react'],
		['domain/a.ts', "type A = Pick<B, 'from' | 'to'>;\nimport './units';", 'imports ./units without .js'],
		['settings.ts', "await import('node:os');", 'loads node:os while running'],
		['ui/a.tsx', "const {render} = await import('ink');", 'loads ink while running'],
		['ui/a.tsx', "import {x} from '../providers/provider.js';", 'may not import ../providers/provider.js'],
		['domain/a.ts', "import {x} from './units';", 'imports ./units without .js'],
		['elsewhere/a.ts', '', 'stands on no rung of the ladder'],
	])('%s: %s', (path, text, violation) => {
		expect(importViolations({path, text})).toEqual([violation]);
	});
});

describe('styleViolations', () => {
	it.each([
		['domain/index.ts', 'export const a = 1;', 'is a barrel'],
		['domain/all.ts', "export {a} from './a.js';\nexport type {b} from './b.js';", 'is a barrel'],
		['domain/all.ts', "export * from './a.js';", 'is a barrel'],
		['domain/a.ts', 'export default 1;', 'has a default export'],
		['ui/a.tsx', '<Text color="red" />', 'names the colour "red"'],
		['presentation/a.ts', "const tone = '#ff8800';", "names the colour '#ff8800'"],
		['domain/a.ts', 'const a = 1;\n'.repeat(201), 'has 201 lines'],
	])('%s: %s', (path, text, violation) => {
		expect(styleViolations({path, text})).toContain(violation);
	});

	it('allows a colour in the theme', () => {
		expect(styleViolations({path: 'ui/theme.ts', text: "const warm = 'red';"})).toEqual([]);
	});
});

describe('findCircle', () => {
	it('tells the way round', () => {
		const found = findCircle(
			new Map([
				['a', ['b']],
				['b', ['c']],
				['c', ['b']],
			]),
		);
		expect(found).toEqual(['b', 'c', 'b']);
	});
});
