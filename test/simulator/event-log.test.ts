import {describe, expect, it} from 'vitest';
import {createEventLog} from '../../source/simulator/event-log.js';
import {parcelOf} from '../../source/simulator/event-text.js';

const parcel = (seconds: number) => parcelOf(`{"Event":"e${seconds}","Timestamp":${1_772_702_100 + seconds}000000000}`);

const parcels = (count: number) => Array.from({length: count}, (_, index) => parcel(index));

describe('createEventLog', () => {
	it('reads on from a position, as many as wanted', () => {
		const log = createEventLog({maxEvents: 1000, maxAgeMs: 1e9});
		log.append(parcels(5));
		const {parcels: read, next} = log.read(1, 2);
		expect(read).toEqual([parcel(1), parcel(2)]);
		expect(log.read(next, 10).parcels).toEqual([parcel(3), parcel(4)]);
		expect(log.read(log.end(), 10).parcels).toEqual([]);
	});

	it('drops the oldest of too many', () => {
		const log = createEventLog({maxEvents: 100, maxAgeMs: 1e9});
		log.append(parcels(300));
		const {parcels: kept, next} = log.read(0, 1000);
		expect(kept).toEqual(parcels(300).slice(200));
		expect(next).toBe(300);
	});

	it('drops what is too old beside the newest', () => {
		const log = createEventLog({maxEvents: 1000, maxAgeMs: 60_000});
		log.append(parcels(300));
		expect(log.read(0, 1000).parcels).toEqual(parcels(300).slice(239));
	});

	it('keeps positions true while it drops', () => {
		const log = createEventLog({maxEvents: 100, maxAgeMs: 1e9});
		for (const one of parcels(1000)) log.append([one]);
		expect(log.read(998, 10).parcels).toEqual([parcel(998), parcel(999)]);
	});
});
