import {homedir} from 'node:os';
import {join} from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the platform keeps what people would not want to lose. Source: the XDG base directory specification. */
const dataHome = (environment: Environment, platform: NodeJS.Platform): string => {
	const home = environment.HOME || homedir();
	// The specification wants relative paths ignored.
	const xdg = environment.XDG_DATA_HOME;
	if (xdg?.startsWith('/')) return xdg;
	if (platform === 'win32') return environment.LOCALAPPDATA || join(home, 'AppData', 'Local');
	return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.local', 'share');
};

/** The file that holds the history of all accounts on this machine. */
export const historyPath = (environment: Environment, platform: NodeJS.Platform): string =>
	join(dataHome(environment, platform), 'ovh-cti-board', 'history.db');
