import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {idLimit, textLimit} from '../../../source/domain/text.js';
import {WireFormatError} from '../../../source/errors.js';
import {languages, messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {eventSentence, eventSubject} from '../../../source/presentation/log.js';
import {type Answer, type AnswerForm, messageSeparator, readAnswer} from '../../../source/providers/ovh/answer.js';
import {expectWellFormed} from '../../chaos/well-formed.js';
import {at, site} from '../../helpers/builders.js';
import {mutated, textOfMessage, withDoubledKey} from './mutations.js';
import {asV2, flowNames, type Raw, readFlow, registered2015} from './wire-events.js';

/** `FUZZ_RUNS=200000` for a long night. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);
const timeout = 20_000 + numRuns * 5;

const forms: readonly AnswerForm[] = ['v1', 'v2', 'websocket'];
const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';

const flows: readonly (readonly Raw[])[] = [...flowNames.map(readFlow), [registered2015]];

/** Each form around the texts of messages. */
const around: Readonly<Record<AnswerForm, (messages: readonly string[]) => string>> = {
	v1: messages => `{"Session":"s","Events":[${messages.join(',')}]}`,
	v2: messages => `[${messages.join(',')}]`,
	websocket: messages => messages.join(messageSeparator),
};

/** Nothing but a WireFormatError may leave the border, and it quotes nothing. */
const readOrRefuse = (text: string, form: AnswerForm): Answer | undefined => {
	try {
		return readAnswer(text, {form, siteOf: () => site, receivedAt: at(3600)});
	} catch (error) {
		if (!(error instanceof WireFormatError)) throw error;
		expect(flawsOfText('error', error.message)).toEqual([]);
		return undefined;
	}
};

/** All that a terminal might obey, or that moves the text around it. */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** In UTF-16; what was cut to so many characters has up to three units for each. */
const longest = (key: string): number => 3 * (key.endsWith('Id') || key === 'channel' ? idLimit : textLimit);

const flawsOfText = (key: string, text: string): readonly string[] => [
	...(unsafe.test(text) ? [`${key} is not safe to show: ${JSON.stringify(text)}`] : []),
	...(text.length > longest(key) ? [`${key} has ${text.length} characters`] : []),
];

/** No text in an event is dangerous or long, and neither are the words said of it. */
const flawsOfEvent = (event: BoardEvent, board: Board): readonly string[] => [
	...Object.entries(event).flatMap(([key, value]) => (typeof value === 'string' ? flawsOfText(key, value) : [])),
	...languages.flatMap(language => {
		const speech = {messages: messagesFor(language), board, contacts: noContacts};
		return [eventSentence(event, speech), eventSubject(event, speech)].flatMap(words => flawsOfText(language, words));
	}),
];

const expectHarmless = (text: string, form: AnswerForm, before: Board): void => {
	const answer = readOrRefuse(text, form);
	if (!answer) return;
	let board = before;
	for (const event of answer.events) board = reduceBoard(board, [event]);
	expectWellFormed(board);
	expect(reduceBoard(before, answer.events)).toEqual(board);
	expect(answer.events.flatMap(event => flawsOfEvent(event, board))).toEqual([]);
	expect(JSON.stringify(answer.events)).not.toContain(token);
};

/** A part of a flow, so that news meets what is known, and the board before it. */
const story = fc.constantFrom(...flows).chain(raws =>
	fc.tuple(fc.nat(raws.length - 1), fc.integer({min: 1, max: 4})).map(([from, count]) => ({
		before: reduceBoard(
			emptyBoard,
			readAnswer(around.v1(raws.slice(0, from).map(raw => JSON.stringify(raw))), reading).events,
		),
		raws: raws.slice(from, from + count),
	})),
);
const reading = {form: 'v1', siteOf: () => site, receivedAt: at(3600)} as const;

const messages = ({raws}: {readonly raws: readonly Raw[]}, form: AnswerForm): fc.Arbitrary<readonly string[]> =>
	fc.tuple(
		...raws.map(raw =>
			mutated(form === 'v1' ? raw : asV2(raw))
				.map(textOfMessage)
				.chain(text => fc.oneof({arbitrary: fc.constant(text), weight: 5}, withDoubledKey(text))),
		),
	);

const spoiltAnswers = (form: AnswerForm) =>
	story.chain(part => messages(part, form).map(texts => ({before: part.before, form, text: around[form](texts)})));

/** Words and beginnings that mean something, so that chance need not find them. */
const anyText = fc.oneof(
	fc.string({unit: 'binary', maxLength: 200}),
	fc.json({maxDepth: 4}),
	fc.jsonValue({maxDepth: 4}).map(value => JSON.stringify({Session: value, Events: value})),
	fc.array(fc.jsonValue({maxDepth: 3}), {maxLength: 5}).map(events => JSON.stringify({Events: events})),
	fc.array(fc.jsonValue({maxDepth: 3}), {maxLength: 5}).map(events => JSON.stringify(events)),
	fc
		.tuple(
			fc.constantFrom('Timeout, please reconnect', 'Session not found', 'null', '<html>', '[', '{', '\ufeff'),
			fc.string(),
		)
		.map(parts => parts.join('')),
	fc.integer({min: 1, max: 100_000}).map(depth => '['.repeat(depth)),
	fc.integer({min: 1, max: 5000}).map(depth => `${'['.repeat(depth)}${']'.repeat(depth)}`),
	fc.array(fc.json({maxDepth: 2}), {maxLength: 5}).map(texts => texts.join(messageSeparator)),
);

const formed = fc.constantFrom(...forms);

describe('a border that is sent anything', () => {
	it('gives a board that is well-formed, or a WireFormatError', {timeout}, () => {
		fc.assert(
			fc.property(anyText, formed, (text, form) => expectHarmless(text, form, emptyBoard)),
			{numRuns},
		);
	});

	it('survives real messages that were spoilt', {timeout}, () => {
		fc.assert(
			fc.property(formed.chain(spoiltAnswers), ({text, form, before}) => expectHarmless(text, form, before)),
			{numRuns},
		);
	});
});
