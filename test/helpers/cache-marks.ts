import {readFileSync} from 'node:fs';

/** The mark of any process, as `ownMark` would make it there. */
export const markOf = (pid: number): string => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
	const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8);
	return [pid, boot, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]].join('-');
};
