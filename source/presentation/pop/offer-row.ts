import type {Tone} from '../cells.js';
import {callerText} from '../names.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import type {PopOffer} from './pops.js';

/** Words of the row, one after the other; `isLink`: they lead to the address. */
export type OfferPart = {readonly text: string; readonly tone: Tone; readonly isLink?: true};

type Room = {readonly width: number; readonly offers: number};

/** Below this an address says nothing; from `besideHint` on the keys are worth more than its end. */
const least = {target: 12, besideHint: 24} as const;

/** An offer in one row: who calls, where it leads, and the keys where there is room for them. */
export const offerRow = (offer: PopOffer, {width, offers}: Room, style: Style): readonly OfferPart[] => {
	const {messages, symbols} = style;
	const place = offers > 1 ? [messages['pop.place'](1, offers)] : [];
	const caller = cutTo(callerText(offer.peer, style), Math.max(0, width - least.target - 6), symbols.cut);
	const call = ` ${symbols.to} ${caller}: `;
	const hint = `   ${[...place, messages['offer.hint']].join(` ${symbols.dot} `)} `;
	const room = width - widthOf(call) - 1;
	const beside = room - widthOf(hint);
	const hasHint = beside >= Math.min(least.besideHint, widthOf(offer.target));
	return [
		{text: call, tone: 'accent'},
		{text: cutTo(offer.target, Math.max(0, hasHint ? beside : room), symbols.cut), tone: 'strong', isLink: true},
		...(hasHint ? [{text: hint, tone: 'muted'} as const] : []),
	];
};
