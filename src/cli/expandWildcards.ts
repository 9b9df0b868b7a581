import { readdirSync } from 'node:fs';
import platformPath from 'node:path';

/**
 * Puts in place of each argument with `*` or `?` the paths that it stands for, in order. Shells do so everywhere but on Windows, where
 * `validate berichten\*.xml` reaches a program as it was typed. As in those shells an argument that stands for nothing is left as it is,
 * and names that begin with a dot are only found by a pattern that does.
 *
 * @param workingFolder Absolute.
 */
export function expandWildcards(args: readonly string[], workingFolder: string): readonly string[] {
	return args.flatMap((argument) => {
		const paths = hasWildcard(argument) && !argument.startsWith('-') ? expand(argument, workingFolder) : [];
		return paths.length === 0 ? [argument] : paths;
	});
}

function hasWildcard(text: string): boolean {
	return /[*?]/.test(text);
}

function expand(pattern: string, workingFolder: string): readonly string[] {
	const { root } = platformPath.parse(pattern);
	const parts = pattern.slice(root.length).split(/[/\\]/);
	let paths = [root];
	for (const [index, part] of parts.entries()) {
		const isLast = index === parts.length - 1;
		paths = paths.flatMap((path) =>
			hasWildcard(part)
				? matching(part, platformPath.resolve(workingFolder, path), isLast).map((name) => path + name)
				: [path + part],
		);
		if (!isLast) {
			paths = paths.map((path) => path + platformPath.sep);
		}
	}
	return paths;
}

/** The names in a folder that a pattern without separators stands for; only of folders unless it is the last part. */
function matching(pattern: string, folder: string, isLast: boolean): readonly string[] {
	const expression = new RegExp(`^${pattern.split('').map(expressionOf).join('')}$`, 'isu');
	return entriesOf(folder)
		.filter((entry) => expression.test(entry.name) && (isLast || entry.isDirectory()))
		.map(({ name }) => name)
		.filter((name) => pattern.startsWith('.') || !name.startsWith('.'))
		.sort();
}

function expressionOf(character: string): string {
	switch (character) {
		case '*':
			return '.*';
		case '?':
			return '.';
		default:
			return character.replace(/[$()*+.?[\\\]^{|}]/, '\\$&');
	}
}

function entriesOf(folder: string): readonly {
	readonly name: string;
	isDirectory(): boolean;
}[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		// Then the pattern stands for nothing, and whoever reads the argument as a path says what is wrong.
		return [];
	}
}
