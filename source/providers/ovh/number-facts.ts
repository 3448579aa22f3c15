import {cleanText} from '../../domain/text.js';
import {latencyOf} from './fields.js';
import type {WireEvent} from './wire.js';

type NumberFacts = {
	readonly label?: string;
	readonly numberType?: string;
	readonly simultaneousLines?: number;
	readonly latencyMs?: number;
};

/** What `Details` tells of the number. The description repeats the number when the customer gave none. */
export const numberFacts = (wire: WireEvent, number: string): NumberFacts => {
	const label = cleanText(wire.Details?.Description ?? '');
	const numberType = cleanText(wire.Details?.Type ?? '');
	const lines = Number.parseInt(wire.Details?.SimultaneousLine ?? '', 10);
	const latencyMs = latencyOf(wire);
	return {
		...(label === '' || label === number || label === wire.Ressource ? {} : {label}),
		...(numberType === '' ? {} : {numberType}),
		...(Number.isFinite(lines) && lines >= 0 ? {simultaneousLines: lines} : {}),
		...(latencyMs === undefined ? {} : {latencyMs}),
	};
};
