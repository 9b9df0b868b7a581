/** The two files that a merge conflict of git was made from. */
interface ConflictSides {
	readonly ours: string;
	readonly theirs: string;
}

type Part = 'both' | 'ours' | 'base' | 'theirs';

const markers: readonly (readonly [RegExp, Part, Part])[] = [
	[/^<{7}( |$)/, 'both', 'ours'],
	[/^\|{7}( |$)/, 'ours', 'base'],
	[/^={7}$/, 'ours', 'theirs'],
	[/^={7}$/, 'base', 'theirs'],
	[/^>{7}( |$)/, 'theirs', 'both'],
];

/**
 * Takes a text with conflict markers of git apart.
 *
 * @returns Null when it has none, or they are not in order.
 */
export function conflictSides(text: string): ConflictSides | null {
	const ours: string[] = [];
	const theirs: string[] = [];
	let part: Part = 'both';
	let conflicts = 0;
	for (const line of text.split(/\r?\n/)) {
		const marker = markers.find(([pattern, from]) => from === part && pattern.test(line));
		if (marker !== undefined) {
			part = marker[2];
			conflicts += part === 'both' ? 1 : 0;
			continue;
		}
		if (part === 'both' || part === 'ours') {
			ours.push(line);
		}
		if (part === 'both' || part === 'theirs') {
			theirs.push(line);
		}
	}
	return conflicts === 0 || part !== 'both' ? null : { ours: ours.join('\n'), theirs: theirs.join('\n') };
}
