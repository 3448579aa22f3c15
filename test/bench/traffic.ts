/** Wire events as JSON texts. Each outside number tells when its event was published, so that it can be read off the screen. */
export type Traffic = {
	/** All lines of the company, in call. */
	initial(): readonly string[];
	/** Twenty events: twelve of calls that begin, are answered or end, eight of callers in queues. */
	load(): readonly string[];
	/** One event of a call. */
	beat(): readonly string[];
	/** Answers and ends all callers. */
	finish(): readonly string[];
	/** What a board must show that heard everything. */
	state(): {readonly answered: number; readonly inCall: number};
};

/** 2026-01-01, from which numbers count milliseconds within a day. */
const dayMs = 86_400_000;

/** The instant that an outside number tells, as it stands on the screen: `06 12 34 56 78`. */
export const publishedAt = (number: string, now: number): number => {
	const told = Number(number.replaceAll(' ', '').slice(2));
	return now - (((((now % dayMs) - told) % dayMs) + dayMs) % dayMs);
};

const outsideNow = (): string => `00336${String(Date.now() % dayMs).padStart(8, '0')}`;

const queueCount = 10;
/** Publications from a call's or caller's beginning to its next steps. */
const answeredAfter = 5;
const callLasts = 200;
const bridgedAfter = 10;
const stayLasts = 50;

export const createTraffic = (lines: number): Traffic => {
	let publication = 0;
	let beats = 0;
	let ended = 0;
	let joined = 0;
	let answered = 0;
	let left = 0;
	const bridgeNext = () => caller('bridge-agent-start', answered++);
	const leaveNext = () => {
		const number = left++;
		return [caller('bridge-agent-end', number), caller('member-queue-end', number)];
	};
	return {
		initial: () =>
			Array.from({length: lines}, (_, line) => [
				call('start_ringing', line, line),
				call('start_calling', line, line),
			]).flat(),
		load() {
			const at = publication++;
			const step = (name: string, after: number) =>
				at < after ? [] : four(at - after).map(id => call(name, id % lines, lines + id));
			const begun = four(at).flatMap(id => (ended <= id ? [call('end_calling', id % lines, id)] : []));
			ended = Math.max(ended, (at + 1) * 4);
			return [
				...(at * 4 < lines ? begun : []),
				...step('start_ringing', 0),
				...step('start_calling', answeredAfter),
				...step('end_calling', callLasts),
				...[joined++, joined++].map(number => caller('member-queue-start', number)),
				...(at < bridgedAfter ? [] : [bridgeNext(), bridgeNext()]),
				...(at < stayLasts ? [] : [...leaveNext(), ...leaveNext()]),
			];
		},
		beat: () => {
			const beat = beats++;
			return [call(beat % 2 === 0 ? 'start_hold' : 'end_hold', 0, 0)];
		},
		finish() {
			const texts: string[] = [];
			while (answered < joined) texts.push(bridgeNext());
			while (left < joined) texts.push(...leaveNext());
			return texts;
		},
		state: () => ({answered, inCall: openCalls({lines, publication})}),
	};
};

const four = (publication: number): readonly number[] => [0, 1, 2, 3].map(index => publication * 4 + index);

/** Each publication begins four calls and, once the first of them are old enough, ends four; the first calls end as theirs begin. The newest still ring. */
const openCalls = ({lines, publication}: {readonly lines: number; readonly publication: number}): number => {
	const ofFirst = Math.max(0, lines - publication * 4);
	const ofLater = Math.max(0, Math.min(publication, callLasts) - answeredAfter) * 4;
	return ofFirst + ofLater;
};

const envelope = () => {
	const now = Date.now();
	return {Token: 'bench', Timestamp: now * 1e6, Date: new Date(now).toISOString()};
};

const call = (name: string, line: number, id: number): string => {
	const number = `00331990${10_000 + line}`;
	return JSON.stringify({
		Event: name,
		...envelope(),
		Service: 'sip',
		Ressource: number,
		Data: {
			Billing: number,
			Body: 'SIP/2.0 200 OK',
			CallId: `08011-GZ-3e8c8263-${String(id).padStart(9, '0')}_sip4.ovh.fr`,
			Called: number,
			Calling: outsideNow(),
			Cseq: '102 INVITE',
			Dialed: number,
			Event: name,
			Protocol: 'sip',
			RelevantInfo: '',
			Ts: (Date.now() / 1000).toFixed(3),
			TsGet: Date.now() * 1e6,
		},
		Details: {
			Description: `Line ${line}`,
			Id: '1',
			IdBillingAccount: '59415',
			SimultaneousLine: '4',
			Type: 'sipCirpack',
		},
	});
};

const caller = (name: string, id: number): string => {
	const number = `003319900000${id % queueCount}`;
	return JSON.stringify({
		Event: name,
		...envelope(),
		Service: 'queues',
		Ressource: number,
		Data: {
			Action: name,
			Count: '0',
			Protocol: 'sip',
			Queue: number,
			QueueMemberUUID: `7ab1c1d0-64a1-4e2b-9c3d-${String(id).padStart(12, '0')}`,
			QueueMemberCIDNumber: outsideNow(),
			QueueSelection: 'Single-Queue',
			Ts: (Date.now() / 1000).toFixed(3),
			...(name === 'member-queue-start'
				? {QueueMemberJoinedTime: Math.floor(Date.now() / 1000)}
				: {QueueAgent: `agent_00331990${10_000 + (id % 40)}_4242`}),
			...(name === 'member-queue-end' ? {QueueCause: 'Terminated'} : {}),
		},
		Details: {
			Description: `Queue ${id % queueCount}`,
			Id: '1',
			IdBillingAccount: '59415',
			SimultaneousLine: '10',
			Type: 'cloudHunting',
		},
	});
};
