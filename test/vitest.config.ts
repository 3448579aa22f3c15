import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		environment: 'node',
		env: {TZ: 'Europe/Paris', FORCE_COLOR: '0', LANG: 'en_GB.UTF-8'},
		testTimeout: 20_000,
		reporters: ['default'],
	},
});
