import { findingsOf, textTable, type FindingData, type FindingTexts } from '../finding';
import { schemaFolderTexts } from '../schema/folder/texts';

/** What can keep a document from being held against its schema. */
export interface SchemaStageFindings {
	'check.schema-refused': { readonly reason: string };
	'check.schema-unusable': {
		readonly schema: string;
		/** What the compiler says, in English; `''` when `cause` says it. */
		readonly reason: string;
		/** The XSD that is at fault; `''` when it is not known. */
		readonly document: string;
		/** 1-based. */
		readonly line: number;
		/** The code of what is wrong with the folder; `''` when only the compiler knows. */
		readonly cause: string;
		/** The data of that finding, as JSON. */
		readonly causeData: string;
	};
}

const folderTexts = textTable(schemaFolderTexts);

const own = 'Lopende Zaken for VS Code';

export const schemaStageTexts: FindingTexts<SchemaStageFindings> = {
	'check.schema-refused': {
		severity: 'warning',
		problem: ({ reason }, t) => t('The document could not be held against its schema: {0}.', reason),
		cure: (_, t) => t('What is said here besides was found without the schema.'),
		source: own,
		about:
			'The schema engine refuses the document for one of its limits (for instance more than 256 levels of elements, or a text over 10 MB). The rules were applied, the schema was not.',
	},
	'check.schema-unusable': {
		severity: 'error',
		problem: ({ schema, document, line, reason, cause, causeData }, t) => {
			const known = folderTexts.get(cause);
			return known !== undefined
				? t(
						'The schema {0} cannot be used. {1}, line {2}: {3}',
						schema,
						document,
						line,
						known.problem(JSON.parse(causeData) as FindingData, t),
					)
				: document === ''
					? t('The schema {0} cannot be used: {1}.', schema, reason)
					: t('The schema {0} cannot be used: {1}, line {2}: {3}.', schema, document, line, reason);
		},
		cure: (_, t) => t('Repair the folder with schemas; until then the document is not held against it.'),
		source: own,
		about:
			'A schema of the folder that was set does not compile, so the document could not be held against it.',
	},
};

export const schemaStageFinding = findingsOf(schemaStageTexts);
