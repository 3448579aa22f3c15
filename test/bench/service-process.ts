import {fork} from 'node:child_process';
import {once} from 'node:events';

/** `report`: only tell. `beat`: publish one event. `finish`: no further traffic, all callers answered and gone. */
export type ServiceOrder = 'report' | 'beat' | 'finish';

export type ServiceReport = {
	/** Requests so far. */
	readonly polls: number;
	/** Events published so far. */
	readonly sent: number;
	/** What a board must show that heard everything. */
	readonly answered: number;
	readonly inCall: number;
};

export type ServiceProcess = {
	readonly url: string;
	order(order: ServiceOrder): Promise<ServiceReport>;
	stop(): void;
};

/** `calm`: nothing after the lines' first calls. `beat`: ten events a second. `load`: a thousand. */
export const startServiceProcess = async (lines: number, mode: 'calm' | 'beat' | 'load'): Promise<ServiceProcess> => {
	const child = fork(new URL('service.js', import.meta.url), [String(lines), mode]);
	const [{port}] = (await once(child, 'message')) as [{readonly port: number}];
	return {
		url: `http://127.0.0.1:${port}`,
		async order(order) {
			child.send(order);
			const [report] = await once(child, 'message');
			return report as ServiceReport;
		},
		stop() {
			child.kill('SIGKILL');
		},
	};
};
