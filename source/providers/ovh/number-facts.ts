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
	const {Details} = wire;
	const label = cleanText(asText(Details?.Description));
	const numberType = cleanText(asText(Details?.Type));
	const lines = Number.parseInt(asText(Details?.SimultaneousLine), 10);
	const latencyMs = latencyOf(wire);
	return {
		...(label === '' || label === number || label === wire.Ressource ? {} : {label}),
		...(numberType === '' ? {} : {numberType}),
		...(Number.isFinite(lines) && lines >= 0 ? {simultaneousLines: lines} : {}),
		...(latencyMs === undefined ? {} : {latencyMs}),
	};
};

/** All values of `Details` are text as far as observed; a number will do, anything else is as good as nothing. */
const asText = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
