import {
	CodeAction,
	CodeActionKind,
	Disposable,
	languages,
	Range,
	workspace,
	type CodeActionContext,
	type Diagnostic,
	type TextDocument,
	type Uri,
} from 'vscode';
import type { PlacedParameter } from '../../../documents/consumerspecificatie/fillParameters';
import type { Span } from '../../../finding';
import type { Edit } from '../../../xml/repair';
import { registerCommands, type CommandId } from '../../commands';
import { openDocument } from '../../documentChecks';
import type { CertificateServices } from '../certificateServices';
import type { Surveyor } from '../survey';
import type { DocumentCertificates } from '../xml/documentCertificates';
import { codeOf } from '../../diagnosticCode';
import { xmlFiles } from '../../documentChecks';
import { asWorkspaceEdit } from '../../workspaceEdit';
import { specificationIn } from './specificationDocument';
import type { OpenSpecification } from './specificationEdits';

/** A parameter for a certificate, as the action hands it to its command. */
interface FillTarget {
	readonly document: Uri;
	/** The number of the parameter among those of the document. */
	readonly index: number;
}

/** Offers, in a Consumerspecificatie, to put in a certificate, and to take over the OIN of one that is there. */
export function registerSpecificationActions(
	services: CertificateServices,
	surveyor: Surveyor,
	certificates: DocumentCertificates,
): Disposable {
	const { t, faults } = services;

	const fillAction = (document: TextDocument, index: number, context: CodeActionContext): CodeAction => {
		const title = t('Fill in a certificate from a file…');
		const action = new CodeAction(title, CodeActionKind.QuickFix);
		const target: FillTarget = { document: document.uri, index };
		action.command = {
			title,
			command: 'lopendeZaken._fillCertificate' satisfies CommandId,
			arguments: [target],
		};
		action.diagnostics = context.diagnostics.filter(isAboutCertificate);
		return action;
	};

	const oinAction = (
		document: TextDocument,
		edit: Edit,
		oin: string,
		context: CodeActionContext,
	): CodeAction => {
		const action = new CodeAction(t('Take over OIN {0} from the certificate', oin), CodeActionKind.QuickFix);
		action.edit = asWorkspaceEdit(document, [edit]);
		action.diagnostics = context.diagnostics.filter(isAboutOin);
		return action;
	};

	return Disposable.from(
		languages.registerCodeActionsProvider(
			xmlFiles,
			{
				async provideCodeActions(document, range, context) {
					const specification = await specificationIn(document.getText());
					const index = specification?.parameters.findIndex(({ element }) =>
						meets(document, element.span, range),
					);
					const parameter = index === undefined ? undefined : specification?.parameters[index];
					if (specification === undefined || index === undefined || parameter === undefined) {
						return [];
					}
					const isCertificate = parameter.name === 'ClientCert' || parameter.name === 'ServerCert';
					const isOin = isCertificate || parameter.name === 'PartyId';
					const oin = isOin ? await oinIn(document, certificates) : undefined;
					const partyId = oin === undefined ? undefined : partyIdWithOther(specification, oin);
					return [
						...(isCertificate ? [fillAction(document, index, context)] : []),
						...(oin === undefined || partyId === undefined
							? []
							: [oinAction(document, specification.fillText(partyId, oin), oin, context)]),
					];
				},
			},
			{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
		),
		registerCommands(
			{
				'lopendeZaken._fillCertificate': (argument) =>
					fillCertificate(argument as FillTarget, services, surveyor),
			},
			faults,
		),
	);
}

function meets(document: TextDocument, { start, end }: Span, range: Range): boolean {
	return new Range(document.positionAt(start), document.positionAt(end)).intersection(range) !== undefined;
}

/** The OIN in the first certificate that has one. */
async function oinIn(
	document: TextDocument,
	certificates: DocumentCertificates,
): Promise<string | undefined> {
	const answer = await certificates.inDocument(document);
	return answer?.certificates.map(({ inspected }) => inspected.oin).find((oin) => oin?.parsed.kind === 'oin')
		?.value;
}

function partyIdWithOther(
	{ parameters, valueOf }: OpenSpecification,
	oin: string,
): PlacedParameter | undefined {
	return parameters.find((parameter) => parameter.name === 'PartyId' && valueOf(parameter) !== oin);
}

async function fillCertificate(
	{ document: uri, index }: FillTarget,
	services: CertificateServices,
	surveyor: Surveyor,
): Promise<void> {
	const { t } = services;
	const { askCertificate } = await import('../certificateCommands');
	const answer = await askCertificate(
		{
			frame: { title: t('Fill in a certificate'), canGoBack: false },
			question: t('The certificate that has to be in the Consumerspecificatie'),
			given: [],
		},
		services,
		surveyor,
	);
	// What stands in the document may have changed while the user chose.
	const document = openDocument(uri);
	const specification = document && (await specificationIn(document.getText()));
	const parameter = specification?.parameters[index];
	if (answer?.kind === 'answer' && document && specification && parameter) {
		const edit = specification.fillCertificate(parameter, answer.value.entry.certificate);
		await workspace.applyEdit(asWorkspaceEdit(document, [edit]));
	}
}

function isAboutCertificate(diagnostic: Diagnostic): boolean {
	return /^(?:certificate\.|consumerspecificatie\.certificate-)/.test(codeOf(diagnostic));
}

function isAboutOin(diagnostic: Diagnostic): boolean {
	return /^(?:certificate\.oin-mismatch|consumerspecificatie\.party-id)/.test(codeOf(diagnostic));
}
