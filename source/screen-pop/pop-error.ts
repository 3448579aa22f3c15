import type {PopFailure} from '../domain/event.js';

/** Why a pop came to nothing. `detail`: a status, a code of the system or a number, without any part of the address. */
export class PopError extends Error {
	override readonly name = 'PopError';
	readonly failure: PopFailure;
	readonly detail: string;

	constructor(failure: PopFailure, detail = '', cause?: unknown) {
		super(failure, {cause});
		this.failure = failure;
		this.detail = detail;
	}
}

/** The code of a system or a library, `ECONNREFUSED`; empty when there is none. Messages may repeat the address. */
export const codeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return '';
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	return code === '' ? codeOf(error.cause) : code;
};
