import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A snippet as VS Code would insert it, when the user accepts each default. */
export interface ExpandedSnippet {
	readonly prefix: string;
	readonly body: string;
}

/** A snippet in `snippets/xml.json`. */
export interface Snippet {
	readonly prefix: string;
	readonly description: string;
	/** Lines, in the syntax of VS Code. */
	readonly body: readonly string[];
}

/** Picks one of the options of a choice. */
export type Choose = (options: readonly string[]) => string;

const snippetFile = join(import.meta.dirname, '../../../snippets/xml.json');

/** Reads our snippets, by their names. */
export function readSnippets(): ReadonlyMap<string, Snippet> {
	return new Map(Object.entries(JSON.parse(readFileSync(snippetFile, 'utf8')) as Record<string, Snippet>));
}

/**
 * Expands all our snippets.
 *
 * @param date Now, in local time.
 */
export function expandSnippets(date: Date): ExpandedSnippet[] {
	return [...readSnippets().values()].map(({ prefix, body }) => ({
		prefix,
		body: expandSnippet(body.join('\n'), date),
	}));
}

/**
 * Expands the part of the snippet syntax that we use: tab stops, placeholders (nested too), choices and variables.
 *
 * @param choose The first option when left out, as in VS Code.
 * @throws When the snippet uses more than that, or refers to a tab stop that has no value.
 */
export function expandSnippet(body: string, date: Date, choose: Choose = firstOption): string {
	const nodes = parseNodes(new Reader(body), false);
	const values = new Map<number, string>([[0, '']]);
	const variable = variablesAt(date);
	collectValues(nodes);
	return write(nodes);

	/** The first tab stop with a number that has a default gives the others their text. */
	function collectValues(list: readonly SnippetNode[]): void {
		for (const node of list) {
			if (node.kind === 'choice') {
				setOnce(node.stop, choose(node.options));
			} else if (node.kind === 'placeholder') {
				collectValues(node.content);
				setOnce(node.stop, write(node.content));
			}
		}
	}

	function setOnce(stop: number, value: string): void {
		if (values.has(stop)) {
			throw new Error(`Tab stop ${stop} has two defaults.`);
		}
		values.set(stop, value);
	}

	function write(list: readonly SnippetNode[]): string {
		return list.map((node) => (node.kind === 'text' ? node.text : writeActive(node))).join('');
	}

	function writeActive(node: Exclude<SnippetNode, { kind: 'text' }>): string {
		if (node.kind === 'variable') {
			return variable(node.name);
		}
		const value = values.get(node.stop);
		if (value === undefined) {
			throw new Error(`Tab stop ${node.stop} has no default.`);
		}
		return value;
	}
}

/** The numbers of the tab stops of a snippet, in the order of the text, each once. */
export function tabStops(body: string): readonly number[] {
	const numbers = new Set<number>();
	const visit = (list: readonly SnippetNode[]): void => {
		for (const node of list) {
			if (node.kind === 'stop' || node.kind === 'choice' || node.kind === 'placeholder') {
				numbers.add(node.stop);
			}
			if (node.kind === 'placeholder') {
				visit(node.content);
			}
		}
	};
	visit(parseNodes(new Reader(body), false));
	return [...numbers];
}

type SnippetNode =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'variable'; readonly name: string }
	| { readonly kind: 'stop'; readonly stop: number }
	| { readonly kind: 'placeholder'; readonly stop: number; readonly content: readonly SnippetNode[] }
	| { readonly kind: 'choice'; readonly stop: number; readonly options: readonly string[] };

class Reader {
	#at = 0;

	constructor(readonly text: string) {}

	/** Takes what the sticky pattern matches here. */
	take(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.text);
		this.#at += match?.[0].length ?? 0;
		return match;
	}

	get atEnd(): boolean {
		return this.#at === this.text.length;
	}

	fail(): never {
		throw new Error(`Not the snippet syntax that we use: ${this.text.slice(this.#at, this.#at + 40)}`);
	}
}

function parseNodes(reader: Reader, inPlaceholder: boolean): readonly SnippetNode[] {
	const nodes: SnippetNode[] = [];
	while (!reader.atEnd) {
		if (inPlaceholder && reader.take(/\}/y)) {
			return nodes;
		}
		nodes.push(parseNode(reader, inPlaceholder));
	}
	return inPlaceholder ? reader.fail() : nodes;
}

function parseNode(reader: Reader, inPlaceholder: boolean): SnippetNode {
	const text = reader.take(inPlaceholder ? /[^$\\}]+/y : /[^$\\]+/y)?.[0] ?? reader.take(/\\([$}\\])/y)?.[1];
	if (text !== undefined) {
		return { kind: 'text', text };
	}
	const stop = reader.take(/\$(?:(\d+)|\{(\d+)\})/y);
	if (stop) {
		return { kind: 'stop', stop: Number(stop[1] ?? stop[2]) };
	}
	const name = reader.take(/\$(?:([A-Z_]+)|\{([A-Z_]+)\})/y);
	if (name) {
		return { kind: 'variable', name: name[1] ?? name[2] ?? '' };
	}
	const choice = reader.take(/\$\{(\d+)\|((?:[^\\|]|\\[\\,|])+)\|\}/y);
	if (choice) {
		const options = (choice[2] ?? '').match(/(?:[^\\,]|\\.)+/g) ?? [];
		return {
			kind: 'choice',
			stop: Number(choice[1]),
			options: options.map((option) => option.replace(/\\(.)/g, '$1')),
		};
	}
	const placeholder = reader.take(/\$\{(\d+):/y);
	if (placeholder) {
		return { kind: 'placeholder', stop: Number(placeholder[1]), content: parseNodes(reader, true) };
	}
	return reader.fail();
}

function firstOption(options: readonly string[]): string {
	return options[0] ?? '';
}

function variablesAt(date: Date): (name: string) => string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const values: Readonly<Record<string, string>> = {
		CURRENT_YEAR: String(date.getFullYear()),
		CURRENT_MONTH: two(date.getMonth() + 1),
		CURRENT_DATE: two(date.getDate()),
		CURRENT_HOUR: two(date.getHours()),
		CURRENT_MINUTE: two(date.getMinutes()),
		CURRENT_SECOND: two(date.getSeconds()),
	};
	let uuids = 0;
	return (name) => {
		if (name === 'UUID') {
			return `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`;
		}
		const value = values[name];
		if (value === undefined) {
			throw new Error(`Our snippets do not use the variable ${name}.`);
		}
		return value;
	};
}
