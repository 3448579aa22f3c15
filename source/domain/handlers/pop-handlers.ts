import type {BoardDraft, Handlers} from '../draft.js';
import type {BoardEvent} from '../event.js';

type PopType = 'pop-done' | 'pop-failed' | 'pop-offered' | 'pop-dropped';

/** What pops do happens outside: the board only says it, once. */
const isNews = (draft: BoardDraft, event: BoardEvent<PopType>): boolean => {
	const text = factsOf(event);
	return !draft.hasLogged(known => known.at === event.at && known.type === event.type && factsOf(known) === text);
};

const factsOf = (event: BoardEvent): string => JSON.stringify(Object.entries(event).sort());

export const popHandlers: Handlers<PopType> = {
	'pop-done': isNews,
	'pop-failed': isNews,
	'pop-offered': isNews,
	'pop-dropped': isNews,
};
