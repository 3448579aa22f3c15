import {readFileSync} from 'node:fs';
import type {ServerOptions} from 'node:https';
import {join} from 'node:path';
import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {onTestFinished} from 'vitest';

const read = (name: string): string =>
	readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'tls', `${name}.pem`), 'utf8');

/** Who signed the certificates below: to be trusted, or not. */
const authority = read('authority');

const withKey = (certificate: string): ServerOptions => ({cert: certificate, key: read('server-key')});

/** For `localhost`, `127.0.0.1` and `::1`. */
export const trusted = withKey(read('server'));
export const withAuthority = withKey(read('server') + authority);
export const expired = withKey(read('server-expired'));
export const elsewhere = withKey(read('server-elsewhere'));
export const selfSigned: ServerOptions = {cert: read('cert'), key: read('key')};

/** As if the authority's file had been named in `NODE_EXTRA_CA_CERTS`, until the test ends. */
export const trustAuthority = (): void => {
	const before = getCACertificates('default');
	setDefaultCACertificates([...before, authority]);
	onTestFinished(() => setDefaultCACertificates(before));
};
