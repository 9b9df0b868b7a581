import type { Severity } from '../finding';
import { allTexts } from './explain';

const weights: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

/** What the codes of each subject are about, in the order of the document. */
const subjects: readonly (readonly [prefix: string, heading: string, about: string])[] = [
	[
		'xml',
		'Well-formed XML',
		'What keeps the text from being XML at all (XML 1.0, fifth edition, and Namespaces in XML).',
	],
	['schema', 'Schema', 'What breaks the XSD: our own, or that of your schema folder.'],
	['document', 'Any document', 'What holds for every kind of document that we know.'],
	['zaakbericht', 'Zaakbericht', 'StUF-ZKN 3.10 `zakLk01`, `zakLv01` and `zakLa01`.'],
	['stuf-antwoord', 'StUF answers', '`Bv03`, `Fo01`, `Fo02`, `Fo03` and the like.'],
	['consumerspecificatie', 'Consumerspecificatie', 'What the CPA is made from (Handleiding §4.4.4).'],
	[
		'ping-opdracht',
		'Ping document',
		'The MessageMetadataDocument that orders an ebMS Ping (Handleiding §4.4.5).',
	],
	['cpa', 'CPA', 'What two parties agreed about their ebMS messages (ebXML CPPA 2.0, Digikoppeling ebMS2).'],
	[
		'comparison',
		'Consumerspecificatie and CPA side by side',
		'What differs between what was handed in and the CPA that was made of it. Only told by the comparison.',
	],
	[
		'ebms-bericht',
		'ebMS messages',
		'The SOAP envelope with the header of ebMS 2.0: Ping, Pong and the others.',
	],
	[
		'certificate',
		'Certificates',
		'What is wrong with a certificate for Digikoppeling, with its chain, or with the file that it stands in.',
	],
	['ping', 'Ping', 'What is doubtful about a connection to which a Ping is sent; none of it stops the Ping.'],
	['schema-set', 'Schema folders', 'What is wrong in a folder of XSDs.'],
	['check', 'The check itself', 'What could not be checked, and why.'],
];

/** The list of all codes as Markdown: each with an anchor of its own, its weight, what it means and its source. */
export function findingsDocument(): string {
	const codes = [...allTexts].map(([code, texts]) => ({ code, texts, prefix: code.split('.', 1)[0] ?? '' }));
	const chapters = subjects.map(([prefix, heading, about]) =>
		[
			`## ${heading}`,
			about,
			...codes
				.filter((entry) => entry.prefix === prefix)
				.sort((a, b) => a.code.localeCompare(b.code, 'en'))
				.map(({ code, texts }) =>
					[
						`### <a id="${code}"></a>\`${code}\``,
						`${weights[texts.severity]}. ${texts.about}`,
						`Source: ${texts.source}`,
					].join('\n\n'),
				),
		].join('\n\n'),
	);
	return `${[
		'# Findings',
		'Every code that a check can give, what it means and where its rule comes from. This page is written by `npm run docs`; a test keeps it equal to the code. An error makes a document invalid; a warning and an info do not.',
		...chapters,
	].join('\n\n')}\n`;
}
