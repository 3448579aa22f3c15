import type {Key} from 'ink';
import {type Command, type Listing, reduceUi, type Ui} from './commands.js';
import {findCommand} from './keymap.js';

/** What commands do outside the screen's own state. */
export type Effects = Partial<Readonly<Record<Command['type'], () => void>>>;

/** Holds the screen's state: keys and effects go in, React and the painters read it. */
export type Controller = {
	getSnapshot(): Ui;
	subscribe(listener: () => void): () => void;
	/** One chunk of input as Ink reports it. */
	press(typed: string, key: Key): void;
};

export type ControllerOptions = {
	readonly initial: Ui;
	readonly effects: Effects;
	readonly listing: Listing;
	/** Told of every new state before anyone draws it. */
	readonly onChange: (ui: Ui) => void;
};

export const createController = ({initial, effects, listing, onChange}: ControllerOptions): Controller => {
	let ui = initial;
	const listeners = new Set<() => void>();
	const dispatch = (command: Command): void => {
		const next = reduceUi(ui, command, listing);
		effects[command.type]?.();
		if (next === ui) return;
		ui = next;
		onChange(ui);
	};
	return {
		getSnapshot: () => ui,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		press(typed, key) {
			const before = ui;
			for (const character of strokes(typed, key)) {
				const command = findCommand(ui, character, key);
				if (command) dispatch(command);
			}
			if (ui !== before) for (const listener of [...listeners]) listener();
		},
	};
};

/**
Keys typed ahead over a slow line arrive as one text, each to be taken for itself. A text that begins with `[` and goes
on is what is left of an escape sequence torn apart on the way: no key at all.
*/
const strokes = (typed: string, {ctrl, meta}: Key): readonly string[] => {
	if (typed.length <= 1 || ctrl || meta) return [typed];
	return /^\[[\dA-Z~;]+$/.test(typed) ? [] : [...typed];
};
