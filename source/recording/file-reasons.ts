const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder',
	EISDIR: 'it is a folder',
	ENOTDIR: 'there is no such folder',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the quota is used up',
	EFBIG: 'the file is too large',
	EROFS: 'the disk is read-only',
};

/** Why the system refuses, in words; undefined for an error that is none of the system's. */
export const fileReason = (error: unknown): string | undefined => {
	if (!(error instanceof Error && 'code' in error)) return undefined;
	const code = String(error.code);
	return Object.hasOwn(reasons, code) ? reasons[code] : code;
};
