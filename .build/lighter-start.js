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
		// 25 ms: reading its own code through fetch loads Node's HTTP client. It decodes the text itself where there is no fetch.
		file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
		before: '"function"!=typeof fetch',
		after: 'true',
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

export const lighterStart = () => ({
	name: 'lighter-start',
	transform: {
		filter: {id: /node_modules/},
		handler(code, id) {
			const patch = patches.find(({file}) => id.replaceAll('\\', '/').endsWith(`node_modules/${file}`));
			if (!patch) return undefined;
			if (!code.includes(patch.before)) throw new Error(`${patch.file} has changed: see .build/lighter-start.js`);
			return {code: patch.change?.(code) ?? code.replaceAll(patch.before, () => patch.after), map: null};
		},
	},
});
