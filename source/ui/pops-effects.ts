import {outcomeText} from '../presentation/pop/outcome-text.js';
import {formatNumber} from '../presentation/telephone.js';
import type {Screen} from '../terminal/screen.js';
import type {Effects} from './controller.js';
import type {Scene} from './scene.js';
import type {ScreenPops} from './screen-pops.js';

type Parts = {readonly scene: Scene; readonly screen: Pick<Screen, 'copy'>; readonly pops: ScreenPops};

/** What keys of the screen pop and of the clipboard do outside the screen's state. Never tells more than is known. */
export const popsEffects = ({scene, screen, pops}: Parts) =>
	({
		'pops.dismiss': ({what}) => pops.dismiss(what),
		'call.fire': async ({subject}) =>
			subject === null ? scene.messages['pop.select'] : outcomeText(await pops.fire(subject), scene.style()),
		'text.copy': async ({text, isAddress}) => {
			const {messages} = scene;
			if (text === null) return messages['copy.select'];
			if (!screen.copy(text)) return messages['copy.long'];
			return messages['copy.sent'](isAddress ? messages['copy.address'] : formatNumber(text));
		},
	}) satisfies Effects;
