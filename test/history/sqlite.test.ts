import {describe, expect, it} from 'vitest';
import {loadSqlite} from '../../source/history/sqlite.js';

describe('loadSqlite', () => {
	it('loads it, and lets Node warn of other things again', () => {
		const {emitWarning} = process;
		expect(loadSqlite().DatabaseSync).toBeTypeOf('function');
		expect(process.emitWarning).toBe(emitWarning);
	});

	it('says so where Node is built without', () => {
		const {getBuiltinModule, emitWarning} = process;
		process.getBuiltinModule = (() => undefined) as never;
		try {
			expect(loadSqlite).toThrow('without SQLite');
			expect(process.emitWarning).toBe(emitWarning);
		} finally {
			process.getBuiltinModule = getBuiltinModule;
		}
	});
});
