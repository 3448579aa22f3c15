import {type ConfigTexts, configEn} from './config-en.js';
import {configFr} from './config-fr.js';
import type {Language} from './languages.js';

export const configTexts = (language: Language): ConfigTexts => ({en: configEn, fr: configFr})[language];
