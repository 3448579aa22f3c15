// The dialog that edits the screen pop of a board that runs.
import {cleanText} from '../domain/text.js';
import {flags} from '../flags.js';
import type {Messages} from '../i18n/en.js';
import {messagesFor} from '../i18n/languages.js';
import type {Options} from '../options.js';
import {popDone, popFailed} from '../presentation/pop-words.js';
import type {Outcome} from '../screen-pop/outcome.js';
import {isPopOn} from '../screen-pop/rule.js';
import {readSettings, type Settings} from '../settings.js';
import {effectiveSetting} from '../settings-effective.js';
import type {Effects} from '../ui/controller.js';
import type {PopSettings} from '../ui/pop-entry.js';
import type {PopTold, PopValues} from '../ui/pop-form.js';
import type {CommandContext} from './command.js';
import {fieldsOf, normalText, type Overrulers, type Programs, problemOf, ruleOfTexts} from './pop-fields.js';
import type {Pops} from './screen-pop.js';
import type {Session} from './session.js';

type LiveOptions = Pick<Options, 'pop' | 'language'>;

export type PopDialog = {
	readonly popSettings: PopSettings;
	readonly popEffects: Pick<Effects, 'pop.try' | 'pop.save'>;
};

type Parts = {
	readonly pops: Pick<Pops, 'screenPop'>;
	readonly options: () => LiveOptions;
	readonly programs: () => Programs;
	/** Undefined: nothing comes before what is entered. */
	readonly overrulers: Overrulers | undefined;
	/** False: what is entered holds for this run only. */
	readonly isKept: boolean;
	readonly save: (values: PopValues, messages: Messages) => Promise<PopTold>;
};

const popDialog = ({pops, options, programs, overrulers, isKept, save}: Parts): PopDialog => {
	const messages = (): Messages => messagesFor(options().language);
	return {
		popSettings: {
			begin: () => ({
				fields: fieldsOf(options().pop, overrulers),
				program: programText(programs(), messages()),
				isKept,
			}),
			check: (name, text) => problemOf({name, text}, {programs: programs(), messages: messages()}),
			normal: normalText,
		},
		popEffects: {
			'pop.try': async ({values}) => {
				const rule = ruleOfTexts(values, options().pop);
				if (!isPopOn(rule)) return {kind: 'bad', text: messages()['pop.told.nothing']};
				const screenPop = await pops.screenPop();
				return told((await screenPop?.try(rule)) ?? {type: 'closed'}, messages());
			},
			'pop.save': ({values}) => save(values, messages()),
		},
	};
};

const programText = ({command, isAllowed}: Programs, messages: Messages): string => {
	const text = command === undefined ? messages['pop.program.none'] : cleanText(command.join(' '));
	return messages[isAllowed ? 'pop.program.allowed' : 'pop.program.refused'](text);
};

const told = (outcome: Outcome, messages: Messages): PopTold => {
	switch (outcome.type) {
		case 'pop-done':
			return {kind: 'good', text: popDone(outcome, messages)};
		case 'pop-offered':
			return {kind: 'good', text: messages['event.pop-offered'](outcome.target)};
		case 'pop-failed':
			return {kind: 'bad', text: popFailed(outcome, messages)};
		case 'dropped':
			return {kind: 'bad', text: messages['pop.told.dropped']};
		default:
			return {kind: 'bad', text: messages['pop.told.nothing']};
	}
};

type BoardParts = {readonly session: Session; readonly pops: Pick<Pops, 'screenPop'>};

/** Of the board: what is entered is saved in the settings file, unless that is in disorder, and taken over at once. */
export const boardPopDialog = (context: CommandContext, {session, pops}: BoardParts): PopDialog => {
	let {settings} = context;
	// The file may allow programs by now, or no more. One in disorder changes nothing.
	session.onOptions(async () => {
		settings = await readSettings(context.environment, context.platform).catch(() => settings);
	});
	return popDialog({
		pops,
		options: session.options,
		programs: () => programsOf(context, settings, session.options()),
		overrulers: {given: context.arguments.given, environment: context.environment},
		isKept: true,
		save: async (values, messages) => (await import('./pop-saving.js')).savePop(values, {context, session, messages}),
	});
};

/** Of the demo: what is entered holds for this run, and is not saved. */
export const demoPopDialog = (context: CommandContext, pops: Pick<Pops, 'screenPop' | 'follow'>): PopDialog => {
	const {settings} = context;
	let {options} = context;
	return popDialog({
		pops,
		options: () => options,
		programs: () => programsOf(context, settings, options),
		overrulers: undefined,
		isKept: false,
		save: async (values, messages) => {
			options = {...options, pop: ruleOfTexts(values, options.pop)};
			await pops.follow(options);
			return {kind: 'done', text: messages['pop.told.run']};
		},
	});
};

/** Flag before variable before settings file, as for every setting. */
const programsOf = (context: CommandContext, settings: Settings, {pop}: LiveOptions): Programs => {
	const {environment, platform} = context;
	const flag = context.arguments.given.get('allowExec')?.[0];
	const text = flag ?? effectiveSetting('allowExec', {environment, platform, settings}).value ?? '';
	return {isAllowed: flags.allowExec.read(text) === true, command: pop.command};
};
