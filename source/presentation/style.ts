import type {ServiceLevelRule} from '../domain/figures.js';
import type {EpochMs} from '../domain/units.js';
import type {Window} from '../domain/window.js';
import type {Speech} from './names.js';
import type {Symbols} from './symbols.js';

/** What rows are made with. Rows that depend on `now` beside what ages by itself must be made anew when it moves on. */
export type Style = Speech & {
	readonly symbols: Symbols;
	/** How the service level is reckoned. */
	readonly rule: ServiceLevelRule;
	/** How far back figures reach. */
	readonly window: Window;
	readonly now: EpochMs;
};
