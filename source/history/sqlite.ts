import type * as sqliteModule from 'node:sqlite';

type Sqlite = typeof sqliteModule;

/**
Loads Node's SQLite, which costs some milliseconds: only when it is needed. Versions of Node that call it experimental
say so on standard error, in the middle of the board; that one warning is left out. Throws where Node is built without.
*/
export const loadSqlite = (): Sqlite => {
	const {emitWarning} = process;
	process.emitWarning = () => undefined;
	try {
		const sqlite = process.getBuiltinModule('node:sqlite') as Sqlite | undefined;
		if (!sqlite) throw new Error('this Node is built without SQLite');
		return sqlite;
	} finally {
		process.emitWarning = emitWarning;
	}
};
