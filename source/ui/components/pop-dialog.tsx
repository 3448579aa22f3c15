import type {Size} from '../../presentation/layout.js';
import {useScene, useUi} from '../environment.js';
import type {PopForm} from '../pop-form.js';
import {layPopOut} from '../pop-layout.js';
import {OverlayBox, overlayFrame} from './overlay.js';
import {PopFieldRow} from './pop-field.js';
import {Words} from './words.js';

/** Wide enough for most addresses; a longer one moves along under the caret. */
const widest = 96;
const headerRows = 1;
const borderRows = 2;

/** The settings of the screen pop: a row for each field, and below it what is to be said. */
export const PopDialog = ({screen}: {readonly screen: Size}) => {
	const {pop} = useUi();
	return pop === null ? null : <Form form={pop} screen={screen} />;
};

const Form = ({form, screen}: {readonly form: PopForm; readonly screen: Size}) => {
	const {messages} = useScene();
	const columns = Math.max(1, Math.min(widest, screen.columns - overlayFrame));
	const room = {columns, rows: screen.rows - headerRows - borderRows};
	const {fields, hasBlank, lines, nameWidth, rows} = layPopOut(form, {messages, room});
	const widths = {name: nameWidth, value: Math.max(1, columns - nameWidth)};
	const rowed = lines.map(({tone, text}, row) => ({tone, text, key: `${row} ${text}`}));
	return (
		<OverlayBox screen={screen} size={{columns: columns + overlayFrame, rows: rows + borderRows}}>
			<Words tone="strong">{messages['pop.title']}</Words>
			{hasBlank ? <Words> </Words> : null}
			{fields.map(field => (
				<PopFieldRow key={field.name} field={field} form={form} columns={widths} />
			))}
			{rowed.map(({tone, text, key}) => (
				<Words key={key} tone={tone}>
					{text}
				</Words>
			))}
		</OverlayBox>
	);
};
