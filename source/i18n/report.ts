import type {Language} from './languages.js';
import {reportEn} from './report-en.js';
import {reportFr} from './report-fr.js';
import type {Translation} from './translation.js';

export type ReportTexts = Translation<typeof reportEn>;

export const reportTexts = (language: Language): ReportTexts => ({en: reportEn, fr: reportFr})[language];
