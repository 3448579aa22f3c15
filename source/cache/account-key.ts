import {createHash} from 'node:crypto';

/** What a board listens to. */
export type Account = {
	readonly endpoint: string;
	readonly tokens: readonly {readonly site: string; readonly token: string}[];
};

/**
Names the file of an account's day: sixteen hexadecimal digits, the same whatever the order of the tokens. Tokens are
random enough that none can be found again from its hash.
*/
export const accountKey = ({endpoint, tokens}: Account): string => {
	const sites = tokens.map(({site, token}) => JSON.stringify([site, token])).sort();
	return createHash('sha256')
		.update(JSON.stringify([endpoint, sites]))
		.digest('hex')
		.slice(0, 16);
};
