/** Words of the screen pop. */
export const popEn = {
	'event.pop-done.silent': (target: string, status: string, took: string) =>
		`screen pop: ${target} was asked, status ${status}, ${took}`,
	'event.pop-done.modal': (target: string, status: string, took: string) =>
		`screen pop: ${target} was read, status ${status}, ${took}`,
	'event.pop-done.popup': (target: string) => `screen pop: ${target} opened in the browser`,
	'event.pop-done.exec': (target: string, took: string) => `screen pop: ${target} has run, ${took}`,
	'event.pop-failed': (why: string) => `screen pop failed: ${why}`,
	'event.pop-failed.of': (target: string, why: string) => `screen pop failed, ${target}: ${why}`,
	'event.pop-offered': (target: string) => `screen pop: no browser here, ${target} can be copied or clicked`,
	'event.pop-dropped': (count: number) => `screen pop: ${count} left out, too many at once`,
	'pop.failure.timeout': 'no end in time',
	'pop.failure.unreachable': 'not reached',
	'pop.failure.status': 'the server reports a fault',
	'pop.failure.redirects': 'redirected too often',
	'pop.failure.unsafe': 'the address leads elsewhere',
	'pop.failure.no-text': 'the page is no text',
	'pop.failure.program': 'the program cannot be started',
	'pop.failure.exit': 'the program ended badly',
	'pop.failure.unavailable': 'what it takes is missing on this machine',
	'pop.failure.closed': 'the board ends',
} as const satisfies Record<string, string | ((...args: never[]) => string)>;
