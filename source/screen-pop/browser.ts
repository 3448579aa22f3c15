// The system's browser: `open` knows how to call it on each system.

/** Undefined values: the variable is not set. */
export type DisplayHints = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
};

/**
True when a browser started here would be seen by whoever sits at the board: not through SSH, and on Unix only where there is a
graphical session, or Windows around it.
*/
export const hasDisplay = ({environment, platform}: DisplayHints): boolean => {
	const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
	if (['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some(isSet)) return false;
	if (platform === 'darwin' || platform === 'win32') return true;
	return ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some(isSet);
};

/** Resolves when the browser was called; rejects when there is none. */
export const openInBrowser = async (url: URL): Promise<void> => {
	const {default: open} = await import('open');
	const started = await open(url.href);
	started.on('error', () => undefined);
};
