import {EventEmitter} from 'node:events';

/** What Ink needs of a terminal's input. */
export const createKeyboard = () => {
	let typed: string | null = null;
	const keyboard = Object.assign(new EventEmitter(), {
		isTTY: true,
		setRawMode() {},
		setEncoding() {},
		ref() {},
		unref() {},
		read() {
			const bytes = typed;
			typed = null;
			return bytes;
		},
		type(bytes: string) {
			typed = bytes;
			keyboard.emit('readable');
		},
	});
	return keyboard;
};
