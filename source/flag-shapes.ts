import type {CommandName} from './command-names.js';
import {readChoice, readPositive, readSwitch, readWhole} from './flag-values.js';

export type Flag<Value = unknown> = {
	readonly commands: readonly CommandName[];
	/** A switch takes no value and can be turned round, `--no-ascii`; a list can be given several times. */
	readonly kind: 'switch' | 'value' | 'list';
	/** On unless refused, `--no-color`. */
	readonly isOn?: true;
	/** What stands for the value in --help. */
	readonly placeholder?: string;
	/** What a value must be, for messages: “expected …”. */
	readonly expected: string;
	/** Undefined for a text that is not what is expected. */
	readonly read: (text: string) => Value | undefined;
	/** Also read from `OVH_CTI_…` and from the settings. */
	readonly isSetting: boolean;
};

/** A table of flags keeps the type of each value. */
export const flag = <Value>(definition: Flag<Value>): Flag<Value> => definition;

/** `a, b or c`. */
export const alternatives = (names: readonly string[]): string =>
	`${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

export const switches = {kind: 'switch', expected: 'yes or no', read: readSwitch} as const;

export const wholeNumber = ({from, to}: {readonly from: number; readonly to: number}) => ({
	kind: 'value' as const,
	placeholder: 'N',
	expected: `a whole number from ${from} to ${to}`,
	read: readWhole({from, to}),
	isSetting: false,
});

export const duration = (placeholder: 'MINUTES' | 'HOURS', to: number) => ({
	kind: 'value' as const,
	placeholder,
	expected: `a number of ${placeholder.toLowerCase()}, more than 0 and at most ${to}`,
	read: readPositive({to}),
});

export const choice = <Choice extends string>(choices: readonly Choice[]) => ({
	kind: 'value' as const,
	placeholder: 'NAME',
	expected: alternatives(choices),
	read: readChoice(choices),
	isSetting: true,
});

export const text = (placeholder: string, expected: string) => ({kind: 'value' as const, placeholder, expected});
