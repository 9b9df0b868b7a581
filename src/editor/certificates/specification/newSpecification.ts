import { Uri, window, workspace } from 'vscode';
import type { InspectedCertificate } from '../../../certificates/inspect';
import { writeConsumerspecificatie } from '../../../documents/consumerspecificatie/writeConsumerspecificatie';
import { baseFolder } from '../../config';
import { askText } from '../../questions/quickInput';
import { askInSteps, withPart, type Step } from '../../questions/askInSteps';
import type { CertificateServices } from '../certificateServices';
import type { Surveyor } from '../survey';
import { askCertificate } from './askCertificate';
import { complainOfEndpoint, complainOfName, complainOfOin } from './complaints';

/** The answers that were given so far. */
interface Draft {
	readonly client?: InspectedCertificate;
	readonly server?: InspectedCertificate;
	readonly partyName?: string;
	readonly partyId?: string;
	readonly endpoint?: string;
}

/**
 * Asks what has to be in a Consumerspecificatie, writes it and opens it.
 *
 * @param certificate Proposed as client and server.
 */
export async function newSpecification(
	services: CertificateServices,
	surveyor: Surveyor,
	certificate?: InspectedCertificate,
): Promise<void> {
	const { t } = services;
	const draft = await askInSteps<Draft>(
		t('New Consumerspecificatie'),
		stepsWith(services, surveyor, certificate),
		{},
	);
	if (draft === undefined) {
		return;
	}
	const { client, server, partyName, partyId, endpoint } = draft;
	if (
		client === undefined ||
		server === undefined ||
		partyName === undefined ||
		partyId === undefined ||
		endpoint === undefined
	) {
		throw new Error('A step of the Consumerspecificatie was passed without an answer');
	}
	const text = writeConsumerspecificatie({
		partyName,
		partyId,
		endpoint,
		client: client.entry.certificate,
		server: server.entry.certificate,
	});
	const target = await askTarget(services);
	if (target !== undefined) {
		await workspace.fs.writeFile(target, Buffer.from(text));
		await window.showTextDocument(await workspace.openTextDocument(target));
	}
}

function stepsWith(
	services: CertificateServices,
	surveyor: Surveyor,
	proposed: InspectedCertificate | undefined,
): readonly Step<Draft>[] {
	const { t } = services;
	return [
		async (draft, frame) => {
			const at = draft.client ?? proposed;
			const given =
				at === undefined ? [] : [{ certificate: at, label: `$(verified) ${t('This certificate')}` }];
			const question = t('The certificate with which you send messages (client)');
			return withPart(draft, await askCertificate({ frame, question, given }, services, surveyor), 'client');
		},
		async (draft, frame) => {
			const { client } = draft;
			const given =
				client === undefined
					? []
					: [{ certificate: client, label: `$(copy) ${t('The same certificate as for sending')}` }];
			const question = t('The certificate of the endpoint at which you receive messages (server)');
			return withPart(draft, await askCertificate({ frame, question, given }, services, surveyor), 'server');
		},
		async (draft, frame) => {
			const value = draft.partyName ?? attributeOf(draft.client, organisation) ?? '';
			const question = t('The name of your organisation (PartyName)');
			const answer = await askText(frame, question, value, (name) => complainOfName(name, t));
			return withPart(draft, answer, 'partyName');
		},
		async (draft, frame) => {
			const { client } = draft;
			const value = draft.partyId ?? oinOf(client) ?? '';
			const question = t('Your OIN, or your HRN as a supplier (PartyId)');
			const answer = await askText(frame, question, value, (oin) =>
				client === undefined ? null : complainOfOin(oin, client, t),
			);
			return withPart(draft, answer, 'partyId');
		},
		async (draft, frame) => {
			const { server } = draft;
			const value = draft.endpoint ?? `https://${hostOf(server) ?? ''}/`;
			const question = t('The address of the endpoint at which you receive messages (EndpointUri)');
			const answer = await askText(frame, question, value, (address) =>
				server === undefined ? null : complainOfEndpoint(address, server, new Date(), t),
			);
			return withPart(draft, answer, 'endpoint');
		},
	];
}

const organisation = '2.5.4.10';

function attributeOf(inspected: InspectedCertificate | undefined, oid: string): string | undefined {
	return inspected?.entry.certificate.subject.attributes.find((attribute) => attribute.oid === oid)?.value;
}

function oinOf(inspected: InspectedCertificate | undefined): string | undefined {
	return inspected?.oin?.parsed.kind === 'oin' ? inspected.oin.value : undefined;
}

/** The first name that the certificate is for. */
function hostOf(inspected: InspectedCertificate | undefined): string | undefined {
	return inspected?.entry.certificate.subjectAlternativeNames?.find(
		({ type, value }) => type === 'dns' && !value.startsWith('*'),
	)?.value;
}

async function askTarget({ t }: CertificateServices): Promise<Uri | undefined> {
	const base = baseFolder()?.uri;
	const name = 'consumerspecificatie.xml';
	return window.showSaveDialog({
		title: t('Save the Consumerspecificatie'),
		filters: { XML: ['xml'] },
		...(base === undefined ? {} : { defaultUri: Uri.joinPath(base, name) }),
	});
}
