import {render} from 'ink';
import type {BoardEvent} from '../domain/event.js';
import {defaultServiceLevel, type ServiceLevelRule} from '../domain/figures.js';
import {type Language, messagesFor} from '../i18n/languages.js';
import {type Contacts, noContacts} from '../presentation/contacts.js';
import {createLineList} from '../presentation/line-list.js';
import {ascii, unicode} from '../presentation/symbols.js';
import type {Clock} from '../runtime/clock.js';
import type {BoardReader} from '../runtime/store.js';
import type {Screen} from '../terminal/screen.js';
import {inkOptions} from '../terminal/sink.js';
import {App} from './app.js';
import {createController, type Effects} from './controller.js';
import {EnvironmentProvider} from './environment.js';
import {createInside} from './inside.js';
import {createListing} from './listing.js';
import {createLogListing} from './log-listing.js';
import {createPageListing} from './page-listing.js';
import {namedCommands} from './palette.js';
import type {PopSettings} from './pop-entry.js';
import {popsEffects} from './pops-effects.js';
import {createRegions} from './regions.js';
import {createScene, type Frozen} from './scene.js';
import {noScreenPops, type ScreenPops} from './screen-pops.js';
import {type ThemeName, themes} from './theme.js';
import {firstUi, type Ui} from './ui-state.js';
import {createViews} from './views/views.js';

/** Where a board stands: what the user sees, and what a pause holds. A board may begin where another has ended. */
export type Standing = Partial<Ui> & {readonly frozen?: Frozen | null};

/** What the board shows and how it looks. */
export type BoardView = {
	readonly reader: BoardReader;
	readonly clock: Clock;
	readonly language: Language;
	readonly theme: ThemeName;
	/** Only characters that every console has. */
	readonly ascii: boolean;
	readonly initial: Standing & Pick<Ui, 'view' | 'filter' | 'onlyActive'>;
	/** The user's own names of numbers; by default none. */
	readonly contacts?: Contacts;
	/** How the service level is reckoned, where that is not the usual way. */
	readonly rule?: ServiceLevelRule;
	/** An event as it came over the wire, without its token. */
	readonly rawOf?: (event: BoardEvent) => string | undefined;
	/** By default nothing is fired. */
	readonly pops?: ScreenPops;
	/** Knows the form of a token, for one that is typed; without it every text is tried. */
	readonly isToken?: (text: string) => boolean;
	/** The settings of the screen pop, where they can be edited. */
	readonly popSettings?: PopSettings;
};

export type StartOptions = BoardView & {
	readonly screen: Screen;
	readonly stdin: NodeJS.ReadStream;
	readonly effects: Effects;
};

export type StartedBoard = {
	/** Takes everything apart again, the painted regions too; the screen stays open, for whoever draws next. */
	stop(): void;
	/** Where the board stands: `initial` of one that is to go on from there. A token half typed is not in it. */
	standing(): BoardView['initial'];
};

/** Connects board, screen, keys and Ink. */
export const startBoard = (options: StartOptions): StartedBoard => {
	const {reader, clock, screen, stdin, effects, isToken, popSettings, pops = noScreenPops} = options;
	const {frozen, ...initial} = options.initial;
	const ui: Ui = {...firstUi, ...initial};
	const {contacts = noContacts, rule = defaultServiceLevel, rawOf = () => undefined} = options;
	const scene = createScene({...lookOf(options), reader, clock, ui, frozen, contacts, rule, rawOf});
	const list = createLineList();
	const log = createLogListing(scene);
	const commands = namedCommands.filter(({needs}) => needs === undefined || effects[needs] !== undefined);
	const views = createViews({scene, inside: createInside(scene, screen)}, {list, log});
	const regions = createRegions({scene, screen, panels: views.panels});
	const listed = {views: views.byName, log, details: views.details.listing, page: createPageListing(scene, screen)};
	const linkTo = ({offer}: Ui['pops']): void => screen.setLink(offer?.url);
	const controller = createController({
		initial: ui,
		listing: createListing({scene, commands, ...listed}),
		effects: {...effects, ...popsEffects({scene, screen, pops})},
		isToken,
		popSettings,
		onChange(next) {
			if (next.pops !== scene.ui().pops) linkTo(next.pops);
			scene.follow(next);
			screen.requestFrame();
		},
	});
	linkTo(ui.pops);
	const followPops = (): void => controller.tell({type: 'pops.follow', pops: pops.shown()});
	followPops();
	const stopPops = pops.subscribe(followPops);
	const stopReading = reader.subscribe(screen.requestFrame);
	const stopTicking = clock.onTick(() => {
		scene.tick();
		screen.requestFrame();
	});
	const app = render(
		<EnvironmentProvider value={{scene, reader, controller, commands}}>
			<App place={regions.place} panels={views.panels} />
		</EnvironmentProvider>,
		{...inkOptions, stdout: screen.inkOutput, stdin},
	);
	return {
		stop() {
			stopReading();
			stopTicking();
			stopPops();
			controller.end();
			app.unmount();
			regions.clear();
		},
		standing: () => ({...alone(controller.getSnapshot()), frozen: scene.frozen()}),
	};
};

/** A token half typed is not taken along; nor what nobody hears the end of. */
const alone = (ui: Ui): Ui => {
	if (ui.overlay === 'token') return {...ui, overlay: null, token: firstUi.token};
	return ui.pop === null ? ui : {...ui, pop: {...ui.pop, busy: null}};
};

const lookOf = ({language, theme, ascii: isAscii}: BoardView) => ({
	messages: messagesFor(language),
	symbols: isAscii ? ascii : unicode,
	theme: themes[theme],
});
