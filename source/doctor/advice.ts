import type {AdviceKey} from '../i18n/doctor-en.js';

/** What to do about an error of the network, by its code. Sources: errno(3), getaddrinfo(3), OpenSSL's verify(1), undici. */
const advices: ReadonlyMap<string, AdviceKey> = new Map(
	(
		[
			['advice.name', ['ENOTFOUND', 'ENODATA', 'EAI_NONAME']],
			['advice.resolver', ['EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT']],
			['advice.refused', ['ECONNREFUSED']],
			['advice.silent', ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'TimeoutError']],
			['advice.route', ['ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']],
			['advice.reset', ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']],
			[
				'advice.issuer',
				[
					'DEPTH_ZERO_SELF_SIGNED_CERT',
					'SELF_SIGNED_CERT_IN_CHAIN',
					'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
					'UNABLE_TO_GET_ISSUER_CERT',
					'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
					'CERT_UNTRUSTED',
				],
			],
			['advice.wrongName', ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']],
			['advice.expired', ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']],
			['advice.proxyPassword', ['PROXY_407']],
		] as const satisfies readonly (readonly [AdviceKey, readonly string[]])[]
	).flatMap(([advice, codes]) => codes.map(code => [code, advice] as const)),
);

export const adviceFor = (code: string): AdviceKey => advices.get(code) ?? 'advice.other';

/** What an error is called: its code, else its name; never its message, which may hold anything. */
export const codeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'unknown';
	return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
