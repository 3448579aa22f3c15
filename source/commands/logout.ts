import {loginTexts} from '../i18n/login.js';
import {quoted} from '../quoting.js';
import {changeSettings} from '../settings-file.js';
import {findTokenSource, placeText} from '../token-place.js';
import type {Command} from './command.js';

/** `logout`: takes the token out of the settings. Files that hold one stay; where one still comes from is said. */
export const logout: Command = async ({options, environment, settings, output}) => {
	const {path, values} = settings;
	const texts = loginTexts(options.language);
	const {isWritten, setAside} = await changeSettings(
		path,
		new Map([
			['token', undefined],
			['tokenFile', undefined],
		]),
	);
	const file = values.get('tokenFile');
	const place = await findTokenSource({
		tokenFile: undefined,
		environment,
		settings: {...settings, values: new Map()},
	});
	const lines = [
		texts[isWritten ? 'logout.done' : 'logout.none'](path),
		...(setAside === undefined ? [] : [texts['keep.setAside'](setAside)]),
		...(file === undefined ? [] : [texts['logout.fileStays'](quoted(file))]),
		...(place ? [texts['logout.still'](placeText(place, texts))] : []),
	];
	for (const line of lines) output.line(line);
	return 0;
};
