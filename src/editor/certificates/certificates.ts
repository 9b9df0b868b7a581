import { Disposable, window, type ExtensionContext } from 'vscode';
import type { InspectedCertificate } from '../../certificates/inspect';
import { registerCommands, registerTrustedCommands } from '../commands';
import type { Services } from '../services';
import { registerCertificateEditors } from './certificateEditor';
import { createCertificateServices } from './certificateServices';
import { endpointViewType } from './fileTypes';
import { registerInspectCommand } from './inspectCommand';
import { registerSpecificationActions } from './specification/specificationActions';
import { createSurveyor, type Survey } from './survey';
import { registerCertificateTree } from './tree/certificateTree';
import { registerCertificateHover } from './xml/certificateHover';
import { registerCertificateLenses } from './xml/certificateLenses';
import { registerCertificateProblems } from './xml/certificateProblems';
import type { ViewState } from './view/viewState';
import { createDocumentCertificates } from './xml/documentCertificates';

/** Everything about certificates, for who owns it, and what others ask of it. */
export interface CertificateFeature {
	/** Looks what certificates there are in the workspace, unless that was done; undefined when it could not be done. */
	readonly survey: () => Promise<Survey | undefined>;
	readonly dispose: () => void;
}

/** Everything about certificates. What reads and judges them is loaded when it is first needed. */
export function registerCertificates(services: Services, context: ExtensionContext): CertificateFeature {
	const certificates = createCertificateServices(services, context);
	const editors = registerCertificateEditors(certificates);
	const surveyor = createSurveyor(certificates);
	const inDocuments = createDocumentCertificates(certificates);
	const owned = Disposable.from(
		editors,
		surveyor,
		registerInspectCommand(certificates, editors),
		registerCertificateTree(certificates, surveyor),
		inDocuments,
		registerCertificateLenses(inDocuments, certificates),
		registerCertificateHover(inDocuments, certificates),
		registerCertificateProblems(certificates),
		registerSpecificationActions(certificates, surveyor, inDocuments),
		window.registerWebviewPanelSerializer(endpointViewType, {
			deserializeWebviewPanel: async (panel, state: ViewState | undefined) => {
				const { restoreEndpoint } = await import('./certificateCommands');
				restoreEndpoint(panel, state, certificates);
			},
		}),
		registerTrustedCommands(
			{
				'lopendeZaken.fetchAuthorities': async () => {
					const { fetchAuthorities } = await import('./certificateCommands');
					await fetchAuthorities(certificates);
				},
				'lopendeZaken.inspectEndpoint': async (address) => {
					const { inspectEndpointCommand } = await import('./certificateCommands');
					await inspectEndpointCommand(
						certificates,
						context.workspaceState,
						typeof address === 'string' ? address : undefined,
					);
				},
			},
			services,
		),
		registerCommands(
			{
				'lopendeZaken.refreshCertificates': surveyor.again,
				'lopendeZaken.makeRequestConfiguration': async () => {
					const { makeRequestConfiguration } = await import('./certificateCommands');
					await makeRequestConfiguration(certificates);
				},
				'lopendeZaken.newConsumerspecificatie': async () => {
					const { newSpecification } = await import('./certificateCommands');
					await newSpecification(certificates, surveyor);
				},
				'lopendeZaken._useInSpecification': async (argument) => {
					const { useInSpecification } = await import('./certificateCommands');
					await useInSpecification(argument as InspectedCertificate | undefined, certificates, surveyor);
				},
			},
			services.faults,
		),
	);
	return {
		survey: async () => {
			await surveyor.begin();
			return surveyor.newest();
		},
		dispose: () => {
			owned.dispose();
		},
	};
}
