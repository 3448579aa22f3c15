import type {Language} from './languages.js';
import {type RecordTexts, recordEn} from './record-en.js';
import {recordFr} from './record-fr.js';

export const recordTexts = (language: Language): RecordTexts => ({en: recordEn, fr: recordFr})[language];
