import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Language} from '../i18n/languages.js';

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A running time: `mm:ss`, from an hour on `h:mm:ss`. Seconds are rounded down, ages never negative. */
export const formatAge = (milliseconds: number): string => {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const minutes = Math.floor(seconds / 60);
	const rest = `${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
	return minutes < 60 ? rest : `${Math.floor(minutes / 60)}:${rest}`;
};

/** An average of lengths of time, to the nearest second: the same wherever it stands. */
export const formatMean = (milliseconds: number): string => formatAge(Math.round(milliseconds / 1000) * 1000);

/** Local time of day, `HH:MM:SS`. */
export const formatClock = (at: EpochMs): string => {
	const date = new Date(at);
	return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}:${twoDigits(date.getSeconds())}`;
};

/** Local time of day, `HH:MM`. */
export const formatMinute = (at: EpochMs): string => formatClock(at).slice(0, 5);

/** Local day, `YYYY-MM-DD`. */
export const formatDay = (at: EpochMs): string => {
	const date = new Date(at);
	return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};

/** When something began: `HH:MM`, and the day when it is another than today. */
export const formatSince = (at: EpochMs, now: EpochMs): string =>
	formatDay(at) === formatDay(now) ? formatMinute(at) : `${formatDay(at)} ${formatMinute(at)}`;

/** A length of time in words for the eye, its largest unit only: `40 s`, `12 min`, `3 h`. */
export const formatSpan = (milliseconds: number, messages: Messages): string => {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	if (seconds < 120) return messages['time.seconds'](seconds);
	if (seconds < 7200) return messages['time.minutes'](Math.floor(seconds / 60));
	if (seconds < 172_800) return messages['time.hours'](Math.floor(seconds / 3600));
	return messages['time.days'](Math.floor(seconds / 86_400));
};

/** A number of bytes: `12.4 MB`, in French `12,4 Mo`; `kB` below a million. */
export const formatSize = (bytes: number, language: Language): string => {
	const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
	const {format} = new Intl.NumberFormat(language, {style: 'unit', unit, maximumFractionDigits: 1});
	// Some blanks of French typography are no blanks to other programs.
	return format(bytes / size).replace(/\s/g, ' ');
};

/** A count where some are in doubt: at least so many, or not known at all. */
export const formatAtLeast = (
	count: number,
	{inDoubt, none}: {readonly inDoubt: number; readonly none: string},
): string => {
	if (inDoubt === 0) return String(count);
	return count === 0 ? none : `${count}+`;
};

/** A share as whole per cent, `76 %`; `none` when there is no share. */
export const formatShare = (share: number | null, none: string): string =>
	share === null ? none : `${Math.round(share * 100)} %`;
