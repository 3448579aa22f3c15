// Plays a month of a telephone company in minutes and looks at the memory: `npm run soak [-- --days N --lines N --seed N …]`.

import {readFlags} from './flags.js';

// Before any local time is asked for: the month has a day of 25 hours.
process.env.TZ = 'Europe/Paris';
// Before Ink is loaded, as the program does.
process.env.FORCE_COLOR = '1';

const {runSoak} = await import('./run-soak.js');
// The parts that are loaded later lie in another folder than this and the service.
const service = new URL('soak-service.js', import.meta.url);
process.exit(await runSoak(readFlags(process.argv.slice(2)), service));
