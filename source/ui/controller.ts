import type {Key} from 'ink';
import {printableIn} from './chords.js';
import type {Command} from './commands.js';
import {findCommand} from './keymap.js';
import {translateListed} from './listed-commands.js';
import type {Listing} from './listing.js';
import {runPalette} from './palette.js';
import {reduceUi} from './reduce-ui.js';
import {strokesIn} from './strokes.js';
import {createTokenEntry, type Outcome, settlement} from './token-entry.js';
import {prompts, type Ui} from './ui-state.js';

/**
What commands do outside the screen's own state. Two outcomes are waited for and shown: a sentence says why a token is
not taken, or where a table went.
*/
export type Effects = Readonly<{
	[Type in Command['type']]?: (
		command: Extract<Command, {type: Type}>,
	) => Type extends 'token.change' | 'table.save' ? Promise<Outcome> : void;
}>;

/** Holds the screen's state: keys and effects go in, React and the painters read it. */
export type Controller = {
	getSnapshot(): Ui;
	subscribe(listener: () => void): () => void;
	/** One chunk of input as Ink reports it. */
	press(typed: string, key: Key): void;
	/** Text from the clipboard: for a prompt, and for nothing else. */
	paste(text: string): void;
	/** From now on nothing changes: keys and outcomes that come late have nobody to tell. */
	end(): void;
};

export type ControllerOptions = {
	readonly initial: Ui;
	readonly effects: Effects;
	readonly listing: Listing;
	/** Knows the form of a token; without it every text is tried. */
	readonly isToken?: ((text: string) => boolean) | undefined;
	/** Told of every new state before anyone draws it. */
	readonly onChange: (ui: Ui) => void;
};

export const createController = (options: ControllerOptions): Controller => {
	const {initial, effects, listing, onChange, isToken = text => text !== ''} = options;
	const listeners = new Set<() => void>();
	const entry = createTokenEntry(isToken);
	let ui = initial;
	let attempts = 0;
	let isEnded = false;
	const apply = (command: Command): void => {
		const next = reduceUi(ui, command, listing);
		const outcome = effectOf(effects, command);
		if (next !== ui) {
			ui = next;
			if (ui.overlay !== 'token') entry.forget();
			onChange(ui);
		}
		if (command.type === 'token.change') settle(outcome);
		if (command.type === 'table.save') announce(outcome);
	};
	/** Only the attempt that somebody still looks at has anything to say. */
	const settle = async (outcome: unknown): Promise<void> => {
		attempts += 1;
		const attempt = attempts;
		const problem = await outcome;
		if (attempt !== attempts || ui.overlay !== 'token' || !ui.token.isTrying) return;
		update(() => apply(settlement(typeof problem === 'string' ? problem : undefined)));
	};
	const announce = async (outcome: unknown): Promise<void> => {
		const text = await outcome;
		if (typeof text === 'string') update(() => apply({type: 'notice.show', text}));
	};
	const dispatch = (command: Command): void => {
		if (ui.notice !== null) ui = {...ui, notice: null};
		const run = (): readonly Command[] =>
			command.type === 'palette.run' ? runPalette(ui, listing.commands()) : [command];
		const commands = entry.translate(command, ui) ?? run();
		for (const next of commands) for (const known of translateListed(next, ui, listing) ?? [next]) apply(known);
	};
	const update = (change: () => void): void => {
		if (isEnded) return;
		const before = ui;
		change();
		if (ui !== before) for (const listener of [...listeners]) listener();
	};
	return {
		getSnapshot: () => ui,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		press(typed, key) {
			update(() => {
				for (const stroke of strokesIn(typed, key)) {
					const command = findCommand(ui, stroke.typed, stroke.key);
					if (command) dispatch(command);
				}
			});
		},
		paste(text) {
			if (ui.overlay === null || !prompts.includes(ui.overlay)) return;
			const clean = printableIn(ui.overlay === 'token' ? text.trim().replace(/[\r\n]+/g, ',') : text);
			if (clean !== '') update(() => dispatch({type: 'prompt.type', text: clean}));
		},
		end() {
			isEnded = true;
			entry.forget();
		},
	};
};

const effectOf = (effects: Effects, command: Command): unknown =>
	(effects[command.type] as ((command: Command) => unknown) | undefined)?.(command);
