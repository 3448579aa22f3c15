/** The words of doctor. English is the table and the type of the others. */
export const doctorEn = {
	'check.settings': 'settings',
	'check.token': 'token',
	'check.endpoint': 'endpoint',
	'check.proxy': 'proxy',
	'check.name': 'name',
	'check.connection': 'connection',
	'check.certificate': 'certificate',
	'check.answer': 'answer',
	'check.clock': 'clock',
	'check.trial': 'token tried',
	'check.event': 'first event',

	'skipped.way': 'not checked: the way there is blocked',
	'skipped.token': 'not checked: there is no token to try',

	'settings.none': (path: string) => `none, and none is needed: ${path}`,
	'settings.advice': 'Put the file right, or move it away. ovh-cti-board config validate checks it.',

	'token.one': (place: string) => `from ${place}`,
	'token.several': (count: number, sites: string, place: string) => `${count} (${sites}), from ${place}`,
	'token.none': 'none anywhere',
	'token.noneAdvice':
		'ovh-cti-board login asks for one, tries it and keeps it; ovh-cti-board --help names the other places.',
	'token.formAdvice': 'A token is a UUID, 8-4-4-4-12 letters and digits: copy it anew.',
	'token.exposed': (path: string) => `other users of this machine can read ${path}`,
	'token.exposedAdvice': 'Run chmod 600 on that file.',

	'endpoint.own': (address: string) => `${address} (OVHcloud's own)`,
	'endpoint.plain': (address: string) => `${address} is not encrypted: the token can be read on the way`,

	'proxy.none': 'none',
	'proxy.excepted': (host: string, entry: string) => `not used for ${host}: NO_PROXY says ${entry}`,
	'proxy.used': (address: string, variable: string) => `${address}, from ${variable}`,
	'proxy.withPassword': (proxy: string) => `${proxy}, with a user that is not shown`,
	'proxy.invalid': (variable: string) => `${variable} holds no address of a proxy`,
	'proxy.invalidAdvice': (variable: string) =>
		`Set ${variable} to something like http://proxy.example:3128, or unset it.`,

	'name.number': 'none needed: the address is a number',
	'name.byProxy': 'left to the proxy',
	'name.found': (host: string, addresses: string) => `${host} is ${addresses}`,
	'name.failed': (host: string, code: string) => `${host} has no address (${code})`,

	'connection.made': (address: string, port: number, ms: number) => `${address} port ${port}, ${ms} ms`,
	'connection.toProxy': (address: string, port: number, ms: number) =>
		`to the proxy: ${address} port ${port}, ${ms} ms`,
	'connection.failed': (host: string, port: number, code: string) => `${host} port ${port} does not answer (${code})`,

	'certificate.plain': 'none: the address is not encrypted',
	'certificate.socks': 'not looked at behind this kind of proxy',
	'certificate.good': (protocol: string, issuer: string, days: number) =>
		`${protocol}, issued by ${issuer}, valid for ${days} more day${days === 1 ? '' : 's'}`,
	'certificate.bad': (code: string, issuer: string) => `not trusted (${code}), issued by ${issuer}`,
	'certificate.nobody': 'nobody',
	'certificate.failed': (code: string) => `no encrypted connection (${code})`,

	'answer.good': (status: number, ms: number) => `status ${status} to a request without a token, ${ms} ms`,
	'answer.bad': (status: number) => `status ${status} to a request without a token`,
	'answer.none': (seconds: number) => `none within ${seconds} s to a request without a token`,
	'answer.failed': (code: string) => `none (${code})`,

	'clock.unknown': 'not compared: the answer does not tell the time',
	'clock.good': 'agrees with the service',
	'clock.ahead': (span: string) => `${span} ahead of the service`,
	'clock.behind': (span: string) => `${span} behind the service`,
	'clock.advice.linux': 'Set it by the network: sudo timedatectl set-ntp true',
	'clock.advice.darwin': 'Set it by the network: sudo sntp -sS time.apple.com',
	'clock.advice.win32': 'Set it by the network, as administrator: w32tm /resync',

	'trial.site': (site: string, text: string) => `${site}: ${text}`,
	'trial.accepted': 'accepted: the service answered',
	'trial.not-refused': 'not refused so far: the service holds the request until something happens',
	'trial.refused': 'refused by the service',
	'trial.refusedAdvice': 'Check it, or make a new one at https://eu.api.ovh.com/console, then ovh-cti-board login.',
	'trial.byV1': (transport: string) => `tried with version 1 of the service; the board is set to ${transport}`,

	'event.after': (span: string) => `after ${span}`,
	'event.none': (span: string) => `none within ${span}: on a quiet account that is normal`,
	'event.advice':
		'Make a call and run doctor again. A token that stays silent then, or for hours of calls, may have to be made anew.',

	'advice.name': 'Check the name in --endpoint or in the settings, and the name servers of this machine.',
	'advice.resolver': 'No name server answers: check the network of this machine.',
	'advice.refused': 'Nothing listens there: check the address and the port, of the proxy too if there is one.',
	'advice.silent': 'A firewall may stand in the way: let this machine reach that port, or name a proxy in HTTPS_PROXY.',
	'advice.route': 'There is no way there: check the network of this machine.',
	'advice.reset':
		'Something on the way cuts the connection: a firewall, or a proxy that has to be named in HTTPS_PROXY.',
	'advice.issuer':
		'If your company inspects connections, put the path of its certificate (PEM) into NODE_EXTRA_CA_CERTS. If not, somebody is listening in.',
	'advice.wrongName':
		'The certificate is for another name: check the address; a proxy or a login page may answer instead.',
	'advice.expired':
		"Check this machine's clock first. If it is right, the certificate is out of date: tell who runs the service.",
	'advice.proxyPassword':
		'The proxy wants a user and password: http://user:password@proxy.example:3128 in its variable.',
	'advice.service': 'The service itself may have trouble: try again later. The board does so by itself.',
	'advice.other': 'Check the address, the network and the proxy; the lines above say what works.',
} as const satisfies Record<string, string | ((...args: never[]) => string)>;

/** The shape every language fills: same keys, same arguments. */
export type DoctorTexts = {
	readonly [Key in keyof typeof doctorEn]: (typeof doctorEn)[Key] extends (...args: infer Args) => string
		? (...args: Args) => string
		: string;
};

/** What to do when something failed. */
export type AdviceKey = Extract<keyof DoctorTexts, `advice.${string}`>;
