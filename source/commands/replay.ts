import {exitStatus} from '../errors.js';
import {messagesFor} from '../i18n/languages.js';
import {anonymousRecording} from '../recording/anonymise.js';
import {openRecording, type Recording} from '../recording/reading.js';
import type {BoardStore} from '../runtime/store.js';
import type {Command, CommandContext} from './command.js';
import {contactsOf} from './contacts.js';
import {listenToRecording, type Replaying} from './listen-to-recording.js';
import {createRawEvents} from './raw-events.js';
import {showListening} from './screen.js';
import {signalled} from './signals.js';
import {jsonSink, newsSink} from './tail-sinks.js';

/** `replay`: the board on a recording; with `--json`, or where there is no screen, its events as lines. */
export const replay: Command = async context => {
	const {options, hasScreen} = context;
	const opened = await openRecording(options.operands[0] ?? '');
	const recording = options.anonymise ? anonymousRecording(opened) : opened;
	if (options.tz === undefined) takeZoneOf(recording);
	return hasScreen && !options.json ? show(recording, context) : print(recording, context);
};

/** The times of day in it, and where its days begin, are those of the place where it was recorded. */
const takeZoneOf = ({header}: Recording): void => {
	process.env.TZ = header.timeZone;
};

/** At its end the last state stands, until the user leaves it. */
const show = async (recording: Recording, {options}: CommandContext): Promise<number> => {
	const {from, speed} = options;
	const {note: remember, rawOf} = createRawEvents();
	const shownTransport = 'replay';
	const replaying = await listenToRecording({recording, policy: options, speed, from, shownTransport, remember});
	try {
		// Nothing is to be seen of what is over at once.
		if (speed === 0) await replaying.ended;
		return await showListening(replaying, {options, rawOf});
	} finally {
		await replaying.stop();
	}
};

const print = async (recording: Recording, {options, output}: CommandContext): Promise<number> => {
	const {from, speed} = options;
	const contacts = await contactsOf(options);
	const sink = options.json
		? (store: BoardStore) => jsonSink(store, output.line)
		: (store: BoardStore) => newsSink(store, {write: output.line, messages: messagesFor(options.language), contacts});
	const replaying = await listenToRecording({recording, policy: options, speed, from, sink, drained: output.drained});
	try {
		return await ending(replaying, output.closed);
	} finally {
		await replaying.stop();
	}
};

const ending = (replaying: Replaying, closed: Promise<void>): Promise<number> =>
	Promise.race([signalled({SIGINT: exitStatus.interrupted}), closed.then(() => 0), replaying.ended.then(() => 0)]);
