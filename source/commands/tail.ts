import {exitStatus} from '../errors.js';
import {messagesFor} from '../i18n/languages.js';
import type {BoardStore} from '../runtime/store.js';
import {type Command, type CommandContext, type Source, serviceSource} from './command.js';
import {contactsOf} from './contacts.js';
import {listen} from './listen.js';
import {signalled} from './signals.js';
import {jsonSink, newsSink} from './tail-sinks.js';

/** `tail`: events as they happen, one a line. */
export const tail: Command = async context => follow(await serviceSource(context), context);

/** Prints the events of a source until somebody interrupts, or nobody reads any more. */
export const follow = async (source: Source, {options, output}: CommandContext): Promise<number> => {
	const contacts = await contactsOf(options);
	const sink = options.json
		? (store: BoardStore) => jsonSink(store, output.line)
		: (store: BoardStore) => newsSink(store, {write: output.line, messages: messagesFor(options.language), contacts});
	const listening = listen({source, policy: options, sink});
	try {
		return await Promise.race([
			signalled({SIGINT: exitStatus.interrupted}),
			output.closed.then(() => 0),
			listening.defect,
		]);
	} finally {
		await listening.stop();
	}
};
