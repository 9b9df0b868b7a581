import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTranslate } from '../../../src/text';
import { createLibxmlEngine, type LibxmlEngine } from '../../../src/schema/libxmlEngine';
import { checkText, type CheckContext } from '../../../src/validation/check';
import type { DocumentReport } from '../../../src/validation/report';
import { createSchemas } from '../../../src/validation/schemas';

const bundled = fileURLToPath(new URL('../../../schemas', import.meta.url));

/** Checks a text as the product does, with the bundled schemas. */
export type Check = (
	text: string,
	options?: Partial<Pick<CheckContext, 'maxFindings' | 'now'>>,
) => Promise<DocumentReport>;

/** Gives the suite that calls this an engine, from before its first test until after its last. */
export function withEngine(): Check {
	let engine: LibxmlEngine;
	const schemas = createSchemas(bundled, []);

	before(async () => {
		engine = await createLibxmlEngine();
	});
	after(() => {
		engine.dispose();
	});
	return (text, options) => checkText(text, { engine, schemas, maxFindings: 200, ...options });
}

/** A file of the sample workspace. */
export function sample(file: string): string {
	return readFileSync(new URL(`../../workspace/${file}`, import.meta.url), 'utf8');
}

/** The words of the code itself, with their places filled. */
export const english = createTranslate(() => 'en');
