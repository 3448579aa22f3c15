import {languages} from '../../source/i18n/languages.js';

type Size = readonly [columns: number, rows: number];

/** Screens of these sizes, each in all languages. */
export const looksOf = (...sizes: readonly Size[]) =>
	sizes.flatMap(([columns, rows]) => languages.map(language => ({columns, rows, language})));
