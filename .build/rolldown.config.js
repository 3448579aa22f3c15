import {readFileSync} from 'node:fs';
import {defineConfig} from 'rolldown';
import {lighterStart} from './lighter-start.js';
import {thirdPartyLicences} from './third-party-licences.js';

/** The entry in old syntax goes along as it is: a bundler would modernise it. */
const entryInOldSyntax = {
	name: 'entry-in-old-syntax',
	generateBundle() {
		this.emitFile({type: 'asset', fileName: 'bin.cjs', source: readFileSync('source/bin.cjs', 'utf8')});
	},
};

/** Read for any command; a file each would take a millisecond each. */
const inEveryCommand =
	/source\/((domain|runtime)\/|i18n\/(en|fr|languages|help-en|help-fr|login.*)\.ts|presentation\/(format|log|names|telephone|views)\.ts|simulator\/(faults|random|phone-numbers)\.ts|screen-pop\/(rule|template)\.ts|(arguments|command-names|environment|errors|flag.*|moments|nearest|options.*|pop-flags|quoting|settings|settings-migrations|settings-schema|settings-text|token.*)\.ts)/;

/** The same for the board and others that listen. */
const inCommandsThatListen =
	/source\/(commands\/(command|contacts|event-json|feeds|listen|pop-dialog|pop-fields|pops-on-screen|raw-events|screen|screen-pop|signals|small-heap|tail|tail-sinks|timekeeping)|history\/(data-directory|database|history-trouble|migrations|sqlite|transaction)|presentation\/(contacts|pop\/pops)|providers\/ovh\/(answer|context|endpoint|fields|number-facts|numbers|parse|raw-event|translate|translate-line|translate-queue|wire)|recording\/(format|json-text|scrub)|settings-effective|ui\/pop-form)\.ts/;

/**
One self-contained package: production React is pinned, nothing is looked up at start, and `npx` downloads one thing.

Split where the program loads lazily, since one file would be parsed and run whole at each start: `--version` takes 80 ms
split and 165 ms in one file, where Node alone takes 27. What all commands need is one part.
*/
export default defineConfig({
	input: 'source/cli.ts',
	platform: 'node',
	transform: {define: {'process.env.NODE_ENV': '"production"'}},
	resolve: {alias: {'react-devtools-core': new URL('empty-module.js', import.meta.url).pathname}},
	plugins: [lighterStart(), entryInOldSyntax, thirdPartyLicences()],
	output: {
		dir: 'distribution',
		cleanDir: true,
		format: 'esm',
		minify: true,
		entryFileNames: 'cli.js',
		chunkFileNames: '[name].js',
		codeSplitting: {
			groups: [
				{name: 'settings-file', test: /node_modules\/conf\//},
				{name: 'meow', test: /node_modules\/meow\//},
				{name: 'core', test: inEveryCommand},
				{name: 'listening', test: inCommandsThatListen},
			],
		},
	},
});
