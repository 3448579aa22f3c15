import type {EventLog} from './event-log.js';
import {isFor, type Parcel, parcelText} from './event-text.js';

/** How far a session has come in the log, token by token. */
export type Cursor = {
	/** In the order of their subscription. */
	tokens(): readonly string[];
	/** From this position in the log on. A token that is subscribed stays where it is. */
	subscribe(token: string, position: number): void;
	hasEvents(): boolean;
	/**
	Of the next events, at most `limit`, one copy for each token concerned, as JSON texts of v1. They count as delivered
	until they are put back.
	*/
	take(limit: number): Batch;
	/** The batch did not reach the client: it will be taken again. */
	putBack(batch: Batch): void;
};

export type Batch = {
	readonly texts: readonly string[];
	/** Where each token was before. */
	readonly from: Positions;
};

type Positions = ReadonlyMap<string, number>;

/** `accepts`: whether events go to subscribers of this token at present; others pass by. */
export const createCursor = (log: EventLog, accepts: (token: string) => boolean): Cursor => {
	const positions = new Map<string, number>();
	const begin = () => Math.min(log.end(), ...positions.values());
	const take = (limit: number): Batch => {
		const from = new Map(positions);
		const {parcels, next} = log.read(begin(), limit);
		for (const [token, position] of from) positions.set(token, Math.max(position, next));
		const first = next - parcels.length;
		const texts = parcels.flatMap((parcel, index) => copies(parcel, tokensAt(from, first + index).filter(accepts)));
		return {texts, from};
	};
	const putBack = ({from}: Batch) => {
		for (const [token, position] of from) positions.set(token, Math.min(position, positions.get(token) ?? position));
	};
	return {
		tokens: () => [...positions.keys()],
		subscribe: (token, position) => {
			if (!positions.has(token)) positions.set(token, position);
		},
		hasEvents: () => hasMore({take, putBack, isAtEnd: () => begin() >= log.end()}),
		take,
		putBack,
	};
};

const tokensAt = (positions: Positions, at: number) =>
	[...positions].filter(([, position]) => position <= at).map(([token]) => token);

const copies = (parcel: Parcel, tokens: readonly string[]) =>
	tokens.filter(token => isFor(parcel, token)).map(token => parcelText(parcel, token));

/** What is not for this session is passed over for good, so that it is looked at once. */
const hasMore = ({take, putBack, isAtEnd}: Pick<Cursor, 'take' | 'putBack'> & {isAtEnd(): boolean}) => {
	while (!isAtEnd()) {
		const batch = take(1);
		if (batch.texts.length === 0) continue;
		putBack(batch);
		return true;
	}
	return false;
};
