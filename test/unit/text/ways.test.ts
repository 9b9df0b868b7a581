import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import nls from '../../../package.nls.json';
import { certificateTexts } from '../../../src/certificates/texts';
import { containerTexts } from '../../../src/certificates/containerTexts';
import { writeLabels } from '../../../src/editor/certificates/describe/writeLabels';
import { createTranslate, type Place } from '../../../src/text';
import { wayTo } from '../../../src/ways';
import { runHere } from '../cli/console';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const t: Readonly<Record<Place, ReturnType<typeof createTranslate>>> = {
	editor: createTranslate(() => 'nl', 'editor'),
	'command-line': createTranslate(() => 'nl', 'command-line'),
};

describe('What a reader is told to use', () => {
	const cures: readonly (readonly [
		what: string,
		cure: (place: Place) => string,
		inEditor: string,
		onCommandLine: string,
	])[] = [
		[
			'to check revocation',
			(place) => certificateTexts['certificate.revocation-unchecked'].cure({}, t[place]),
			`Laat dat controleren met de knop "Controleer intrekking": dan worden de CRL's opgehaald.`,
			`Laat dat controleren met de optie --check-revocation: dan worden de CRL's opgehaald.`,
		],
		[
			'to trust a root',
			(place) =>
				certificateTexts['certificate.chain-untrusted'].cure({ authority: '', reason: 'root' }, t[place]),
			'Gebruik een certificaat van PKIoverheid (private root G1 of G4); een eigen root, voor tests, vertrouwt u met de instelling lopendeZaken.certificates.trust.',
			'Gebruik een certificaat van PKIoverheid (private root G1 of G4); een eigen root, voor tests, vertrouwt u met de optie --trust.',
		],
		[
			'to fetch the CA certificates',
			(place) =>
				certificateTexts['certificate.crl-unavailable'].cure(
					{ authority: '', url: '', reason: 'issuer-missing' },
					t[place],
				),
			'Voeg de CA-certificaten toe aan het bestand, of haal die van PKIoverheid op met de opdracht "Haal PKIoverheid-certificaten op", en controleer opnieuw.',
			'Voeg de CA-certificaten toe aan het bestand, of haal die van PKIoverheid op met de opdracht "certificate --fetch-cas", en controleer opnieuw.',
		],
		[
			'to be sure of a PKCS#12',
			(place) => containerTexts['certificate.container-mac-unchecked'].cure({}, t[place]),
			'Hebt u zekerheid nodig, vergelijk dan de SHA-256 van de certificaten met wat de eigenaar zegt.',
			'Geef het wachtwoord op met --password-env als u zekerheid nodig hebt.',
		],
		[
			'to have the lines of PEM',
			(place) => containerTexts['certificate.container-bare-base64'].cure({ format: 'der' }, t[place]),
			"De meeste programma's willen die regels wel: exporteer het als PEM.",
			"De meeste programma's willen die regels wel: -----BEGIN CERTIFICATE----- ervoor, -----END CERTIFICATE----- erachter, en hoogstens 64 tekens op een regel.",
		],
	];
	for (const [what, cure, inEditor, onCommandLine] of cures) {
		it(`${what} is what he has where he reads it`, () => {
			assert.equal(cure('editor'), inEditor);
			assert.equal(cure('command-line'), onCommandLine);
		});
	}

	it('is called in the editor as it is called there', () => {
		const labels = writeLabels(true, t.editor);
		assert.equal(wayTo('checkRevocation', t.editor), `de knop "${labels.checkRevocation}"`);
		assert.equal(wayTo('fetchAuthorities', t.editor), `de opdracht "${nls['command.fetchAuthorities']}"`);
	});

	it('is said of the place where he is by the program itself', async () => {
		const cpa = readFileSync(`${root}test/workspace/koppeling/cpa.xml`, 'utf8');
		const [bare = ''] = /(?<=<ds:X509Certificate>)[^<]*/.exec(cpa) ?? [];
		const { stdout } = await runHere(['certificate', '-'], { stdin: Readable.from([Buffer.from(bare)]) });
		assert.match(stdout, /willen die regels wel: -----BEGIN CERTIFICATE----- ervoor/);
	});

	it('is named by `ways.ts` alone, or where a text asks for the place', async () => {
		const help = await Promise.all(
			['validate', 'certificate', 'cpa', 'ping', 'schemas', 'tasks', 'partner'].map((name) =>
				runHere([name, '--help']),
			),
		);
		const options = new Set(help.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []));
		assert.ok(options.has('--warn-days'));
		const named = ts.sys
			.readDirectory(`${root}src`, ['.ts'])
			.filter((file) => !/src\/(?:cli\/|ways\.ts|ebms\/ping\/curlCommand\.ts)/.test(file))
			.flatMap((file) => optionsNamedIn(file, options));
		assert.deepEqual(named, []);
	});
});

/** Where a literal names an option, but for what is written for `docs/findings.md`. */
function optionsNamedIn(file: string, options: ReadonlySet<string>): readonly string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	function visit(node: ts.Node): void {
		const isAbout = ts.isPropertyAssignment(node) && node.name.getText() === 'about';
		const asksPlace = ts.isConditionalExpression(node) && /\bt\.place\b/.test(node.condition.getText());
		if (isAbout || asksPlace) {
			return;
		}
		const words = ts.isStringLiteralLike(node) ? (node.text.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []) : [];
		if (words.some((word) => options.has(word))) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push(`${relative(root, file)}:${line + 1}`);
		}
		ts.forEachChild(node, visit);
	}
	visit(source);
	return found;
}
