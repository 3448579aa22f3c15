/** What is drawn and how keys are answered. The only folder where Ink and React exist. */
import {openOutput} from '../terminal/output.js';
import {installRestore} from '../terminal/restore.js';
import {createScreen} from '../terminal/screen.js';
import {type BoardView, startBoard} from './start-board.js';

export type ShowBoardOptions = BoardView & {readonly effects: {reset(): void}};

/** As if SIGHUP had ended the program: the terminal is gone. */
const goneStatus = 129;

/**
Shows the board on the terminal until the user leaves. Resolves with the exit status, 0 or 130 after Ctrl-C, once the
terminal is given back; every other way out (signals, crash, a closed terminal) gives it back too and ends the process.
*/
export const showBoard = ({effects, ...view}: ShowBoardOptions): Promise<number> =>
	new Promise(resolve => {
		const {stdin, stdout} = process;
		const output = openOutput({stdout, onGone: () => process.exit(goneStatus)});
		const screen = createScreen({output, colour: view.theme !== 'mono', ascii: view.ascii});
		const uninstall = installRestore({screen, output, stdin});
		const leave = (status: number): void => {
			stop();
			uninstall();
			screen.close();
			output.close();
			resolve(status);
		};
		const stop = startBoard({
			...view,
			screen,
			stdin,
			effects: {
				'board.quit': () => leave(0),
				'board.interrupt': () => leave(130),
				'board.reset': effects.reset,
				'screen.redraw': screen.repaint,
			},
		});
	});
