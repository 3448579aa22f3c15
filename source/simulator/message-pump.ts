import type {Batch} from './cursor.js';
import {type DamagedMessages, sendMessage} from './damaged-messages.js';
import {eventForms} from './event-forms.js';
import type {Dice} from './faults.js';
import type {Session} from './session.js';
import {spoilEvents} from './spoilt-events.js';
import type {Connection} from './upgrades.js';

/** How a session's events reach a client on a WebSocket. */
export type MessagePump = {
	/**
	Sends what the session has to get, event by event, so that the session advances as they go. Resolves when there is
	nothing left or the connection is over; what was not sent is then in the session again.
	*/
	run(): Promise<void>;
};

export const createMessagePump = ({session, connection, settings, ended}: PumpOptions): MessagePump => {
	const {socket} = connection;
	const send = createSender(session, connection, settings);
	let isBusy = false;
	const sendNext = async () => {
		// Only what comes together can come in another order.
		const batch = session.take(settings.dice.expects('reorder') ? settings.maxBatch : 1);
		const isSent = await send(batch).catch(() => false);
		if (!isSent) session.putBack(batch);
		return isSent;
	};
	return {
		run: async () => {
			if (isBusy) return;
			isBusy = true;
			while (socket.readyState === socket.OPEN && session.hasEvents()) {
				if (!(await sendNext())) return ended();
			}
			isBusy = false;
		},
	};
};

/** Sends a batch; false when a fault ended the connection before anything of it was sent. Rejects when it is lost. */
const createSender = (session: Session, connection: Connection, {dice, damaged}: PumpSettings) => {
	const damage = async (message: string | undefined) => {
		const fault = message === undefined ? undefined : dice.strike('answer');
		if (fault === undefined || message === undefined) return 'goes-on';
		session.noteTrouble();
		return damaged[fault](connection, message);
	};
	return async ({texts}: Batch): Promise<boolean> => {
		const messages = spoilEvents(texts, dice).map(eventForms[session.form]);
		const outcome = await damage(messages[0]);
		if (outcome === 'ended') return false;
		for (const message of messages.slice(outcome === 'sent' ? 1 : 0)) await sendMessage(connection.socket, message);
		return true;
	};
};

export type PumpOptions = {
	readonly session: Session;
	readonly connection: Connection;
	readonly settings: PumpSettings;
	/** Called when nothing more goes out here, be the connection open or not. */
	readonly ended: () => void;
};

export type PumpSettings = {readonly maxBatch: number; readonly dice: Dice; readonly damaged: DamagedMessages};
