import type { Option } from 'commander';

/** An option that may be given more than once: its values in their order, none when it is not given. */
export function repeatable(option: Option): Option {
	return option
		.default([])
		.argParser((value: string, before: readonly string[]): readonly string[] => [...before, value]);
}
