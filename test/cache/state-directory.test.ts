import {describe, expect, it} from 'vitest';
import {stateDirectory} from '../../source/cache/state-directory.js';

describe('stateDirectory', () => {
	it.each([
		['linux', {HOME: '/home/ann'}, '/home/ann/.local/state/ovh-cti-board'],
		['linux', {HOME: '/home/ann', XDG_STATE_HOME: '/var/state'}, '/var/state/ovh-cti-board'],
		['linux', {HOME: '/home/ann', XDG_STATE_HOME: 'state'}, '/home/ann/.local/state/ovh-cti-board'],
		['linux', {HOME: '/home/ann', XDG_STATE_HOME: ''}, '/home/ann/.local/state/ovh-cti-board'],
		['darwin', {HOME: '/Users/ann'}, '/Users/ann/Library/Application Support/ovh-cti-board'],
		['win32', {HOME: '/u', LOCALAPPDATA: '/u/Local'}, '/u/Local/ovh-cti-board'],
		['win32', {HOME: '/u'}, '/u/AppData/Local/ovh-cti-board'],
	] as const)('on %s with %o is %s', (platform, environment, path) => {
		expect(stateDirectory(environment, platform)).toBe(path);
	});
});
