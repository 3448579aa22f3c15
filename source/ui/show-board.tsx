/** What is drawn and how keys are answered. The only folder where Ink and React exist. */
import {openOutput} from '../terminal/output.js';
import {installRestore} from '../terminal/restore.js';
import {createScreen} from '../terminal/screen.js';
import type {Effects} from './controller.js';
import {type BoardView, startBoard} from './start-board.js';

/** What a user may change while the board runs. */
export type BoardLook = Pick<BoardView, 'language' | 'theme' | 'ascii' | 'rule' | 'contacts'>;

export type ShowBoardOptions = BoardView & {
	/** What keys do outside the screen; leaving and drawing anew are the screen's own. */
	readonly effects: Omit<Effects, 'board.quit' | 'board.interrupt' | 'screen.redraw'>;
};

export type ShownBoard = {
	/** Resolves with the exit status, 0 or 130 after Ctrl-C, once the terminal is given back. */
	readonly left: Promise<number>;
	/** Goes on in another look, where the user stands. */
	restyle(look: BoardLook): void;
};

/** As if SIGHUP had ended the program: the terminal is gone. */
const goneStatus = 129;

/**
Shows the board on the terminal until the user leaves; every other way out (signals, crash, a closed terminal) gives the
terminal back too and ends the process.
*/
export const showBoard = (options: ShowBoardOptions): ShownBoard => {
	const {promise: left, resolve} = Promise.withResolvers<number>();
	let view: BoardView = options;
	let shown = show();
	function show() {
		const screen = openScreen(view);
		const leave = (status: number): void => {
			end();
			resolve(status);
		};
		const board = startBoard({
			...view,
			...screen.parts,
			effects: {
				...options.effects,
				'board.quit': () => leave(0),
				'board.interrupt': () => leave(130),
				'screen.redraw': screen.parts.screen.repaint,
			},
		});
		const end = (): void => {
			board.stop();
			screen.close();
		};
		return {end, standing: board.standing};
	}
	return {
		left,
		restyle(look) {
			view = {...view, ...look, initial: shown.standing()};
			shown.end();
			shown = show();
		},
	};
};

const openScreen = ({theme, ascii}: BoardView) => {
	const {stdin, stdout} = process;
	const output = openOutput({stdout, onGone: () => process.exit(goneStatus)});
	const screen = createScreen({output, colour: theme !== 'mono', ascii});
	const uninstall = installRestore({screen, output, stdin});
	return {
		parts: {screen, stdin},
		close: (): void => {
			uninstall();
			screen.close();
			output.close();
		},
	};
};
