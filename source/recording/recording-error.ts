import {BoardError, exitStatus} from '../errors.js';

/** A recording cannot be written any more. What was written before can be replayed. */
export class RecordingError extends BoardError {
	override readonly name = 'RecordingError';
	readonly code = 'RECORDING';
	readonly exitStatus = exitStatus.failure;
}
