import {version} from '../arguments.js';
import {type EpochMs, epochMs} from '../domain/units.js';
import {exitStatus, OptionsError} from '../errors.js';
import {messagesFor} from '../i18n/languages.js';
import {recordTexts} from '../i18n/record.js';
import type {Options} from '../options.js';
import {formatSize} from '../presentation/format.js';
import {quoted} from '../quoting.js';
import {openRecorder, type Recorder, type RecorderOptions, type Written} from '../recording/recorder.js';
import {createTap} from '../recording/tap.js';
import {type Command, type Source, serviceSource} from './command.js';
import {conditionSink} from './condition-sink.js';
import {type Listening, listen} from './listen.js';
import {signalled} from './signals.js';

/**
`record`: listens, and writes every answer to a file until somebody interrupts. Throws OptionsError for a file that is
something else, RecordingError when it cannot be written any more; what was written before can be replayed then.
*/
export const record: Command = async context => {
	const {options} = context;
	const source = await serviceSource(context);
	let listening: Listening | undefined;
	const now = (): EpochMs => listening?.clock.now() ?? epochMs(source.now());
	const recorder = await openRecorder({...recorderOptions(source, options), now});
	const tap = createTap(recorder);
	const messages = messagesFor(options.language);
	say(beginning(source, options));
	listening = listen({
		source,
		policy: options,
		wrap: tap.wrap,
		sink: store => conditionSink(tap.sink(store), {write: say, messages, reader: store}),
	});
	const stopTicks = listening.clock.onTick(recorder.tick);
	try {
		const status = await outcome(listening, recorder);
		say(ending(await recorder.close(), options));
		return status;
	} catch (error) {
		// What can still be kept is kept; of the two errors, the first one says what happened.
		await recorder.close().catch(() => undefined);
		throw error;
	} finally {
		stopTicks();
	}
};

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

const recorderOptions = ({tokens}: Source, options: Options): Omit<RecorderOptions, 'now'> => {
	const {maxBytes, keep, anonymise} = options;
	return {path: fileOf(options), sites: tokens, version, maxBytes, keep, anonymise};
};

const fileOf = ({operands: [file = '']}: Options): string => {
	if (file === '-') throw new OptionsError('record writes to a file: expected its name, got "-"');
	return file;
};

/** Resolves with the exit status when somebody ends it; the feeds have stopped then. */
const outcome = async ({defect, stop}: Listening, {failed}: Recorder): Promise<number> => {
	const {interrupted} = exitStatus;
	try {
		return await Promise.race([signalled({SIGINT: interrupted, SIGHUP: interrupted, SIGTERM: 0}), failed, defect]);
	} finally {
		await stop();
	}
};

const beginning = ({tokens}: Source, options: Options): string => {
	const texts = recordTexts(options.language);
	const sites = tokens.map(({site}) => site).join(', ');
	return `${texts.begun(sites, quoted(fileOf(options)))} ${options.anonymise ? texts.anonymised : texts.plain}`;
};

const ending = ({answers, events, bytes}: Written, options: Options): string => {
	const texts = recordTexts(options.language);
	const {format} = new Intl.NumberFormat(options.language);
	return texts.ended(quoted(fileOf(options)), {
		answers: format(answers),
		events: format(events),
		size: formatSize(bytes, options.language),
	});
};
