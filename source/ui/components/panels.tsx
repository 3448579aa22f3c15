import type {Layout, PanelName} from '../../presentation/layout.js';
import {useBoard, useUi} from '../environment.js';
import type {Panel as PanelParts} from '../views/view.js';
import {Panel} from './panel.js';

export type PanelsProps = {readonly layout: Layout; readonly panels: Readonly<Record<PanelName, PanelParts>>};

type Props = {readonly rectangle: NonNullable<Layout['panels'][PanelName]>; readonly heading: PanelParts['heading']};

/** Stands between title and note where both are one text, so that React sees by identity that nothing changed. */
const seam = '\u001F';

const Headed = ({rectangle, heading}: Props) => {
	useUi();
	const words = useBoard(() => {
		const {title, note} = heading();
		return `${title}${seam}${note}`;
	});
	const [title = '', note = ''] = words.split(seam);
	return <Panel rectangle={rectangle} title={title} note={note} />;
};

/** The panels that the layout has room for. */
export const Panels = ({layout, panels}: PanelsProps) =>
	(Object.keys(panels) as readonly PanelName[]).map(name => {
		const rectangle = layout.panels[name];
		return rectangle ? <Headed key={name} rectangle={rectangle} heading={panels[name].heading} /> : null;
	});
