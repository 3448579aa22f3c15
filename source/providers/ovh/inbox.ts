import type {EpochMs} from '../../domain/units.js';
import {FeedUnreachableError} from '../../errors.js';

/** What came since the last time. */
export type Taken = {
	/** In order. Empty: there is life, and no news. */
	readonly messages: readonly string[];
	/** When the last of them came; without one, when life was seen. */
	readonly arrivedAt: EpochMs;
};

/** Messages between the one who hears them and the one who takes them, who may be busy with those before. */
export type Inbox = {
	/** False when there are too many: nobody takes them. The inbox has ended then. */
	put(message: string, at: EpochMs): boolean;
	/** Wakes who waits, without a message. */
	pulse(at: EpochMs): void;
	/** Nothing more will come. Taking throws this once what is there has been taken; the first end counts. */
	end(error: unknown): void;
	/** All there is, as soon as there is anything. One may wait at a time. */
	take(): Promise<Taken>;
};

/** More than this, in messages or characters, is never behind by chance: a slow board would only use up the memory. */
export const inboxLimits: InboxLimits = {messages: 100_000, characters: 64 * 1024 * 1024};

type InboxLimits = {readonly messages: number; readonly characters: number};

export const createInbox = (limits: InboxLimits = inboxLimits): Inbox => {
	let messages: string[] = [];
	let characters = 0;
	let lastMessageAt: EpochMs | null = null;
	let pulsedAt: EpochMs | null = null;
	let ended: {readonly error: unknown} | null = null;
	let wake = (): void => undefined;
	const end = (error: unknown): void => {
		ended ??= {error};
		wake();
	};
	const empty = (arrivedAt: EpochMs): Taken => {
		const taken = {messages, arrivedAt};
		messages = [];
		characters = 0;
		lastMessageAt = null;
		pulsedAt = null;
		return taken;
	};
	return {
		put: (message, at) => {
			if (ended) return false;
			messages.push(message);
			characters += message.length;
			lastMessageAt = at;
			const isTooMuch = messages.length > limits.messages || characters > limits.characters;
			if (isTooMuch) end(overrun(messages.length));
			wake();
			return !isTooMuch;
		},
		pulse: at => {
			pulsedAt = at;
			wake();
		},
		end,
		take: async () => {
			while (true) {
				if (lastMessageAt !== null) return empty(lastMessageAt);
				if (ended) throw ended.error;
				if (pulsedAt !== null) return empty(pulsedAt);
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			}
		},
	};
};

const overrun = (count: number): FeedUnreachableError =>
	new FeedUnreachableError(`${count} messages came faster than they could be worked on`, {failure: 'too-large'});
