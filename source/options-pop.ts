import {OptionsError} from './errors.js';
import type {FlagValues} from './flags.js';
import {type PopRule, usualTriggers} from './screen-pop/rule.js';

type PopValues = Pick<
	FlagValues,
	| 'popUrl'
	| 'popMode'
	| 'popEvents'
	| 'popDirection'
	| 'popOnly'
	| 'popMethod'
	| 'popTimeout'
	| 'popCommand'
	| 'allowExec'
>;

/** What is opened when a call comes in. Throws OptionsError where a program is to run that may not, or is not named. */
export const popOf = (values: PopValues): PopRule => {
	const {popMode = 'popup', popCommand, allowExec = false} = values;
	if (popMode === 'exec' && !allowExec) {
		throw new OptionsError(
			'--pop-mode exec: programs are run only with --allow-exec, or "allowExec": true in the settings',
		);
	}
	if (popMode === 'exec' && popCommand === undefined) {
		throw new OptionsError('--pop-mode exec: which program is said by --pop-command, or "popCommand" in the settings');
	}
	return {
		template: values.popUrl,
		mode: popMode,
		events: values.popEvents ?? usualTriggers,
		direction: values.popDirection ?? 'incoming',
		only: values.popOnly ?? [],
		method: values.popMethod ?? 'get',
		timeoutMs: (values.popTimeout ?? 10) * 1000,
		command: popCommand,
	};
};
