// Plays a month of a telephone company in minutes and looks at the memory: `npm run soak [-- --days N --lines N --seed N …]`.

import {type Flags, readFlags} from './flags.js';

// Before any local time is asked for: the month has a day of 25 hours.
process.env.TZ = 'Europe/Paris';
// Before Ink is loaded, as the program does.
process.env.FORCE_COLOR = '1';

const flagsOrEnd = (): Flags => {
	try {
		return readFlags(process.argv.slice(2));
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(2);
	}
};

const flags = flagsOrEnd();
const {runSoak} = await import('./run-soak.js');
// The parts that are loaded later lie in another folder than this and the service.
process.exit(await runSoak(flags, new URL('soak-service.js', import.meta.url)));
