/** What lies in the state directory. All names begin with the key of an account; any others are not ours. */

const ours = /^([\da-f]{16})\.(?:json|json\.broken-\d+|\d+\.lock|json\.[\da-f-]+\.tmp)$/;

/** The key of the account that a file belongs to; null for one that is not ours. */
export const keyOfFile = (name: string): string | null => ours.exec(name)?.[1] ?? null;

export const dayName = (key: string): string => `${key}.json`;

/** Locks are numbered: the highest counts. */
export const lockName = (key: string, generation: number): string => `${key}.${generation}.lock`;

/** The generation of an account's lock; null for a file that is none. */
export const generationOf = (name: string, key: string): number | null => {
	const [, digits] = /^[\da-f]{16}\.(\d{1,15})\.lock$/.exec(name) ?? [];
	return digits !== undefined && name.startsWith(`${key}.`) ? Number(digits) : null;
};

/** A file that could not be read, kept aside; sorts as time does. */
export const brokenName = (key: string, at: number): string => `${dayName(key)}.broken-${Math.trunc(at)}`;

export const isBrokenOf = (name: string, key: string): boolean => name.startsWith(`${dayName(key)}.broken-`);

/** A file that is being written, by the process of this mark. */
export const temporaryName = (name: string, {mark, unique}: {readonly mark: string; readonly unique: string}): string =>
	`${name}.${mark}-${unique}.tmp`;

/** The mark of the process that writes, or wrote, a temporary file; null for a file that is none. */
export const markOfTemporary = (name: string): string | null =>
	/^[\da-f]{16}\.json\.(.+)-[\da-f]+\.tmp$/.exec(name)?.[1] ?? null;
