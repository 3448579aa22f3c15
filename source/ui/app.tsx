import {Box, useInput, usePaste, useWindowSize} from 'ink';
import {type ReactNode, useLayoutEffect} from 'react';
import {type Layout, layoutOf, type Size} from '../presentation/layout.js';
import {Footer} from './components/footer.js';
import {Help} from './components/help.js';
import {OfferPlace} from './components/offer-place.js';
import {Palette} from './components/palette.js';
import {Panels, type PanelsProps} from './components/panels.js';
import {PopDialog} from './components/pop-dialog.js';
import {PopPageBox} from './components/pop-page-box.js';
import {ResetDialog} from './components/reset-dialog.js';
import {TokenDialog} from './components/token-dialog.js';
import {useBoard, useController, useUi} from './environment.js';
import type {Overlay} from './ui-state.js';

export type AppProps = Pick<PanelsProps, 'panels'> & {
	/** Puts the painted regions where the layout wants them. */
	readonly place: (layout: Layout) => void;
};

/** Frames, footer and overlays. What changes every second is painted, not rendered. */
export const App = ({place, panels}: AppProps) => {
	const controller = useController();
	const {view, overlay, pops} = useUi();
	const size = useWindowSize();
	const lines = useBoard(board => board.lines.size);
	const queues = useBoard(board => board.queues.size);
	const hasOffer = pops.offer !== null;
	const layout = layoutOf(size, {view, lines, queues, hasDetails: overlay === 'details', hasOffer});
	useInput((typed, key) => controller.press(typed, key));
	usePaste(text => controller.paste(text));
	// After Ink has laid out and before the frame goes out, so that frames and regions never disagree.
	useLayoutEffect(() => place(layout));
	return (
		<Box width={size.columns} height={size.rows}>
			<Panels layout={layout} panels={panels} />
			{layout.offer ? <OfferPlace rectangle={layout.offer} /> : null}
			<Footer rectangle={layout.footer} />
			{overlay === null ? null : overlayOf(overlay, size)}
		</Box>
	);
};

/** What is drawn over the view; the filter is typed in the footer alone, details are a panel. */
const overlayOf = (overlay: Overlay, screen: Size) => {
	const drawn: Readonly<Record<Overlay, ReactNode>> = {
		filter: null,
		palette: <Palette screen={screen} />,
		token: <TokenDialog screen={screen} />,
		reset: <ResetDialog screen={screen} />,
		help: <Help screen={screen} />,
		details: null,
		pop: <PopDialog screen={screen} />,
		page: <PopPageBox screen={screen} />,
	};
	return drawn[overlay];
};
