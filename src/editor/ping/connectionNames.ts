import type { Translate } from '../../text';

/**
 * Gives every connection a name of its own, as the view, the history and the choice of a connection go by name. The first of those with one
 * name keeps it; the others cannot be used.
 */
export function withOwnNames<C extends { readonly name: string }>(
	connections: readonly C[],
	t: Translate,
): readonly (C | { readonly name: string; readonly complaint: string })[] {
	const taken = new Set(connections.map(({ name }) => name));
	const seen = new Set<string>();
	return connections.map((connection) => {
		const { name } = connection;
		if (!seen.has(name)) {
			seen.add(name);
			return connection;
		}
		return {
			name: freeName(name, taken),
			complaint: t('Another connection is called {0} too: give this one a name of its own.', name),
		};
	});
}

/** Takes the first name with a number behind it that is free. */
function freeName(name: string, taken: Set<string>): string {
	let number = 2;
	while (taken.has(`${name} (${number})`)) {
		number++;
	}
	const free = `${name} (${number})`;
	taken.add(free);
	return free;
}
