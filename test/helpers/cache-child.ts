/**
A board that is to be killed: hears something every millisecond, keeps its day, and says on standard output what it did,
`tick 12 103.5`: the newest number it heard and the time in milliseconds. Arguments: directory, key, interval, name.
*/
import {writeSync} from 'node:fs';
import promises from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {openDayFile} from '../../source/cache/day-file.js';
import {loadDay, startKeeping} from '../../source/cache/day-keeper.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {type EpochMs, epochMs, lineNumber, siteName} from '../../source/domain/units.js';
import {createStore} from '../../source/runtime/store.js';

const [directory = '', key = '', interval = '', name = ''] = process.argv.slice(2);
const counter = lineNumber('counter');

const say = (word: string, number: number): void => {
	writeSync(1, `${word} ${number} ${performance.now()}\n`);
};

/** Says when something of the file system was done. */
const tell = (operation: 'rename' | 'readdir', word: string): void => {
	const original = promises[operation] as (...given: unknown[]) => Promise<unknown>;
	Object.assign(promises, {
		[operation]: async (...given: unknown[]): Promise<unknown> => {
			const result = await original(...given);
			say(word, made);
			return result;
		},
	});
	syncBuiltinESMExports();
};

const register = (number: string, label: string): BoardEvent => ({
	type: 'line-registered',
	at: now(),
	site: siteName('default'),
	service: 'line',
	number: lineNumber(number),
	label,
});

const now = (): EpochMs => epochMs(Date.now());

let made = 0;
tell('rename', 'renamed');
tell('readdir', 'looked');
const file = openDayFile({directory, key, intervalMs: Number(interval), onProblem: reason => say(reason, 0)});
const day = await loadDay({file, now: now(), resetAt: 'never'});
const store = createStore(() => {}, day?.board);
let heard = Number(day?.board.lines.get(counter)?.label?.split(' ')[1] ?? 0);
say('loaded', heard);

const telling = {
	...file,
	save: (make: () => string): void =>
		file.save(() => {
			made = heard;
			say('made', made);
			return make();
		}),
};
startKeeping({store, file: telling, serviceNow: now});
store.dispatch(Array.from({length: 300}, (_, index) => register(`line ${index}`, `Poste ${index}`)));
setInterval(() => {
	heard += 1;
	store.dispatch([register(counter, `${name} ${heard}`)]);
	store.flush();
	say('tick', heard);
}, 1);
