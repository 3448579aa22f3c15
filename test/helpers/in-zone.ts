/** Runs a task as if the machine stood in another zone. */
export const inZone = <Result>(zone: string, task: () => Result): Result => {
	const before = process.env.TZ;
	process.env.TZ = zone;
	try {
		return task();
	} finally {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	}
};
