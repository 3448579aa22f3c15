import {cleanText} from '../domain/text.js';
import type {Command} from './commands.js';
import type {Ui} from './ui-state.js';

/** What came of trying a token: nothing is wrong, or a sentence about why not. */
export type Outcome = undefined | string;

/** Where a token is typed: it is kept here and nowhere else, and given away only to be tried. */
export type TokenEntry = {
	/** What the screen may know of a command, for those that are about the token; undefined for all others. */
	translate(command: Command, ui: Ui): readonly Command[] | undefined;
	/** The token is no longer asked for. */
	forget(): void;
};

/** `isToken` knows the form of a token. */
export const createTokenEntry = (isToken: (text: string) => boolean): TokenEntry => {
	let typed = '';
	const put = (text: string): readonly Command[] => {
		typed = text;
		return [{type: 'token.typed', length: [...text].length}];
	};
	const submit = (): readonly Command[] => {
		const text = typed.trim();
		typed = '';
		if (!isToken(text)) return [{type: 'token.refuse', problem: {kind: 'form'}}];
		return [{type: 'token.change', text}];
	};
	const actions: Partial<Record<Command['type'], (command: Command) => readonly Command[]>> = {
		'prompt.type': command => put(typed + ('text' in command ? command.text : '')),
		'prompt.erase': () => put([...typed].slice(0, -1).join('')),
		'prompt.wipe': () => put(''),
		'token.submit': submit,
	};
	return {
		translate(command, {overlay, token}) {
			const action = overlay === 'token' ? actions[command.type] : undefined;
			if (!action) return undefined;
			return token.isTrying ? [] : action(command);
		},
		forget() {
			typed = '';
		},
	};
};

/** What the screen is told of an outcome. */
export const settlement = (outcome: Outcome): Command =>
	outcome === undefined
		? {type: 'overlay.close'}
		: {type: 'token.refuse', problem: {kind: 'refused', sentence: cleanText(outcome)}};
