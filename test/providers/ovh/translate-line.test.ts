import {describe, expect, it} from 'vitest';
import {accueil, at, customer, site} from '../../helpers/builders.js';
import {eventsOf, readFlow, withData} from './wire-events.js';

const [ring = {}] = readFlow('l1');
const first = (raw: object) => eventsOf([raw])[0];

describe('translateLineEvent', () => {
	it('tells everything the wire told', () => {
		expect(first(ring)).toEqual({
			type: 'ringing-started',
			at: at(1.23),
			site,
			service: 'line',
			number: accueil,
			label: 'Alice',
			numberType: 'sipCirpack',
			simultaneousLines: 2,
			latencyMs: 25,
			callId: '08011-GZ-3e8c8263-5792009f2_sip.ovh.fr',
			direction: 'incoming',
			from: customer,
			to: accueil,
			dialled: accueil,
		});
	});

	it.each([
		[{}, 'incoming'],
		[{Called: '0639980001', Calling: '+33199000101'}, 'outgoing'],
		[{Called: accueil, Calling: accueil}, 'internal'],
		[{Called: '0639980001', Calling: '0639980002'}, 'unknown'],
		[{Called: undefined}, 'incoming'],
		[{Calling: undefined, Called: '0639980001'}, 'outgoing'],
		[{Calling: undefined, Called: undefined}, 'internal'],
		[{Calling: 'anonymous'}, 'incoming'],
		[{Called: '0199000101', Calling: ''}, 'internal'],
	])('with %j the call is %s', (changes, direction) => {
		expect(first(withData(ring, changes))).toMatchObject({direction});
	});

	it('shows no number for a caller who withholds it', () => {
		expect(first(withData(ring, {Calling: 'anonymous'}))).toMatchObject({from: ''});
	});

	it('keeps the number as dialled, which differs when the call was forwarded', () => {
		expect(first(withData(ring, {Dialed: '0199000199'}))).toMatchObject({to: accueil, dialled: '0033199000199'});
		expect(first(withData(ring, {Dialed: ''}))).toMatchObject({dialled: accueil});
	});

	it('takes the line from the bill when the number is missing', () => {
		expect(first({...ring, Ressource: ''})).toMatchObject({number: accueil});
	});
});
