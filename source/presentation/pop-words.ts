import type {BoardEvent} from '../domain/event.js';
import type {Messages} from '../i18n/en.js';

/** What a screen pop did, in plain language. */
export const popDone = ({mode, target, status, tookMs}: BoardEvent<'pop-done'>, messages: Messages): string => {
	const took = messages['log.latency'](Math.round(tookMs));
	if (mode === 'popup') return messages['event.pop-done.popup'](target);
	if (mode === 'exec') return messages['event.pop-done.exec'](target, took);
	return messages[`event.pop-done.${mode}`](target, String(status ?? ''), took);
};

/** Why it came to nothing; a status or a code of the system stands behind the reason. */
export const popFailed = ({target, failure, detail}: BoardEvent<'pop-failed'>, messages: Messages): string => {
	const reason = messages[`pop.failure.${failure}`];
	const why = detail === '' ? reason : `${reason} (${detail})`;
	return target === '' ? messages['event.pop-failed'](why) : messages['event.pop-failed.of'](target, why);
};
