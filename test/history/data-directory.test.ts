import {describe, expect, it} from 'vitest';
import {historyPath} from '../../source/history/data-directory.js';

describe('historyPath', () => {
	it.each([
		[{XDG_DATA_HOME: '/data', HOME: '/home/a'}, 'linux', '/data/ovh-cti-board/history.db'],
		[{XDG_DATA_HOME: 'data', HOME: '/home/a'}, 'linux', '/home/a/.local/share/ovh-cti-board/history.db'],
		[{HOME: '/home/a'}, 'linux', '/home/a/.local/share/ovh-cti-board/history.db'],
		[{HOME: '/Users/a'}, 'darwin', '/Users/a/Library/Application Support/ovh-cti-board/history.db'],
		[{LOCALAPPDATA: '/a/Local', HOME: '/a'}, 'win32', '/a/Local/ovh-cti-board/history.db'],
	] as const)('is for %j on %s %s', (environment, platform, path) => {
		expect(historyPath(environment, platform)).toBe(path);
	});
});
