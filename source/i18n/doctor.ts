import {type DoctorTexts, doctorEn} from './doctor-en.js';
import {doctorFr} from './doctor-fr.js';
import type {Language} from './languages.js';

export const doctorTexts = (language: Language): DoctorTexts => ({en: doctorEn, fr: doctorFr})[language];
