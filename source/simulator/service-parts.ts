import type {Access} from './access.js';
import type {Delivery} from './delivery.js';
import type {EventLog} from './event-log.js';
import type {Dice} from './faults.js';
import type {Listeners} from './listeners.js';
import type {Polls} from './polls.js';
import type {ServiceSettings} from './service-options.js';
import type {Sessions} from './sessions.js';
import type {Sockets} from './sockets.js';

/** What a running service consists of. */
export type ServiceParts = {
	readonly settings: ServiceSettings;
	readonly access: Access;
	readonly log: EventLog;
	readonly dice: Dice;
	readonly sessions: Sessions;
	readonly delivery: Delivery;
	readonly polls: Polls;
	readonly sockets: Sockets;
	readonly listeners: Listeners;
};

/**
Where in the log a subscription begins. Only a client that is new gets recent events: one that lost its session would
count them twice.
*/
export const firstPosition = ({settings, sessions, log}: ServiceParts, token: string, isNewcomer: boolean): number =>
	settings.welcome === 'recent' && isNewcomer && !sessions.hasTrouble(token) ? 0 : log.end();
