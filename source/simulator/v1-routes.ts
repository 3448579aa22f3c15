import type {Exchange, Route, Wanted} from './routing.js';
import {firstPosition, type ServiceParts} from './service-parts.js';
import type {Session} from './session.js';

/** `GET /?token=T[&session=S]`: the documented interface. An unknown session is replaced by a new one; that is not known. */
export const v1Routes = (parts: ServiceParts): readonly Route[] => [
	{method: 'GET', path: /^\/$/, needsToken: true, handle: exchange => poll(parts, exchange)},
];

const poll = (parts: ServiceParts, {wanted, response}: Exchange) => {
	const {access, polls, delivery, settings} = parts;
	if (access.refuses([wanted.token])) return access.refuse(response);
	const known = findSession(parts, wanted);
	if (known) return polls.receive(known, response);
	const session = openSession(parts, wanted);
	// Not one that lost its session: if it loses the next one as well, it would poll without a pause.
	const isNewcomer = wanted.session === '' && access.accepts(wanted.token);
	if (isNewcomer && settings.firstAnswer === 'at-once') return delivery.send(session, response);
	polls.receive(session, response);
};

const findSession = ({sessions}: ServiceParts, {session, token}: Wanted): Session | undefined => {
	const known = sessions.find(session);
	return known?.form === 'v1' && known.tokens().includes(token) ? known : undefined;
};

const openSession = (parts: ServiceParts, {token, session}: Wanted) => {
	const opened = parts.sessions.open('v1');
	opened.subscribe(token, firstPosition(parts, token, session === ''));
	return opened;
};
