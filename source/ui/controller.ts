import type {Key} from 'ink';
import {printableIn} from './chords.js';
import type {Command} from './commands.js';
import {findCommand} from './keymap.js';
import {translateListed} from './listed-commands.js';
import type {Listing} from './listing.js';
import {runPalette} from './palette.js';
import {createPopEntry, type PopSettings, popSettlement} from './pop-entry.js';
import type {PopTold} from './pop-form.js';
import {translatePops} from './pops-commands.js';
import {reduceUi} from './reduce-ui.js';
import {strokesIn} from './strokes.js';
import {createTokenEntry, type Outcome, settlement} from './token-entry.js';
import {prompts, type Ui} from './ui-state.js';

/** What is waited for, and shown. */
type Outcomes = {
	readonly 'token.change': Outcome;
	readonly 'table.save': Outcome;
	readonly 'call.fire': Outcome;
	readonly 'text.copy': Outcome;
	readonly 'pop.try': PopTold;
	readonly 'pop.save': PopTold;
};

/**
What commands do outside the screen's own state. Some outcomes are waited for and shown: a sentence says why a token is
not taken, where a table went, or what came of a screen pop.
*/
export type Effects = Readonly<{
	[Type in Command['type']]?: (
		command: Extract<Command, {type: Type}>,
	) => Type extends keyof Outcomes ? Promise<Outcomes[Type]> : void;
}>;

/** Holds the screen's state: keys and effects go in, React and the painters read it. */
export type Controller = {
	getSnapshot(): Ui;
	subscribe(listener: () => void): () => void;
	/** One chunk of input as Ink reports it. */
	press(typed: string, key: Key): void;
	/** Text from the clipboard: for a prompt, and for nothing else. */
	paste(text: string): void;
	/** A command that no key led to: what a notice says stays. */
	tell(command: Command): void;
	/** From now on nothing changes: keys and outcomes that come late have nobody to tell. */
	end(): void;
};

export type ControllerOptions = {
	readonly initial: Ui;
	readonly effects: Effects;
	readonly listing: Listing;
	/** Knows the form of a token; without it every text is tried. */
	readonly isToken?: ((text: string) => boolean) | undefined;
	/** The settings of the screen pop, where they can be edited. */
	readonly popSettings?: PopSettings | undefined;
	/** Told of every new state before anyone draws it. */
	readonly onChange: (ui: Ui) => void;
};

export const createController = (options: ControllerOptions): Controller => {
	const {initial, effects, listing, onChange, isToken = text => text !== ''} = options;
	const listeners = new Set<() => void>();
	const entry = createTokenEntry(isToken);
	const popEntry = createPopEntry(options.popSettings);
	let ui = initial;
	let attempts = 0;
	let popAttempts = 0;
	let isEnded = false;
	const apply = (command: Command): void => {
		const next = reduceUi(ui, command, listing);
		if (next !== ui) {
			ui = next;
			if (ui.overlay !== 'token') entry.forget();
			onChange(ui);
		}
		// Last, because it may lead to news that changes the state at once.
		const outcome = effectOf(effects, command);
		if (command.type === 'token.change') settle(outcome);
		if (announced.includes(command.type)) announce(outcome);
		if (command.type === 'pop.try' || command.type === 'pop.save') settlePop(outcome as Promise<PopTold>);
	};
	/** Only the attempt that somebody still looks at has anything to say. */
	const settle = async (outcome: unknown): Promise<void> => {
		attempts += 1;
		const attempt = attempts;
		const problem = await outcome;
		if (attempt !== attempts || ui.overlay !== 'token' || !ui.token.isTrying) return;
		update(() => apply(settlement(typeof problem === 'string' ? problem : undefined)));
	};
	const settlePop = async (outcome: Promise<PopTold>): Promise<void> => {
		popAttempts += 1;
		const attempt = popAttempts;
		const told = await outcome;
		const {pop} = ui;
		if (attempt !== popAttempts || pop === null || pop.busy === null) return;
		update(() => popSettlement(pop, told).forEach(apply));
	};
	const announce = async (outcome: unknown): Promise<void> => {
		const text = await outcome;
		if (typeof text === 'string') update(() => apply({type: 'notice.show', text}));
	};
	const dispatch = (command: Command): void => {
		apply({type: 'notice.show', text: null});
		const run = (): readonly Command[] =>
			command.type === 'palette.run' ? runPalette(ui, listing.commands()) : [command];
		const commands = entry.translate(command, ui) ?? run();
		for (const next of commands) {
			const known = popEntry.translate(next, ui) ??
				translatePops(next, ui, listing) ??
				translateListed(next, ui, listing) ?? [next];
			for (const each of known) apply(each);
		}
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
		tell(command) {
			update(() => apply(command));
		},
		end() {
			isEnded = true;
			entry.forget();
		},
	};
};

/** What came of these is said in the footer. */
const announced: readonly Command['type'][] = ['table.save', 'call.fire', 'text.copy'];

const effectOf = (effects: Effects, command: Command): unknown =>
	(effects[command.type] as ((command: Command) => unknown) | undefined)?.(command);
