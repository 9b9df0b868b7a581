import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { createTranslate } from '../../../src/text';
import { textKey } from '../../../src/textKey';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Sentence {
	readonly text: string;
	readonly place: string;
}

/** Every first argument of a call of `t` in the sources; a text that is no literal is listed with `text` undefined. */
function sentencesOf(file: string): readonly { readonly text: string | undefined; readonly place: string }[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: { readonly text: string | undefined; readonly place: string }[] = [];
	function visit(node: ts.Node): void {
		if (ts.isCallExpression(node) && calledName(node) === 't' && node.arguments[0] !== undefined) {
			const [text] = node.arguments;
			const { line } = source.getLineAndCharacterOfPosition(text.getStart());
			found.push({
				text: ts.isStringLiteralLike(text) ? text.text : undefined,
				place: `${relative(root, file)}:${line + 1}`,
			});
		}
		ts.forEachChild(node, visit);
	}
	visit(source);
	return found;
}

function calledName(call: ts.CallExpression): string | undefined {
	if (ts.isIdentifier(call.expression)) {
		return call.expression.text;
	}
	return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : undefined;
}

function sourceFiles(folder: string): readonly string[] {
	return ts.sys.readDirectory(folder, ['.ts']);
}

type Translations = Readonly<Record<string, string>>;

function bundles(): readonly Translations[] {
	return ts.sys
		.readDirectory(`${root}l10n/nl`, ['.json'])
		.filter((file) => !file.endsWith('about.json'))
		.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Translations);
}

const places = (text: string): readonly string[] =>
	[...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();

describe('The texts that people read', () => {
	const found = sourceFiles(`${root}src`).flatMap(sentencesOf);
	const sentences = found.filter((entry): entry is Sentence => entry.text !== undefined);
	const translations = bundles().flatMap((bundle) => Object.entries(bundle));
	const dutch: ReadonlyMap<string, string> = new Map(translations);

	it('are literals, so that they can be found', () => {
		assert.ok(sentences.length > 100);
		assert.deepEqual(
			found.filter(({ text }) => text === undefined).map(({ place }) => place),
			[],
		);
	});

	it('all have Dutch', () => {
		assert.deepEqual(
			sentences.filter(({ text }) => !dutch.has(text)).map(({ text, place }) => `${place}: ${text}`),
			[],
		);
	});

	it('have Dutch with the same places to fill', () => {
		assert.deepEqual(
			[...dutch].filter(([text, translation]) => places(text).join() !== places(translation).join()),
			[],
		);
	});

	it('have the same Dutch in all files that have them', () => {
		assert.deepEqual(
			translations.filter(([text, translation]) => dutch.get(text) !== translation),
			[],
		);
	});

	it('have keys of their own in the package', () => {
		const keys = new Set([...dutch.keys()].map(textKey));
		assert.equal(keys.size, dutch.size);
	});

	it('leave no Dutch that nobody says', () => {
		const said = new Set(sentences.map(({ text }) => text));
		assert.deepEqual(
			[...dutch.keys()].filter((text) => !said.has(text)),
			[],
		);
	});

	it('are filled in the language that is asked at each call', () => {
		let language: 'nl' | 'en' = 'nl';
		const t = createTranslate(() => language);
		assert.equal(t('This file cannot be read: {0}.', 'EIO'), 'Dit bestand kan niet worden gelezen: EIO.');
		language = 'en';
		assert.equal(t('This file cannot be read: {0}.', 'EIO'), 'This file cannot be read: EIO.');
	});
});
