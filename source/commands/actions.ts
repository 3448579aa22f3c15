import {OptionsError} from '../errors.js';
import {nearest} from '../nearest.js';
import {quoted} from '../quoting.js';

/** What a command does when its first operand is this word. Throws OptionsError for a word it does not know. */
export const actionNamed = <Action>(
	word: string,
	{command, actions}: {readonly command: string; readonly actions: ReadonlyMap<string, Action>},
): Action => {
	const action = actions.get(word);
	if (action !== undefined) return action;
	const names = [...actions.keys()];
	const near = nearest(word, names);
	const question = near === undefined ? '' : `, did you mean "${near}"?`;
	throw new OptionsError(`${command}: unknown action ${quoted(word)}${question}; actions are ${names.join(', ')}`);
};
