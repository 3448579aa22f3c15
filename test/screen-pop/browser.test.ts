import {describe, expect, it} from 'vitest';
import {hasDisplay} from '../../source/screen-pop/browser.js';

describe('hasDisplay', () => {
	it.each<[NodeJS.Platform, Readonly<Record<string, string>>, boolean]>([
		['linux', {}, false],
		['linux', {DISPLAY: ':0'}, true],
		['linux', {DISPLAY: ''}, false],
		['linux', {WAYLAND_DISPLAY: 'wayland-0'}, true],
		['linux', {WSL_DISTRO_NAME: 'Debian'}, true],
		['linux', {DISPLAY: ':0', SSH_CONNECTION: '1 2 3 4'}, false],
		['freebsd', {DISPLAY: ':0'}, true],
		['darwin', {}, true],
		['darwin', {SSH_TTY: '/dev/ttys001'}, false],
		['win32', {}, true],
		['win32', {SSH_CLIENT: '1 2 3'}, false],
	])('%s with %j: %s', (platform, environment, isThere) => {
		expect(hasDisplay({platform, environment})).toBe(isThere);
	});
});
