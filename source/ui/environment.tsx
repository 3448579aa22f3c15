import {createContext, useCallback, useContext, useSyncExternalStore} from 'react';
import type {Board} from '../domain/board.js';
import type {BoardReader} from '../runtime/store.js';
import type {Controller} from './controller.js';
import type {NamedCommand} from './palette.js';
import type {Scene} from './scene.js';
import type {Ui} from './ui-state.js';

/** What a component may ask for. */
export type Environment = {
	readonly scene: Scene;
	readonly reader: BoardReader;
	readonly controller: Controller;
	/** The commands by name that can be run here. */
	readonly commands: readonly NamedCommand[];
};

const EnvironmentContext = createContext<Environment | null>(null);

export const EnvironmentProvider = EnvironmentContext.Provider;

const useEnvironment = (): Environment => {
	const environment = useContext(EnvironmentContext);
	if (environment === null) throw new Error('a component stands outside the board');
	return environment;
};

/** Words, symbols, theme: what does not change while the board runs. */
export const useScene = (): Scene => useEnvironment().scene;

export const useCommands = (): readonly NamedCommand[] => useEnvironment().commands;

export const useController = (): Controller => useEnvironment().controller;

export const useUi = (): Ui => {
	const {controller} = useEnvironment();
	return useSyncExternalStore(controller.subscribe, controller.getSnapshot);
};

/** A part of the board as shown. Drawn again only when the part changed, by identity: select, do not build. Asked for again at each new minute. */
export const useBoard = <Part,>(select: (board: Board) => Part): Part => {
	const {reader, scene} = useEnvironment();
	const subscribe = useCallback(
		(listener: () => void) => {
			const stops = [reader.subscribe(listener), scene.onMinute(listener)];
			return () => {
				for (const stop of stops) stop();
			};
		},
		[reader, scene],
	);
	return useSyncExternalStore(subscribe, () => select(scene.moment().board));
};
