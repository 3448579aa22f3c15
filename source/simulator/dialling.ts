import type {Clients} from './clients.js';
import type {Company, Line} from './company.js';
import {createLineCalls} from './line-calls.js';
import type {LineTeller} from './line-events.js';
import type {Stage} from './stage.js';

/** Starts a call on lines that have room for it; none when no line that was thought of has. */
export type Dialling = {
	incoming(): void;
	outgoing(): void;
	internal(): void;
	/** A short call out, from a line that no queue needs. */
	brief(): void;
};

export const createDialling = ({stage, company, tellLine, clients}: DiallingParts): Dialling => {
	const calls = createLineCalls(stage, tellLine);
	const {calledLine, idleDesk, idleLine} = createChoice(stage, company);
	return {
		incoming: () => {
			const line = calledLine();
			if (line) calls.receive(line, clients.caller());
		},
		outgoing: () => {
			const line = idleLine();
			if (line) calls.callOut({line, number: clients.numberToCall(), talkMs: usualTalkMs});
		},
		brief: () => {
			const line = idleDesk();
			if (line) calls.callOut({line, number: clients.numberToCall(), talkMs: briefTalkMs});
		},
		internal: () => {
			const line = idleLine();
			const colleague = idleLine();
			if (line && colleague && line !== colleague) calls.callColleague(line, colleague);
		},
	};
};

type DiallingParts = {
	readonly stage: Stage;
	readonly company: Company;
	readonly tellLine: LineTeller;
	readonly clients: Clients;
};

const usualTalkMs = 75_000;
const briefTalkMs = 12_000;

/** Which line a call is for, or from. Agents' lines are mostly left to the queues. */
const createChoice = ({random, switchboard}: Stage, {lines, agents}: Company) => {
	const desks = lines.slice(0, lines.length - agents.length);
	const isIdle = (line: Line) => switchboard.callsOn(line) === 0;
	const idleDesk = () => attempts(() => random.pick(desks), isIdle);
	const dialledLine = () => random.pick(random.chance(0.3) ? desks.slice(0, frontDesks) : lines);
	return {
		calledLine: () => attempts(dialledLine, switchboard.hasRoom),
		idleDesk,
		idleLine: () => (random.chance(0.3) ? attempts(() => random.pick(lines), isIdle) : idleDesk()),
	};
};

/** The first lines are the reception's. */
const frontDesks = 2;

const attempts = (draw: () => Line, isFit: (line: Line) => boolean): Line | undefined => {
	for (let attempt = 0; attempt < 8; attempt++) {
		const line = draw();
		if (isFit(line)) return line;
	}
	return undefined;
};
