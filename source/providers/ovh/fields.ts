import {type EpochMs, epochMs} from '../../domain/units.js';
import {type Context, fault} from './context.js';
import type {WireData, WireEvent} from './wire.js';

/** A value of `Data` as text, empty when absent; the key's case does not matter (OVH's two API versions differ). */
export const dataText = (data: WireData, key: string): string => {
	const exact = data[key];
	if (exact !== undefined) return asText(exact);
	const wanted = key.toLowerCase();
	// Most absent keys are absent in any case: the length tells it soonest.
	for (const name in data)
		if (name.length === wanted.length && name.toLowerCase() === wanted) return asText(data[name]);
	return '';
};

/** Scalars alone are text; a list or an object in their place is as good as nothing. */
const asText = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';

/** The first of several keys that has a value. */
export const firstText = (data: WireData, keys: readonly string[]): string => {
	for (const key of keys) {
		const text = dataText(data, key);
		if (text !== '') return text;
	}
	return '';
};

/** Epoch seconds, as number or numeric text, to milliseconds; undefined when absent or no time. */
export const instantOf = (data: WireData, key: string): EpochMs | undefined => {
	const text = dataText(data, key);
	const seconds = Number(text);
	return text === '' ? undefined : instant(Math.round(seconds * 1000));
};

/** When it happened: `Ts`, the switch's own time; without it the time the service sent the event. */
export const eventInstant = (wire: WireEvent, context: Context): EpochMs => {
	const at = instantOf(wire.Data, 'Ts') ?? sentInstant(wire);
	if (at === undefined) throw fault(context, 'Data.Ts', 'expected epoch seconds');
	return at;
};

/** When the service sent the event, from its nanoseconds. */
export const sentInstant = (wire: WireEvent): EpochMs | undefined =>
	wire.Timestamp === undefined ? undefined : instant(wire.Timestamp / 1e6);

/** Ten thousand years or more are no time but a slip of units, and no clock or calendar downstream can hold them. */
const year10000 = Date.UTC(10_000, 0);

const instant = (milliseconds: number): EpochMs | undefined =>
	milliseconds > 0 && milliseconds < year10000 ? epochMs(milliseconds) : undefined;

/** Collector to client service, in whole milliseconds: what OVH's own client shows as latency. Line events only. */
export const latencyOf = (wire: WireEvent): number | undefined => {
	const collected = Number(dataText(wire.Data, 'TsGet') || Number.NaN);
	if (wire.Timestamp === undefined || !Number.isFinite(collected)) return undefined;
	return Math.max(0, Math.round((wire.Timestamp - collected) / 1e6));
};
