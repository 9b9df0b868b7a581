import { containerTexts } from '../certificates/containerTexts';
import { certificateTexts } from '../certificates/texts';
import { documentTexts } from '../documents/registry';
import { pingTexts } from '../ebms/texts';
import type { Finding, FindingTextTable } from '../finding';
import { schemaFolderTexts } from '../schema/folder/texts';
import { schemaTexts } from '../schema/texts';
import { textTable } from '../finding';
import type { Translate } from '../text';
import { xmlTexts } from '../xml/texts';
import { schemaStageTexts } from './schemaTexts';
import { checkTexts } from './texts';

/** A finding in the reader's language. */
export interface Explanation {
	/** What is wrong, what to do and where the rule comes from: the whole message. */
	readonly message: string;
	readonly problem: string;
	readonly cure: string;
	/** Document and section of the rule. */
	readonly source: string;
	/** Relative link to the explanation: `docs/findings.md#CODE`. */
	readonly help: string;
}

/** Every code that exists with its texts: the one table behind all explanations and `docs/findings.md`. */
export const allTexts: FindingTextTable = new Map([
	...textTable(xmlTexts),
	...textTable(schemaTexts),
	...textTable(schemaFolderTexts),
	...textTable(checkTexts),
	...textTable(schemaStageTexts),
	...documentTexts,
	...textTable(containerTexts),
	...textTable(certificateTexts),
	...textTable(pingTexts),
]);

/**
 * Turns findings into words: the only place where that happens.
 *
 * @throws On a code that has no texts, which is a fault of ours.
 */
export function explain(finding: Pick<Finding, 'code' | 'data'>, t: Translate): Explanation {
	const texts = allTexts.get(finding.code);
	if (texts === undefined) {
		throw new Error(`No texts for the finding code ${finding.code}`);
	}
	const problem = texts.problem(finding.data, t);
	const cure = texts.cure(finding.data, t);
	return {
		message: `${problem} ${cure} [${texts.source}]`,
		problem,
		cure,
		source: texts.source,
		help: `docs/findings.md#${finding.code}`,
	};
}
