import {fork} from 'node:child_process';
import {once} from 'node:events';
import type {Coming, Play, PlayOptions} from './play.js';

/** One call of a method of the play. `number` counts the calls. */
export type PlayOrder = {readonly number: number; readonly to: number; readonly isAnew: boolean} & {
	readonly name: 'prepare' | 'change' | 'advance';
};

/** `result`: what the method resolved with, if anything. */
export type PlayAnswer = {readonly number: number; readonly result?: Coming};

export type PlayPlace = Pick<Play, 'url' | 'token'>;

/** The same play in another process, which runs `script`. */
export const startPlayProcess = async (script: URL, options: PlayOptions): Promise<Play> => {
	const child = fork(script, [JSON.stringify(options)], {execArgv: []});
	child.on('exit', status => {
		throw new Error(`the service ended with status ${status}`);
	});
	const [{url, token}] = (await once(child, 'message')) as [PlayPlace];
	let number = 0;
	let answered = (_answer: PlayAnswer): void => {};
	child.on('message', (answer: PlayAnswer) => answered(answer));
	/** Only the newest call is waited for. */
	const call = (order: Omit<PlayOrder, 'number'>): Promise<Coming | undefined> =>
		new Promise(resolve => {
			number += 1;
			const mine = number;
			answered = answer => {
				if (answer.number === mine) resolve(answer.result);
			};
			child.send({...order, number} satisfies PlayOrder);
		});
	return {
		url,
		token,
		prepare: async to => (await call({name: 'prepare', to, isAnew: false})) ?? {lastAt: to, isChange: true},
		async change() {
			await call({name: 'change', to: 0, isAnew: false});
		},
		async advance(to, {isAnew} = {isAnew: false}) {
			await call({name: 'advance', to, isAnew});
		},
		async close() {
			child.removeAllListeners('exit');
			const gone = once(child, 'exit');
			child.disconnect();
			await gone;
		},
	};
};
