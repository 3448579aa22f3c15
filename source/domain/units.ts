/** The domain: what is known about the telephones, as plain immutable values. Imports nothing from outside. */

declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & {readonly [unit]: Name};

/** Milliseconds since 1970 on the service's clock. Fractions are allowed. */
export type EpochMs = Branded<number, 'EpochMs'>;
/** A length of time in milliseconds, never negative. */
export type DurationMs = Branded<number, 'DurationMs'>;
/** A line's number as the provider normalises it, `0033…` for OVH. It is the line's identity. */
export type LineNumber = Branded<string, 'LineNumber'>;
/** A queue's number. It is the queue's identity. */
export type QueueNumber = Branded<string, 'QueueNumber'>;
/** An agent's number; the same digits as the agent's line when that line is known. */
export type AgentNumber = Branded<string, 'AgentNumber'>;
/** A call's identity on one line; two lines may show the same call under one id. */
export type CallId = Branded<string, 'CallId'>;
/** One stay of one caller in one queue. */
export type CallerId = Branded<string, 'CallerId'>;
/** The caller's channel on the switch: one for all queues that a single call goes through. */
export type ChannelId = Branded<string, 'ChannelId'>;
/** The name of the place a feed serves, `default` when the user gave none. */
export type SiteName = Branded<string, 'SiteName'>;

export const epochMs = (value: number): EpochMs => value as EpochMs;
export const durationMs = (value: number): DurationMs => Math.max(0, value) as DurationMs;
export const lineNumber = (value: string): LineNumber => value as LineNumber;
export const queueNumber = (value: string): QueueNumber => value as QueueNumber;
export const agentNumber = (value: string): AgentNumber => value as AgentNumber;
export const callId = (value: string): CallId => value as CallId;
export const callerId = (value: string): CallerId => value as CallerId;
export const channelId = (value: string): ChannelId => value as ChannelId;
export const siteName = (value: string): SiteName => value as SiteName;

/** Time from one instant to a later one; zero when the order is reversed. */
export const elapsed = (since: EpochMs, now: EpochMs): DurationMs => durationMs(now - since);

/** The later of two instants, either of which may be unknown. */
export const later = (one: EpochMs | null, other: EpochMs): EpochMs => (one !== null && one > other ? one : other);
