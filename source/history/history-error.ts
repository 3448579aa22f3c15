import {BoardError, exitStatus} from '../errors.js';

/** The history cannot be read: damaged, of a newer version, or not to be had. */
export class HistoryError extends BoardError {
	override readonly name = 'HistoryError';
	readonly code = 'HISTORY';
	readonly exitStatus = exitStatus.failure;
}
