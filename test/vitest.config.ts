import {defineConfig} from 'vitest/config';

export default defineConfig({
	resolve: {
		alias: [{find: /^fast-check$/, replacement: new URL('helpers/seeded-fast-check.ts', import.meta.url).pathname}],
	},
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		environment: 'node',
		env: {TZ: 'Europe/Paris', FORCE_COLOR: '0', LANG: 'en_GB.UTF-8'},
		testTimeout: 20_000,
		reporters: ['default'],
	},
});
