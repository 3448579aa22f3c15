import {readFileSync} from 'node:fs';

/** Characters that take one cell each and join no others. */
const [, singleCells] = /^export const singleCells = (.*);$/m.exec(
	readFileSync('source/presentation/width.ts', 'utf8'),
);

/**
Work that libraries do when they are loaded and the board never needs, or not before its first frame. Measured where
Node alone starts in 27 ms. Each patch leaves what the library does as it is, and fails the build when it no longer fits.
*/
const patches = [
	{
		// 20 ms: V8 builds the table of all emoji. Now when the first one is met; each has a property asked for before.
		file: 'string-width/index.js',
		before: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
		after: `let rgiEmoji;
const mayBeEmoji = /[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\u20E3]/u;
const rgiEmojiRegex = {
	test: text => mayBeEmoji.test(text) && (rgiEmoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text),
};`,
	},
	{
		// With `later` below: borders and dashes are no reason to read the rules of writing.
		file: 'string-width/index.js',
		before: '/^[\\u0020-\\u007E]*$/.test(string)',
		after: `(ambiguousIsNarrow ? ${singleCells} : /^[\\u0020-\\u007E]*$/).test(string)`,
	},
	{
		// 15 ms, and a part of each frame: of these characters each is a cluster of its own, as line feeds and escapes are.
		file: '@alcalzone/ansi-tokenize/build/tokenize.js',
		before: 'of segmenter.segment(str)) {',
		after: `of ${singleCells.replace('^[', '^[\\n\\x1b')}.test(str) ? Array.from(str, (segment, index) => ({segment, index})) : segmenter.segment(str)) {`,
	},
	{
		// 25 ms: reading its own code through fetch loads Node's HTTP client. It decodes the text itself where there is no fetch.
		file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
		before: '"function"!=typeof fetch',
		after: 'true',
	},
	{
		// 15 ms: words of licences are sorted by the rules of a language, to mend a package.json that nobody asks for.
		file: 'meow/build/dependencies.js',
		before: `var normalizeExports = requireNormalize();
const normalizePackageData = getDefaultExportFromCjs(normalizeExports);`,
		after: 'const normalizePackageData = (...given) => getDefaultExportFromCjs(requireNormalize())(...given);',
	},
	{
		// 5 ms: processes are started only for a terminal that does not tell its size.
		file: 'terminal-size/index.js',
		before: "import {execFileSync} from 'node:child_process';",
		after: "const execFileSync = (...call) => process.getBuiltinModule('node:child_process').execFileSync(...call);",
	},
	{
		// 3 ms: the numbering plans of all countries are made. Now they are read when the first foreign number is shown.
		file: 'libphonenumber-js/metadata.min.json.js',
		before: 'export default {"version":4,',
		change: code => {
			const plans = JSON.stringify(code.slice(code.indexOf('{"version":4,')));
			const getters = ['country_calling_codes', 'countries', 'nonGeographic'].map(
				key => `get ${key}() { return read().${key}; }`,
			);
			return `let plans;\nconst read = () => (plans ??= JSON.parse(${plans}));\nexport default {version: 4, ${getters.join(', ')}};`;
		},
	},
];

const patched = (code, {file, before, after, change}) => {
	if (!code.includes(before)) throw new Error(`${file} has changed: see .build/lighter-start.js`);
	return change?.(code) ?? code.replaceAll(before, () => after);
};

/** 10 ms: the rules of writing are read for the first object that asks for them, at load. Now for the first text that needs them. */
const later = code =>
	code.replaceAll(
		/^const (\w+) = (new Intl\.Segmenter\(.*\));$/gm,
		(_, name, made) => `let ${name}Made;\nconst ${name} = {segment: text => (${name}Made ??= ${made}).segment(text)};`,
	);

export const lighterStart = () => ({
	name: 'lighter-start',
	transform: {
		filter: {id: /node_modules/},
		handler(code, id) {
			const wanted = patches.filter(({file}) => id.replaceAll('\\', '/').endsWith(`node_modules/${file}`));
			const lighter = wanted.reduce(patched, later(code));
			return lighter === code ? undefined : {code: lighter, map: null};
		},
	},
});
