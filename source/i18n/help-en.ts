/** The words of --help and of the question for a token. English is the table and the type of the others. */
export const helpEn = {
	'title.examples': 'Examples',
	'title.commands': 'Commands',
	'title.flags': 'Flags',
	'title.token': 'Token',
	'title.more': 'More',

	'about.board': 'Lines, queues, waiting callers and calls of OVHcloud telephony, live in the terminal.',
	'about.demo': 'The board on an invented call centre. No account, no network.',
	'about.simulate': 'The invented call centre as a service of its own, for trying and testing programs.',
	'about.tail': 'Events as they happen, one a line.',
	'about.snapshot': 'Listens for a moment, prints what is known as one JSON document, and ends.',

	'examples.board': [
		['ovh-cti-board demo', 'a first look, without an account'],
		['ovh-cti-board', 'the board; asks for the token if none is set'],
		['ovh-cti-board --token-file tokens.txt', 'several sites, one a line: Lyon=TOKEN'],
		['ovh-cti-board --filter support --only-active', 'only what is busy and called support'],
		['ovh-cti-board tail --json | jq .type', 'events for another program'],
	],
	'examples.demo': [
		['ovh-cti-board demo', 'a day of calls, beginning now'],
		['ovh-cti-board demo --speed 20', 'the same, twenty times as fast'],
		['ovh-cti-board demo --seed 7 --lines 200', 'a larger company, the same at each start'],
	],
	'examples.simulate': [
		['ovh-cti-board simulate --port 8080', 'prints {"url":…,"token":…}, serves until Ctrl-C'],
		['ovh-cti-board simulate --fault http-503:0.1', 'every tenth answer is an error'],
	],
	'examples.tail': [
		['ovh-cti-board tail', 'in plain words'],
		['ovh-cti-board tail --json', 'one JSON object a line'],
	],
	'examples.snapshot': [
		['ovh-cti-board snapshot', 'after 5 seconds'],
		['ovh-cti-board snapshot --for 30 | jq .totals', 'after half a minute, the totals only'],
	],

	'flag.endpoint': 'address of the event service',
	'flag.tokenFile': 'file with the tokens, one a line; - reads standard input',
	'flag.view': 'view to begin with',
	'flag.filter': 'show only what has this in its name or number; ! before it: all others',
	'flag.onlyActive': 'show only lines that are busy',
	'flag.theme': 'colours for a dark or light terminal, or none',
	'flag.color': 'no colours; NO_COLOR does the same',
	'flag.ascii': 'draw with ASCII characters only',
	'flag.json': 'one JSON object a line',
	'flag.for': 'how long to listen, 5 by default',
	'flag.seed': 'the same number makes the same day again',
	'flag.speed': 'how many times faster than life',
	'flag.lines': 'number of lines',
	'flag.queues': 'number of queues',
	'flag.port': 'port to listen on; any free one by default',
	'flag.fault': 'what goes wrong, and in which share of the answers; can be repeated',
	'flag.lang': 'language of the board and of this help',
	'flag.help': 'this help; after a command, the help of that command',
	'flag.version': 'the version',

	token: [
		'From --token-file, else OVH_CTI_TOKEN, OVH_CTI_TOKEN_FILE, $CREDENTIALS_DIRECTORY/ovh-cti-token, or the settings.',
		'Never from an argument: every user of the machine can see those.',
	],
	more: [
		'Settings: config.json in ~/.config/ovh-cti-board, with the names of the flags: {"lang": "en", "onlyActive": true}.',
		'Environment: OVH_CTI_ and the name of the flag, as in OVH_CTI_ONLY_ACTIVE=yes. A flag comes before it.',
		'Exit status: 0 as asked, 1 failure, 2 bad flag or value, 3 token missing or refused, 4 service not reached, 130 Ctrl-C.',
	],

	'prompt.explanation':
		'Needs an event token, from the API: POST /telephony/{billingAccount}/eventToken\nIt is not shown while you type. Without an account: ovh-cti-board demo',
	'prompt.question': 'Token: ',
	'prompt.again': 'That is no token: expected 8-4-4-4-12 letters and digits. Ctrl-C gives up.',
} as const;

type Words<Value> = Value extends string ? string : {readonly [Key in keyof Value]: Words<Value[Key]>};

export type HelpTexts = Words<typeof helpEn>;
