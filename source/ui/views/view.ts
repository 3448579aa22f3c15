import type {Subject} from '../../presentation/details/subject.js';
import type {PanelName, Rectangle} from '../../presentation/layout.js';
import type {Exported, Sorting} from '../../presentation/table/table.js';
import type {Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';

/** What stands in the border of a panel. */
export type Heading = {readonly title: string; readonly note: string};

export type Panel = {
	/** Draws what is inside. */
	readonly painter: Painter;
	/** Asked for whenever the board or the screen's state changed: it looks up, and makes nothing dear. */
	readonly heading: () => Heading;
};

/** What keys need to know of a view, looked up when one is pressed. */
export type ViewListing = {
	/** The keys of what can be selected, in the order shown. */
	keys(): readonly string[];
	/** How many stand in one row, and how many rows are a page. */
	perRow(): number;
	pageRows(): number;
	/** What details tell of; null: nothing. */
	subjectOf(key: string): Subject | null;
	/** The columns to sort by; none in a view without a table. */
	columns(): readonly string[];
	/** How it is sorted until somebody chooses otherwise. */
	readonly sorting: Sorting | null;
	/** The table as shown, for a file; null in a view without one. */
	exported(): Exported | null;
};

export type View = {
	readonly listing: ViewListing;
	readonly panels: Readonly<Partial<Record<PanelName, Panel>>>;
};

export type ViewOptions = {
	readonly scene: Scene;
	/** The inside of a panel as the screen is divided now; of no size when it is not shown. */
	readonly inside: (panel: PanelName) => Rectangle;
};

/** Of a view in which nothing can be selected, sorted or exported. */
export const plainListing: ViewListing = {
	keys: () => [],
	perRow: () => 1,
	pageRows: () => 1,
	subjectOf: () => null,
	columns: () => [],
	sorting: null,
	exported: () => null,
};
