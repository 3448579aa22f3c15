import type {LogListing} from '../log-listing.js';
import {createLogPainter} from '../painters/log-painter.js';
import type {Scene} from '../scene.js';
import {headingOf} from './heading-note.js';
import {type Heading, plainListing, type View, type ViewOptions} from './view.js';

/** The log: moves scroll in it. */
export const createLogView = (options: ViewOptions, log: LogListing): View => {
	const {scene, inside} = options;
	/** The entry at the bottom: the one that details are of. */
	const current = (): number | undefined =>
		scene.ui().logAnchor ?? log.newest(scene.moment().board, 1).at(-1)?.sequence;
	return {
		listing: {
			...plainListing,
			keys: () => {
				const sequence = current();
				return sequence === undefined ? [] : [String(sequence)];
			},
			pageRows: () => inside('log').rows,
			subjectOf: key => ({kind: 'event', sequence: Number(key)}),
		},
		panels: {
			log: {
				painter: createLogPainter({scene, log}),
				heading: () => logHeading(options, log),
			},
		},
	};
};

const logHeading = ({scene, inside}: ViewOptions, log: LogListing): Heading => {
	const {messages, symbols} = scene;
	const {logAnchor, view} = scene.ui();
	const place =
		logAnchor === null
			? messages['log.following']
			: messages['log.scrolled'](log.newer(scene.moment().board, logAnchor));
	const remarks = view === 'log' ? [kindWords(scene), place] : [place];
	return headingOf(messages['log.title'], remarks, {columns: inside('log').columns, symbols});
};

/** What the log is narrowed to. */
const kindWords = ({ui, messages}: Scene): string => {
	const {logKind, hasRegistered} = ui();
	return logKind === 'all' && hasRegistered ? messages['log.withRegistered'] : messages[`log.kind.${logKind}`];
};
