import {describe, expect, it} from 'vitest';
import {findRoute} from '../../source/simulator/routing.js';

const root = {method: 'GET', path: /^\/$/} as const;
const named = {method: 'POST', path: /^\/of\/(?<session>[^/]+)\/(?<token>[^/]+)$/} as const;

const find = (request: string) => {
	const [method, url] = request.split(' ');
	return findRoute([root, named], {method, url});
};

describe('findRoute', () => {
	it('takes what is wanted from the query', () => {
		const wanted = {session: 'b+/&=', token: 'A'};
		expect(find('GET /?token=A&session=b%2B%2F%26%3D')).toEqual({route: root, wanted});
	});

	it('takes what is wanted from the path', () => {
		expect(find('POST /of/a%2Fb/T?x=y')).toEqual({route: named, wanted: {session: 'a/b', token: 'T'}});
	});

	it('takes what is not given, or cannot be read, for an empty text', () => {
		expect(find('GET /')).toEqual({route: root, wanted: {session: '', token: ''}});
		expect(find('POST /of/%E0%A4/T')).toEqual({route: named, wanted: {session: '', token: 'T'}});
	});

	it.each([
		['GET /elsewhere', 404],
		['POST /of/s/t/u', 404],
		['GET //[', 404],
		['POST /', 405],
		['GET /of/s/t', 405],
	])('knows no way for %s', (request, status) => {
		expect(find(request)).toBe(status);
	});
});
