import {describe, expect, it} from 'vitest';
import {FeedUnreachableError, OptionsError, TokenRefusedError, WireFormatError} from '../../source/errors.js';
import {errorOf, factsOf} from '../../source/recording/failures.js';

describe('errorOf', () => {
	it.each([
		new TokenRefusedError('the service refuses the token (status 403)'),
		new WireFormatError('Events[3].Data', 'expected an object, got a list'),
		new FeedUnreachableError('no answer from a.b within 75 s', {failure: 'timeout'}),
		new FeedUnreachableError('status 503', {failure: 'status', status: 503, retryAfterSeconds: 2.5}),
	])('gives the error again: $message', error => {
		const facts = factsOf(error);
		if (!facts) throw new Error('expected facts');
		const again = errorOf(JSON.parse(JSON.stringify(facts)));
		expect(again.constructor).toBe(error.constructor);
		expect({...again, message: again.message}).toEqual({...error, message: error.message});
	});

	it('gives a message without a path as it is', () => {
		expect(errorOf({code: 'WIRE_FORMAT', path: 'a', message: 'b'}).message).toBe('a: b');
	});

	it('knows nothing of errors that are none of the service', () => {
		expect(factsOf(new OptionsError('x'))).toBeUndefined();
		expect(factsOf(new Error('x'))).toBeUndefined();
		expect(factsOf('x')).toBeUndefined();
	});
});
