// The event service of the soak as a process of its own, so that its memory does not count: `soak-service.js OPTIONS`, as JSON.

import {type Coming, type PlayOptions, startPlay} from './play.js';
import type {PlayAnswer, PlayOrder, PlayPlace} from './play-process.js';

const tell = (message: PlayAnswer | PlayPlace): void => {
	process.send?.(message);
};
const play = await startPlay(JSON.parse(process.argv[2] ?? '{}') as PlayOptions);

const answerTo = async ({name, to, isAnew}: PlayOrder): Promise<Coming | undefined> => {
	if (name === 'prepare') return play.prepare(to);
	await (name === 'change' ? play.change() : play.advance(to, {isAnew}));
	return undefined;
};

process.on('message', async (order: PlayOrder) => {
	const result = await answerTo(order);
	tell({number: order.number, ...(result ? {result} : {})});
});
process.on('disconnect', () => process.exit());
tell({url: play.url, token: play.token});
