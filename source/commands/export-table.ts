import {open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {isoTime} from '../domain/iso-time.js';
import type {EpochMs} from '../domain/units.js';
import {type Language, messagesFor} from '../i18n/languages.js';
import {csvText} from '../presentation/csv.js';
import {formatClock, formatDay} from '../presentation/format.js';
import type {Exported} from '../presentation/table/table.js';
import type {ExportForm} from '../ui/commands.js';

type Export = {readonly table: Exported; readonly form: ExportForm};

export type ExportOptions = {readonly folder: string; readonly now: EpochMs; readonly language: Language};

/** Nobody else on this machine need read telephone numbers. */
const fileMode = 0o600;

/** Exports within one second beyond this are nobody's wish. */
const mostOfOneName = 100;

/**
Writes a table to a new file in a folder that is there, and says where, or why not. The file is `ovh-cti-NAME-DAY-TIME`
in local time; one of that name is left alone, and the new one gets a number.
*/
export const exportTable = async (wanted: Export, {folder, now, language}: ExportOptions): Promise<string> => {
	const messages = messagesFor(language);
	const {table, form} = wanted;
	const name = `ovh-cti-${table.name}-${formatDay(now)}-${formatClock(now).replaceAll(':', '')}`;
	try {
		const path = await writeNew(join(folder, name), {form, text: contentOf(wanted, now)});
		return messages['export.done'](path);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		const key = reasons.get(code);
		return messages['export.failed'](key === undefined ? code || String(error) : messages[key](folder));
	}
};

type ReasonKey = `export.${'noFolder' | 'denied' | 'readOnly' | 'full' | 'exists'}`;

const reasons: ReadonlyMap<string, ReasonKey> = new Map([
	['ENOENT', 'export.noFolder'],
	['ENOTDIR', 'export.noFolder'],
	['EACCES', 'export.denied'],
	['EPERM', 'export.denied'],
	['EROFS', 'export.readOnly'],
	['ENOSPC', 'export.full'],
	['EDQUOT', 'export.full'],
	['EEXIST', 'export.exists'],
]);

/** A whole table as text. */
const contentOf = ({table: {name, header, rows}, form}: Export, now: EpochMs): string => {
	if (form === 'csv') return csvText(header, rows);
	const records = rows.map(row => Object.fromEntries(header.map((key, index) => [key, row[index] ?? null])));
	return `${JSON.stringify({schema: 1, table: name, exportedAt: isoTime(now), rows: records}, null, '\t')}\n`;
};

const writeNew = async (
	base: string,
	{form, text}: {readonly form: ExportForm; readonly text: string},
	count = 1,
): Promise<string> => {
	const path = `${base}${count === 1 ? '' : `-${count}`}.${form}`;
	const file = await open(path, 'wx', fileMode).catch(error => {
		if (error.code === 'EEXIST' && count < mostOfOneName) return null;
		throw error;
	});
	if (file === null) return writeNew(base, {form, text}, count + 1);
	try {
		await file.writeFile(text);
		await file.close();
	} catch (error) {
		// Half a table is worse than none.
		await file.close().catch(() => undefined);
		await rm(path, {force: true});
		throw error;
	}
	return path;
};
