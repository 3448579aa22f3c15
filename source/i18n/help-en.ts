/** The words of --help and of the commands that print. English is the table and the type of the others. */
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

	'about.record': 'Writes every answer of the service with its time of arrival to a file; tokens are not in it.',
	'about.replay': 'The board on a recording; with --json its events, one a line.',
	'about.login': 'Asks for the token, tries it, and keeps it for next time.',
	'about.logout': 'Forgets the token that was kept.',
	'about.config': 'Settings: path, show, get KEY, set KEY VALUE, unset KEY, validate.',
	'about.doctor': 'Checks the way to the service step by step, and says what to do where it fails.',

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

	'examples.record': [
		['ovh-cti-board record day.ndjson', 'until Ctrl-C'],
		['ovh-cti-board record day.ndjson --anonymise', 'numbers and names changed, for sharing'],
	],
	'examples.replay': [
		['ovh-cti-board replay day.ndjson', 'as it was'],
		['ovh-cti-board replay day.ndjson --from 14:00 --speed 10', 'from 14:00 on, ten times as fast'],
		['ovh-cti-board replay day.ndjson --speed 0 --json', 'all events at once, for another program'],
	],
	'examples.login': [
		['ovh-cti-board login', 'asks for the token, unseen'],
		['ovh-cti-board login --token-file - < token.txt', 'the same in a script'],
	],
	'examples.logout': [['ovh-cti-board logout', 'the settings hold no token any more']],
	'examples.config': [
		['ovh-cti-board config show', 'all settings, each with its origin'],
		['ovh-cti-board config set resetAt 06:00', 'the day begins at six'],
		['ovh-cti-board config validate', 'whether the file is in order'],
	],
	'examples.doctor': [
		['ovh-cti-board doctor', 'name, connection, certificate, clock, token, first event'],
		['ovh-cti-board doctor --for 60', 'waits a minute for the first event'],
	],

	'flag.endpoint': 'address of the event service',
	'flag.transport': 'how to listen: v1 long poll (also auto), v2 poll, or v2 WebSocket',
	'flag.resetAt': "when the day's figures begin anew, 00:00 by default",
	'flag.tz': "time zone of the clock, the day and all times; the machine's by default",
	'flag.quietAfter': 'minutes without an event until the feed is called quiet, 2 by default',
	'flag.expireCalls': 'hours without news until a conversation is no longer believed in, 4 by default',
	'flag.expireWaiting': 'the same for ringing and waiting, 1 by default',
	'flag.cache': 'do not keep the day on disk (--no-cache)',
	'flag.from': 'time of day at which the replay begins',
	'flag.anonymise': 'change numbers and names, keep everything else',
	'flag.maxSize': 'megabytes after which another file is begun, 100 by default',
	'flag.keep': 'how many files of a recording are kept, 10 by default',
	'flag.tokenFile': 'file with the tokens, one a line; - reads standard input',
	'flag.view': 'view to begin with',
	'flag.filter': 'show only what has this in its name or number; ! before it: all others',
	'flag.onlyActive': 'show only lines that are busy',
	'flag.theme': 'colours for a dark or light terminal, or none',
	'flag.color': 'no colours; NO_COLOR does the same',
	'flag.ascii': 'draw with ASCII characters only',
	'flag.json': 'one JSON object a line',
	'flag.for': 'how long to listen, 5 by default (doctor: 10)',
	'flag.seed': 'the same number makes the same day again',
	'flag.speed': 'how many times faster than life; 0 (replay only): as fast as possible',
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
} as const;

type Words<Value> = Value extends string ? string : {readonly [Key in keyof Value]: Words<Value[Key]>};

export type HelpTexts = Words<typeof helpEn>;
