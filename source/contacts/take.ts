import type {Entry} from './entry.js';

/** Takes what one line or card says, undefined for one that says nothing; false when no more is wanted. */
export type Take = (entry: Entry | undefined) => boolean;
