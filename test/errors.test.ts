import {describe, expect, it} from 'vitest';
import {
	BoardError,
	exitStatus,
	FeedUnreachableError,
	OptionsError,
	TokenMissingError,
	TokenRefusedError,
	WireFormatError,
} from '../source/errors.js';

const unreachable = new FeedUnreachableError('m', {failure: 'status', retryAfterSeconds: 7, cause: 'why'});

describe('BoardError', () => {
	it.each([
		[new OptionsError('m'), 'OptionsError', 'OPTIONS', 2],
		[new TokenMissingError('m'), 'TokenMissingError', 'TOKEN_MISSING', 3],
		[new TokenRefusedError('m'), 'TokenRefusedError', 'TOKEN_REFUSED', 3],
		[unreachable, 'FeedUnreachableError', 'FEED_UNREACHABLE', 4],
		[new WireFormatError('Events[3]', 'expected an object'), 'WireFormatError', 'WIRE_FORMAT', 4],
	])('%s is named %s, with code %s and exit status %i', (error, name, code, status) => {
		expect(error).toBeInstanceOf(BoardError);
		expect(error).toBeInstanceOf(Error);
		expect(error).toMatchObject({name, code, exitStatus: status});
		expect(String(error)).toBe(`${name}: ${error.message}`);
	});
});

describe('FeedUnreachableError', () => {
	it('keeps the kind of failure, how long to wait, and the cause', () => {
		expect(unreachable).toMatchObject({failure: 'status', retryAfterSeconds: 7, cause: 'why'});
	});
});

describe('WireFormatError', () => {
	it('says where and what', () => {
		const error = new WireFormatError('Events[3].Data.CallId', 'expected the id of a call');
		expect(error.message).toBe('Events[3].Data.CallId: expected the id of a call');
		expect(error.path).toBe('Events[3].Data.CallId');
	});
});

describe('exitStatus', () => {
	it('is as the contract says', () => {
		expect(exitStatus).toMatchObject({failure: 1, usage: 2, token: 3, unreachable: 4, interrupted: 130});
	});
});
