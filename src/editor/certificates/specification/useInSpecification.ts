import { Range, window, workspace, type Uri } from 'vscode';
import type { Certificate } from '../../../certificates/certificate';
import type { InspectedCertificate } from '../../../certificates/inspect';
import type { ParameterName } from '../../../documents/consumerspecificatie/parameters';
import type { Translate } from '../../../text';
import { openDocument } from '../../documentChecks';
import { askChoice, type Answer, type Choice } from '../../questions/quickInput';
import { asWorkspaceEdit } from '../../workspaceEdit';
import type { CertificateServices } from '../certificateServices';
import { documentFiles } from '../fileTypes';
import type { Surveyor } from '../survey';
import { newSpecification } from './newSpecification';
import { largestSpecification, specificationIn } from './specificationDocument';
import type { OpenSpecification } from './specificationEdits';

/** A Consumerspecificatie of the workspace in which a certificate can be put. */
interface FoundSpecification {
	readonly file: Uri;
	readonly specification: OpenSpecification;
	/** The parameters for certificates that it has. */
	readonly places: readonly CertificatePlace[];
}

const certificatePlaces = ['ClientCert', 'ServerCert'] as const satisfies readonly ParameterName[];

type CertificatePlace = (typeof certificatePlaces)[number];

/** More documents than are looked at. */
const mostDocuments = 3000;

/**
 * Puts a certificate in a Consumerspecificatie: one of the workspace that the user chooses, or a new one. The change is not saved, so
 * that the user sees it first and can undo it.
 */
export async function useInSpecification(
	inspected: InspectedCertificate | undefined,
	services: CertificateServices,
	surveyor: Surveyor,
): Promise<void> {
	const found = inspected === undefined ? [] : await findSpecifications();
	if (inspected === undefined || found.length === 0) {
		await newSpecification(services, surveyor, inspected);
		return;
	}
	const { t } = services;
	for (;;) {
		const where = await askWhere(found, t);
		if (where?.kind !== 'answer') {
			return;
		}
		if (where.value === 'new') {
			await newSpecification(services, surveyor, inspected);
			return;
		}
		const places = await askPlaces(where.value, t);
		if (places?.kind === 'answer') {
			await fill(where.value.file, places.value, inspected.entry.certificate);
		}
		if (places?.kind !== 'back') {
			return;
		}
	}
}

async function findSpecifications(): Promise<readonly FoundSpecification[]> {
	const files = await workspace.findFiles(documentFiles, '**/node_modules/**', mostDocuments);
	const found: FoundSpecification[] = [];
	for (const file of files.toSorted((one, other) => one.path.localeCompare(other.path))) {
		const specification = await specificationIn(await textOf(file));
		const places = certificatePlaces.filter((place) =>
			specification?.parameters.some(({ name }) => name === place),
		);
		if (specification !== undefined && places.length > 0) {
			found.push({ file, specification, places });
		}
	}
	return found;
}

/** A document that is open counts as it stands in the editor. Nothing when it is too large, or went in the meantime. */
async function textOf(file: Uri): Promise<string> {
	const document = openDocument(file);
	if (document !== undefined) {
		return document.getText();
	}
	try {
		const { size } = await workspace.fs.stat(file);
		return size > largestSpecification ? '' : Buffer.from(await workspace.fs.readFile(file)).toString();
	} catch {
		return '';
	}
}

function askWhere(
	found: readonly FoundSpecification[],
	t: Translate,
): Promise<Answer<FoundSpecification | 'new'>> {
	const choices: readonly Choice<FoundSpecification | 'new'>[] = [
		...found.map((one) => ({
			label: `$(file-code) ${workspace.asRelativePath(one.file)}`,
			description: partyOf(one.specification),
			value: one,
		})),
		{ label: `$(new-file) ${t('A new Consumerspecificatie…')}`, alwaysShow: true, value: 'new' },
	];
	return askChoice(
		{ title: t('Use in a Consumerspecificatie'), step: 1, totalSteps: 2, canGoBack: false },
		t('In which Consumerspecificatie?'),
		choices,
		(value) => value === found[0],
	);
}

/** Of whom it is, as far as it says so. */
function partyOf({ parameters, valueOf }: OpenSpecification): string {
	return (['PartyName', 'PartyId'] as const)
		.map((wanted) => parameters.find(({ name }) => name === wanted))
		.map((parameter) => (parameter === undefined ? '' : valueOf(parameter)))
		.filter((value) => value !== '')
		.join(' · ');
}

function askPlaces(
	{ file, places }: FoundSpecification,
	t: Translate,
): Promise<Answer<readonly CertificatePlace[]>> {
	const words: Readonly<Record<CertificatePlace, string>> = {
		ClientCert: t('As client, to send messages (ClientCert)'),
		ServerCert: t('As server, at the endpoint at which messages are received (ServerCert)'),
	};
	const choices: readonly Choice<readonly CertificatePlace[]>[] = [
		...(places.length > 1
			? [{ label: t('As client and as server (ClientCert and ServerCert)'), value: places }]
			: []),
		...places.map((place) => ({ label: words[place], value: [place] })),
	];
	return askChoice(
		{ title: t('Use in a Consumerspecificatie'), step: 2, totalSteps: 2, canGoBack: true },
		t('What {0} uses the certificate for; what stands there now is replaced', workspace.asRelativePath(file)),
		choices,
		(value) => value === choices[0]?.value,
	);
}

async function fill(file: Uri, places: readonly CertificatePlace[], certificate: Certificate): Promise<void> {
	const document = await workspace.openTextDocument(file);
	// What stands in the document may have changed while the user chose.
	const specification = await specificationIn(document.getText());
	const parameters = (specification?.parameters ?? []).filter(({ name }) =>
		places.some((place) => place === name),
	);
	const [first] = parameters;
	if (specification === undefined || first === undefined) {
		return;
	}
	const edits = parameters.map((parameter) => specification.fillCertificate(parameter, certificate));
	await workspace.applyEdit(asWorkspaceEdit(document, edits));
	const start = document.positionAt(first.element.span.start);
	await window.showTextDocument(document, { selection: new Range(start, start) });
}
