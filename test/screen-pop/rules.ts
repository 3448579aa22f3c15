import {type PopRule, usualTriggers} from '../../source/screen-pop/rule.js';

/** The rule of somebody who gave an address only. */
export const usualRule: PopRule = {
	template: 'https://crm.example/?n={caller}',
	mode: 'popup',
	events: usualTriggers,
	direction: 'incoming',
	only: [],
	method: 'get',
	timeoutMs: 10_000,
	command: undefined,
};
