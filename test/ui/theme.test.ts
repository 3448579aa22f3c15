import {describe, expect, it} from 'vitest';
import type {Tone} from '../../source/presentation/cells.js';
import {inkProps, themes, toneStyles} from '../../source/ui/theme.js';

/** Complete, or it does not compile. */
const everyTone: Readonly<Record<Tone, true>> = {
	plain: true,
	muted: true,
	strong: true,
	accent: true,
	free: true,
	ringing: true,
	busy: true,
	held: true,
	warning: true,
	alarm: true,
	selected: true,
};
const tones = Object.keys(everyTone) as readonly Tone[];

const stale = {isStale: true};
const fresh = {isStale: false};

describe.each(Object.entries(themes))('%s', (_, theme) => {
	it('has a look for every tone', () => {
		expect(tones.filter(tone => theme[tone] === undefined)).toEqual([]);
		expect(tones.filter(tone => !Number.isInteger(toneStyles(theme, fresh)[tone]))).toEqual([]);
	});

	it('tells what wants attention from what is plain, and alarm from warning', () => {
		const styles = toneStyles(theme, fresh);
		const apart = new Set([styles.plain, styles.ringing, styles.busy, styles.held, styles.alarm, styles.selected]);
		expect(apart.size).toBe(6);
		expect(styles.alarm).not.toBe(styles.warning);
		expect(styles.muted).not.toBe(styles.plain);
	});

	it('marks an alarm by more than colour', () => {
		expect(theme.alarm).toMatchObject({bold: true, inverse: true});
	});

	it('mutes everything but the selection while the feed is down', () => {
		const {selected, ...others} = toneStyles(theme, stale);
		expect(new Set(Object.values(others))).toEqual(new Set([toneStyles(theme, fresh).muted]));
		expect(selected).toBe(toneStyles(theme, fresh).selected);
	});

	it('gives overlays a background, so that nothing shows through', () => {
		expect(theme.overlay.backgroundColor).toBeDefined();
	});
});

describe('mono', () => {
	it('has no colour in any tone', () => {
		expect(tones.filter(tone => themes.mono[tone].color ?? themes.mono[tone].backgroundColor)).toEqual([]);
		expect(themes.mono.border.color).toBeUndefined();
	});
});

describe('inkProps', () => {
	it('calls a dim style what Ink calls it', () => {
		expect(inkProps({dim: true})).toEqual({dimColor: true});
		expect(inkProps({color: 'cyan', bold: true})).toEqual({color: 'cyan', bold: true});
		expect(inkProps({dim: false, inverse: true})).toEqual({inverse: true});
	});
});
