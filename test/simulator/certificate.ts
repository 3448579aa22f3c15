import {generateKeyPairSync, sign} from 'node:crypto';
import type {Certificate} from '../../source/simulator/service-options.js';

/** A certificate that this machine gives itself, for 127.0.0.1 and localhost, good from 2000 to 2049; and its key. */
export const selfSigned = (): Certificate => {
	const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const toBeSigned = sequence(
		tagged(0xa0, integer(2)),
		integer(1),
		ecdsaWithSha256,
		name,
		sequence(utcTime('000101000000Z'), utcTime('491231235959Z')),
		name,
		publicKey.export({type: 'spki', format: 'der'}),
		tagged(0xa3, sequence(subjectAlternativeName)),
	);
	const signature = tagged(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
	const certificate = sequence(toBeSigned, ecdsaWithSha256, signature).toString('base64');
	return {
		key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
	};
};

/** Tag, length, contents: all there is to DER. */
const tagged = (tag: number, ...contents: readonly Buffer[]): Buffer => {
	const content = Buffer.concat(contents);
	const {length} = content;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...contents: readonly Buffer[]): Buffer => tagged(0x30, ...contents);
const integer = (value: number): Buffer => tagged(0x02, Buffer.from([value]));
const utcTime = (text: string): Buffer => tagged(0x17, Buffer.from(text));
const objectId = (hexadecimal: string): Buffer => tagged(0x06, Buffer.from(hexadecimal, 'hex'));

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
const commonName = sequence(objectId('550403'), tagged(0x0c, Buffer.from('localhost')));
const name = sequence(tagged(0x31, commonName));
const names = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])));
const subjectAlternativeName = sequence(objectId('551d11'), tagged(0x04, names));
