import {describe, expect, it} from 'vitest';
import {type Feed, feedStatus, lastGoodAt, newFeed, quietAfter, quietSince} from '../../source/domain/feed.js';
import {durationMs, epochMs} from '../../source/domain/units.js';
import {at, site} from '../helpers/builders.js';

const live: Feed = {...newFeed({site, transport: 'v1', at: at(0)}), condition: {kind: 'live'}};
const quiet = epochMs(at(0) + quietAfter);

describe('feedStatus', () => {
	it('is connecting at first', () => {
		expect(feedStatus(newFeed({site, transport: 'v1', at: at(0)}), at(9999))).toBe('connecting');
	});

	it('is live until no event came for a while, then quiet', () => {
		expect(feedStatus(live, epochMs(quiet - 1))).toBe('live');
		expect(feedStatus(live, quiet)).toBe('quiet');
		expect(feedStatus({...live, lastEventAt: at(1)}, quiet)).toBe('live');
	});

	it('is quiet after as long as the feed was told', () => {
		const impatient = {...live, quietAfterMs: durationMs(5000)};
		expect([at(4), at(5)].map(now => feedStatus(impatient, now))).toEqual(['live', 'quiet']);
	});

	it.each(['down', 'refused'] as const)('is %s however long that lasts', kind => {
		const condition = {kind, reason: 'x', retryAt: at(9)};
		expect(feedStatus({...live, condition}, at(1))).toBe(kind);
		expect(feedStatus({...live, condition}, at(9999))).toBe(kind);
	});
});

describe('quietSince', () => {
	it('is the last event or, without one, the connection', () => {
		expect(quietSince(live)).toBe(at(0));
		expect(quietSince({...live, lastEventAt: at(7)})).toBe(at(7));
	});
});

describe('lastGoodAt', () => {
	it('is the last answer, without one the last event, without that the beginning', () => {
		expect(lastGoodAt({...live, lastHeardAt: at(9), lastEventAt: at(7)})).toBe(at(9));
		expect(lastGoodAt({...live, lastEventAt: at(7)})).toBe(at(7));
		expect(lastGoodAt(live)).toBe(at(0));
	});
});
