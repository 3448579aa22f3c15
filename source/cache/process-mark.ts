import {readFileSync} from 'node:fs';
import {uptime} from 'node:os';

/**
Tells this process from all others, also from one that is given its number later: `pid-boot-start`, the start of the
machine and of the process in it. The last two are empty where the system does not tell them.
*/
export const ownMark = (): string => [process.pid, bootId(), statusOf(process.pid)?.startedAt ?? ''].join('-');

/**
Whether the process that left a mark at `leftAt`, epoch milliseconds, still runs. Without the start times of processes,
one that left its mark before the machine started does not.
*/
export const isRunning = (mark: string, leftAt: number): boolean => {
	const [, digits, boot = '', startedAt = ''] = /^(\d{1,9})-([\da-f]*)-(\d*)$/.exec(mark) ?? [];
	if (digits === undefined || boot !== bootId()) return false;
	if (startedAt === '') return leftAt > startOfMachine() && answersSignals(Number(digits));
	const status = statusOf(Number(digits));
	return status?.startedAt === startedAt && !status.isDead;
};

/** Eight digits are enough to tell one start of the machine from the next. Source: proc_sys_kernel(5). */
const bootId = (): string => read('/proc/sys/kernel/random/boot_id').slice(0, 8);

type ProcessStatus = {readonly startedAt: string; readonly isDead: boolean};

/**
The start time and state of a process, null when there is none. The second field, its name, is in brackets and may hold
anything. A dead process stays until its parent asks for it. Source: proc_pid_stat(5), fields 3 and 22.
*/
const statusOf = (pid: number): ProcessStatus | null => {
	const text = read(`/proc/${pid}/stat`);
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	const [state = '', startedAt] = [fields[0], fields[19]];
	return startedAt === undefined ? null : {startedAt, isDead: 'ZXx'.includes(state)};
};

/** The kernel answers from memory: nothing here waits for a disk. */
const read = (path: string): string => {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		return '';
	}
};

/** A minute less, since the clock may have been put right since. */
const startOfMachine = (): number => Date.now() - uptime() * 1000 - 60_000;

const answersSignals = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// The process of another user must not be signalled, but is there.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};
