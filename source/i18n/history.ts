import {historyEn} from './history-en.js';
import {historyFr} from './history-fr.js';
import type {Language} from './languages.js';
import type {Translation} from './translation.js';

export type HistoryTexts = Translation<typeof historyEn>;

export const historyTexts = (language: Language): HistoryTexts => ({en: historyEn, fr: historyFr})[language];
