import type {TextKey} from '../i18n/en.js';
import type {Chord} from './chords.js';
import type {Command} from './commands.js';

const move = (by: 1 | -1): Command => ({type: 'pop.move', by});
const turn = (by: number): Command => ({type: 'pop.turn', by});

/** Keys of the form of the screen pop's settings; letters are text there. */
export const popKeys = [
	[[{named: 'upArrow'}, {named: 'tab', shift: true}], 'pop-previous', 'key.move.up', move(-1)],
	[[{named: 'downArrow'}, {named: 'tab'}], 'pop-next', 'key.move.down', move(1)],
	[[{named: 'leftArrow'}], 'pop-left', 'key.move.left', turn(-1)],
	[[{named: 'rightArrow'}], 'pop-right', 'key.move.right', turn(1)],
	[[{named: 'home'}], 'pop-first', 'key.move.first', turn(Number.NEGATIVE_INFINITY)],
	[[{named: 'end'}], 'pop-last', 'key.move.last', turn(Number.POSITIVE_INFINITY)],
	[[{input: 't', ctrl: true}], 'pop-try', 'key.pop.try', {type: 'pop.submit', to: 'try'}],
	[[{named: 'return'}], 'pop-save', 'key.pop.save', {type: 'pop.submit', to: 'save'}],
] as const satisfies readonly (readonly [readonly Chord[], string, TextKey, Command])[];
