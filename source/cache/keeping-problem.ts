/** Says that something cannot be done once, until it can be done again. */
export type Complaint = {
	failed(error: unknown): void;
	works(): void;
};

/** `onProblem` gets where and what, in English. */
export const createComplaint = (directory: string, onProblem: (reason: string) => void): Complaint => {
	let isKnown = false;
	return {
		failed(error) {
			if (isKnown) return;
			isKnown = true;
			onProblem(`${directory}: ${reasonOf(error)}`);
		},
		works() {
			isKnown = false;
		},
	};
};

/** What the system's words mean here. Source: errno(3). */
const reasons: Readonly<Record<string, string>> = {
	EACCES: 'no permission to write there',
	EDQUOT: 'your share of the disk is full',
	EEXIST: 'a file stands where a directory should',
	EIO: 'the disk does not work',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a file stands where a directory should',
	EPERM: 'no permission to write there',
	EROFS: 'the file system is read-only',
};

const reasonOf = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const {code} = error as NodeJS.ErrnoException;
	return code === undefined ? error.message : (reasons[code] ?? code);
};
