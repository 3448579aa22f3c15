/** Words of the dialog that edits the settings of the screen pop. */
export const popDialogEn = {
	'command.pop': 'what opens when a call comes in',
	'key.pop.try': 'try with a made-up call',
	'key.pop.save': 'save',

	'pop.title': 'Screen pop: what opens when a call comes in',
	'pop.keys': 'Ctrl-T tries · Enter saves · Esc leaves',
	'pop.keys.run': 'Ctrl-T tries · Enter takes over for this run, nothing is saved · Esc leaves',
	'pop.program': (program: string) => `Program: ${program}`,
	'pop.program.none': 'none',
	'pop.program.allowed': (command: string) => `${command}, allowed`,
	'pop.program.refused': (command: string) => `${command}, not allowed`,

	'pop.field.popUrl': 'Address',
	'pop.field.popMode': 'Mode',
	'pop.field.popEvents': 'Events',
	'pop.field.popDirection': 'Calls',
	'pop.field.popOnly': 'Only for',
	'pop.field.popMethod': 'Method',
	'pop.field.popTimeout': 'Seconds',

	'pop.empty.popUrl': 'none: nothing opens',
	'pop.empty.popOnly': 'all lines, queues and sites',
	'pop.empty.popTimeout': '10',

	'pop.hint.popUrl':
		'{caller} {called} {dialled} {event} {queue} {agent} {callId} {line} {label} {duration}; *CALLING* and the like too. Log and exports leave out what follows ?',
	'pop.hint.popMode.popup': 'popup: opens in the browser',
	'pop.hint.popMode.modal': 'modal: its text is shown on the board',
	'pop.hint.popMode.silent': 'silent: the server is asked, nothing is shown',
	'pop.hint.popMode.exec':
		'exec: runs a program, off unless allowed. Program and permission are changed in the settings file (popCommand, allowExec) or by flag only.',
	'pop.hint.popEvents': (chosen: string) => `Space puts on or off. Chosen: ${chosen}`,
	'pop.hint.popDirection': 'incoming, outgoing or all calls; callers in queues are incoming',
	'pop.hint.popOnly': 'numbers or names of lines, queues or sites, with commas between; empty: all',
	'pop.hint.popMethod': 'get, or post with the call as JSON',
	'pop.hint.popTimeout': 'a slower target is given up; at most 60',

	'pop.wrong.popUrl':
		'Expected an http:// or https:// address, with known variables such as {caller} after its host only.',
	'pop.wrong.popEvents': 'At least one event is needed.',
	'pop.wrong.popTimeout': 'A number of seconds is needed, more than 0 and at most 60.',
	'pop.wrong.exec': 'exec is off: "allowExec": true in the settings file, or --allow-exec, allows it.',
	'pop.wrong.program':
		'exec has nothing to run: "popCommand" in the settings file, or --pop-command, names the program.',

	'pop.overruled': (by: string) => `${by} comes before the settings file here: what is saved holds in runs without it.`,
	'pop.busy.try': 'trying…',
	'pop.busy.save': 'saving…',
	'pop.told.nothing': 'Nothing to open: there is no address.',
	'pop.told.dropped': 'Left out, too many at once: try again in a moment.',
	'pop.told.saved': (path: string) => `screen pop saved in ${path}`,
	'pop.told.overruled': (path: string, by: string) => `screen pop saved in ${path}, but ${by} overrules it in this run`,
	'pop.told.same': 'screen pop: nothing was changed',
	'pop.told.run': 'screen pop taken over for this run, nothing is saved',
	'pop.told.notSaved': (reason: string) => `Not saved: ${reason}`,
	'pop.told.notAlone': 'Not saved: exec needs "allowExec": true and "popCommand" in the settings file first.',
} as const satisfies Record<string, string | ((...args: never[]) => string)>;
