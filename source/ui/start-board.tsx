import {render} from 'ink';
import {type Language, messagesFor} from '../i18n/languages.js';
import {createLineList} from '../presentation/line-list.js';
import {ascii, unicode} from '../presentation/symbols.js';
import type {ViewName} from '../presentation/views.js';
import type {Clock} from '../runtime/clock.js';
import type {BoardReader} from '../runtime/store.js';
import type {Screen} from '../terminal/screen.js';
import {inkOptions} from '../terminal/sink.js';
import {App} from './app.js';
import type {Ui} from './commands.js';
import {createController, type Effects} from './controller.js';
import {EnvironmentProvider} from './environment.js';
import {createListing} from './listing.js';
import {createLogListing} from './log-listing.js';
import {createRegions} from './regions.js';
import {createScene} from './scene.js';
import {type ThemeName, themes} from './theme.js';

/** What the board shows and how it looks. */
export type BoardView = {
	readonly reader: BoardReader;
	readonly clock: Clock;
	readonly language: Language;
	readonly theme: ThemeName;
	/** Only characters that every console has. */
	readonly ascii: boolean;
	readonly initial: {readonly view: ViewName; readonly filter: string; readonly onlyActive: boolean};
};

export type StartOptions = BoardView & {
	readonly screen: Screen;
	readonly stdin: NodeJS.ReadStream;
	readonly effects: Effects;
};

/** Connects board, screen, keys and Ink. The result takes them apart again; the screen stays open. */
export const startBoard = (options: StartOptions): (() => void) => {
	const {reader, clock, screen, stdin, effects} = options;
	const ui: Ui = {...options.initial, overlay: null, selected: null, logAnchor: null, isPaused: false};
	const scene = createScene({...lookOf(options), reader, clock, ui});
	const list = createLineList();
	const log = createLogListing(scene);
	const onChange = (next: Ui): void => {
		scene.follow(next);
		screen.requestFrame();
	};
	const controller = createController({
		initial: ui,
		listing: createListing({scene, screen, list, log}),
		effects,
		onChange,
	});
	const stopReading = reader.subscribe(screen.requestFrame);
	const stopTicking = clock.onTick(() => {
		scene.tick();
		screen.requestFrame();
	});
	const app = render(
		<EnvironmentProvider value={{scene, reader, controller}}>
			<App place={createRegions({scene, screen, list, log})} list={list} log={log} />
		</EnvironmentProvider>,
		{...inkOptions, stdout: screen.inkOutput, stdin},
	);
	return () => {
		stopReading();
		stopTicking();
		app.unmount();
	};
};

const lookOf = ({language, theme, ascii: isAscii}: BoardView) => ({
	messages: messagesFor(language),
	symbols: isAscii ? ascii : unicode,
	theme: themes[theme],
});
