import {homedir} from 'node:os';
import {join} from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the platform keeps what a program remembers between runs. Source: the XDG base directory specification. */
export const stateDirectory = (environment: Environment, platform: NodeJS.Platform): string =>
	join(stateHome(environment, platform), 'ovh-cti-board');

const stateHome = (environment: Environment, platform: NodeJS.Platform): string => {
	const home = environment.HOME || homedir();
	// The specification wants relative paths ignored.
	const xdg = environment.XDG_STATE_HOME;
	if (xdg?.startsWith('/')) return xdg;
	if (platform === 'win32') return environment.LOCALAPPDATA || join(home, 'AppData', 'Local');
	return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.local', 'state');
};
