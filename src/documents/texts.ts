import { findingsOf, type FindingTexts } from '../finding';

/** A finding that says it all by its code and place. */
export type NoData = Readonly<Record<string, never>>;

/** What can be wrong with a document of any kind. */
export interface DocumentFindings {
	'document.placeholder': { readonly value: string };
	'document.doctype': NoData;
	'document.wrong-namespace': {
		readonly name: string;
		/** `''` is no namespace. */
		readonly found: string;
		readonly expected: string;
	};
	'document.second-message': { readonly name: string };
	'document.wrong-name': { readonly name: string; readonly meant: string };
}

export const anyDocumentTexts: FindingTexts<DocumentFindings> = {
	'document.placeholder': {
		severity: 'error',
		problem: ({ value }, t) => t('`{0}` is still to be filled in.', value),
		cure: (_, t) => t('Replace it, square brackets included, by your own value.'),
		source: 'Handleiding Aansluiten Lopende Zaken §4.4.4–4.4.5',
		about:
			'The manual writes the values that you must fill in between square brackets, such as [uw_oin]. One of them is still there. In running text (omschrijving, toelichting) brackets are only reported around a name with an underscore.',
	},
	'document.doctype': {
		severity: 'error',
		problem: (_, t) => t('A message has no DOCTYPE.'),
		cure: (_, t) => t('Remove the DOCTYPE; write the characters that it defines out in full.'),
		source: 'SOAP 1.1 §3',
		about:
			'A document type declaration is forbidden in SOAP messages, and receivers refuse it as it can be used for attacks (entity expansion, reading of files).',
	},
	'document.wrong-namespace': {
		severity: 'warning',
		problem: ({ name, found, expected }, t) =>
			found === ''
				? t(
						'Element `{0}` stands in no namespace, so it is not recognised and not checked; it belongs in `{1}`.',
						name,
						expected,
					)
				: expected === ''
					? t(
							'Element `{0}` stands in namespace `{1}`, so it is not recognised and not checked; it belongs in no namespace.',
							name,
							found,
						)
					: t(
							'Element `{0}` stands in namespace `{1}`, so it is not recognised and not checked; it belongs in `{2}`.',
							name,
							found,
							expected,
						),
		cure: ({ expected }, t) =>
			expected === ''
				? t('Remove the declaration of the namespace.')
				: t('Declare exactly this namespace: `{0}`.', expected),
		source: 'StUF-ZKN 3.10; Handleiding Aansluiten Lopende Zaken §4.4',
		about:
			'The root element has the name of a message that we know, but another namespace (for instance https instead of http, or another version of the sector model). It may be another kind of document: then nothing is wrong with it, it is only not checked.',
	},
	'document.second-message': {
		severity: 'warning',
		problem: ({ name }, t) =>
			t('`{0}` is not checked: it is not the first message in this SOAP envelope.', name),
		cure: (_, t) => t('Give each message an envelope of its own.'),
		source: 'WS-I Basic Profile 1.1 §4.4.1 (R2201)',
		about:
			'A SOAP Body holds one message. Of more, only the first one that we know is checked; related information points at it.',
	},
	'document.wrong-name': {
		severity: 'warning',
		problem: ({ name, meant }, t) =>
			t('Element `{0}` is not recognised and not checked: do you mean `{1}`?', name, meant),
		cure: ({ meant }, t) => t('Rename the element to `{0}`, in the start tag and in the end tag.', meant),
		source: 'StUF-ZKN 3.10; Handleiding Aansluiten Lopende Zaken §4.4',
		about:
			'The root element has almost the name of a message that we know, in the namespace of that message. Names are case-sensitive.',
	},
};

export const documentFinding = findingsOf(anyDocumentTexts);
