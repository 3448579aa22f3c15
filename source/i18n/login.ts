import type {Language} from './languages.js';
import {type LoginTexts, loginEn} from './login-en.js';
import {loginFr} from './login-fr.js';

export const loginTexts = (language: Language): LoginTexts => ({en: loginEn, fr: loginFr})[language];
