/** All that is there during a run: the services, those who listen, and what is noted of them. */
import type {BoardEvent} from '../../source/domain/event.js';
import type {SiteToken} from '../../source/providers/ovh/site-token.js';
import {createRepeats} from '../../source/runtime/repeats.js';
import {type BoardStore, createStore} from '../../source/runtime/store.js';
import type {Service} from '../../source/simulator/server.js';
import {type House, openHouse} from './house.js';
import {until} from './patience.js';
import type {Plan} from './plan.js';
import {type Station, type StationOptions, startStation} from './station.js';
import type {News} from './story.js';

export type Scene = Notes & {
	readonly house: House;
	/** Those who listen to it. */
	readonly stations: readonly Station[];
	/** The service of the house at present. */
	service(): Service;
	publish(news: readonly News[]): void;
	moves(): number;
	/** Resolves, with false after a time in which everything comes about. */
	until(isSo: () => boolean): Promise<boolean>;
	/** Whether all sites are live. */
	isLive(): boolean;
	/** Whether they are, and all that was published has arrived. */
	isSettled(): boolean;
	close(): Promise<void>;
};

type Notes = {
	readonly store: BoardStore;
	/** All that the sinks were told. */
	readonly events: readonly BoardEvent[];
	/** How many events there were when the service lost all sessions, each time. */
	readonly losses: readonly number[];
	/** It loses them now. */
	noteLoss(): void;
	/** What did not come about in time. */
	readonly complaints: string[];
};

export const openScene = async (plan: Plan): Promise<Scene> => {
	const house = await openHouse({...plan.service, tokens: plan.tokens.map(({token}) => token)});
	const {notes, common} = takeNotes(plan);
	const stations = groupsOf(plan).map(tokens => startStation({...common, tokens, endpoint: house.url}));
	const other = plan.cast === 'elsewhere' ? await openElsewhere(plan, common) : undefined;
	const all = other ? [...stations, other.station] : stations;
	const isLive = (): boolean => areLive(notes.store, stations);
	return {
		...notes,
		house,
		stations,
		service: house.service,
		publish: news => {
			for (const {text, ...audience} of news) {
				house.service().publishTexts([text], audience);
				other?.house.service().publishTexts([text], audience);
			}
		},
		moves: () => stations.reduce((sum, station) => sum + station.moves(), 0),
		until: isSo => until(isSo, all),
		isLive,
		isSettled: () => hasArrived(house.service(), stations) && isLive(),
		close: async () => {
			for (const {stop} of all) await stop();
			await house.close();
			await other?.house.close();
		},
	};
};

const hasArrived = ({isDrained, heldPolls}: Service, stations: readonly Station[]): boolean =>
	isDrained() && heldPolls() >= stations.length;

const areLive = (store: BoardStore, stations: readonly Station[]): boolean => {
	store.flush();
	const {feeds} = store.getSnapshot();
	return stations.every(({sites}) => sites.every(site => feeds.get(site)?.condition.kind === 'live'));
};

/** In version 1 each token has a connection of its own. */
const groupsOf = ({way, tokens, cast}: Plan): readonly (readonly SiteToken[])[] => {
	const near = cast === 'elsewhere' ? tokens.slice(0, 1) : tokens;
	return way === 'v1' ? near.map(token => [token]) : [near];
};

type Common = Omit<StationOptions, 'tokens' | 'endpoint'>;

const takeNotes = ({way, random}: Plan): {readonly notes: Notes; readonly common: Common} => {
	const store = createStore(task => void setImmediate(task));
	const events: BoardEvent[] = [];
	const losses: number[] = [];
	const sinks = [{dispatch: (news: readonly BoardEvent[]) => void events.push(...news)}, store];
	return {
		notes: {store, events, losses, noteLoss: () => void losses.push(events.length), complaints: []},
		common: {way, sinks, isRepeated: createRepeats(), random: random.unit},
	};
};

/** A service for the second token that hardly ever works. */
const openElsewhere = async ({tokens, service}: Plan, common: Common) => {
	const [, second] = tokens;
	if (!second) throw new TypeError('There is nobody elsewhere.');
	const faults = (['http-500', 'reset', 'html', 'truncated', 'hang'] as const).map(kind => ({kind, rate: 0.3}));
	const house = await openHouse({...service, tokens: [second.token], faults});
	return {house, station: startStation({...common, tokens: [second], endpoint: house.url})};
};
