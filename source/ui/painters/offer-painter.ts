import type {Tone} from '../../presentation/cells.js';
import {offerRow} from '../../presentation/pop/offer-row.js';
import type {Painter} from '../../terminal/canvas.js';
import {type StyleId, styleId} from '../../terminal/style.js';
import type {Scene} from '../scene.js';

/** The address that is offered, as a link where the terminal knows links. Drawn when another is offered. */
export const createOfferPainter = (scene: Scene): Painter => {
	const styleOf = (tone: Tone, isLink: boolean): StyleId =>
		styleId(isLink ? {...scene.theme[tone], underline: true, link: true} : scene.theme[tone]);
	let drawn: unknown;
	return canvas => {
		const {pops} = scene.ui();
		if (pops === drawn && !canvas.blank) return;
		drawn = pops;
		canvas.clear(0, 0, canvas.columns);
		if (pops.offer === null) return;
		let column = 0;
		for (const {text, tone, isLink = false} of offerRow(
			pops.offer,
			{width: canvas.columns, offers: pops.offers},
			scene.style(),
		)) {
			column = canvas.text(0, column, text, styleOf(tone, isLink));
		}
	};
};
