import type {HistoryTexts} from '../i18n/history.js';
import type {CommandContext} from './command.js';

/** What an action of `history` is given. */
export type HistoryTask = CommandContext & {readonly path: string; readonly texts: HistoryTexts};
