import program from './rolldown.config.js';

/** Where `npm run bench` and `npm run soak` find what they measure. */
const folder = 'node_modules/.cache/bench';

/** Says that the files beside it are modules: under `node_modules` the package's own word does not reach them. */
const moduleType = {
	name: 'module-type',
	generateBundle() {
		this.emitFile({type: 'asset', fileName: 'package.json', source: '{"type": "module"}\n'});
	},
};

/** The benchmarks and the soak, bundled like the program they measure, and the program itself, in a place that other builds leave alone. */
export default [
	{
		...program,
		input: [
			'test/bench/bench.ts',
			'test/bench/worker.ts',
			'test/bench/service.ts',
			'test/bench/still-board.ts',
			'test/soak/soak.ts',
			'test/soak/soak-service.ts',
		],
		external: ['@lydell/node-pty', '@xterm/headless', 'blessed'],
		plugins: [...program.plugins.filter(({name}) => name === 'lazy-emoji'), moduleType],
		output: {
			dir: folder,
			cleanDir: false,
			format: 'esm',
			sourcemap: true,
			entryFileNames: '[name].js',
			chunkFileNames: 'parts/[name].js',
		},
	},
	{
		...program,
		plugins: [...program.plugins, moduleType],
		output: {...program.output, dir: `${folder}/program`},
	},
];
