// Measures how well the board does it, each row as a ratio in one interleaved run: `npm run bench [-- ROW… --quick]`.

import {frameCost} from './frame-cost.js';
import {fullLoad} from './full-load.js';
import {idleCost} from './idle-cost.js';
import {keyEcho} from './key-echo.js';
import {memoryUse} from './memory-use.js';
import {paceCost} from './pace-cost.js';
import {popCost} from './pop-cost.js';
import {queuesCost} from './queues-cost.js';
import {reducerCost} from './reducer-cost.js';
import {reportCost} from './report-cost.js';
import {resizeStorm} from './resize-storm.js';
import {stalledTerminal} from './stalled-terminal.js';
import {startUp} from './start-up.js';
import {headLine, lineOf, type Row} from './table.js';

const rows: readonly Row[] = [
	frameCost,
	idleCost,
	paceCost,
	fullLoad,
	queuesCost,
	popCost,
	reducerCost,
	startUp,
	keyEcho,
	stalledTerminal,
	resizeStorm,
	memoryUse,
	reportCost,
];

const wanted = process.argv.slice(2).filter(name => !name.startsWith('--'));
const isQuick = process.argv.includes('--quick');
const unknown = wanted.filter(name => !rows.some(row => row.name === name));
const print = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

if (unknown.length > 0) print(`no row ${unknown.join(', ')}; there are ${rows.map(({name}) => name).join(', ')}`);
print(headLine);
for (const row of rows) {
	if (wanted.length > 0 && !wanted.includes(row.name)) continue;
	for (const finding of await row.measure({isQuick})) print(lineOf(finding));
}
process.exit(0);
