import { ProgressLocation, window, type Memento } from 'vscode';
import { readStoredAuthorities } from '../../../certificates/authorityStore';
import { toPem } from '../../../certificates/exportCertificate';
import type { Identity } from '../../../ebms/credentials/readIdentity';
import { inspectEndpoint } from '../../../ebms/inspection/inspectEndpoint';
import type { Endpoint } from '../../../ebms/transport/endpoint';
import { askText } from '../../questions/quickInput';
import { proxyFor } from '../../ping/proxySettings';
import type { CertificateServices } from '../certificateServices';
import { describeEndpoint, nameOf } from '../describe/describeEndpoint';
import { askIdentity } from './askIdentity';
import { showEndpoint } from './endpointPanel';
import { complainOfAddress, readAddress } from './readAddress';

/** Milliseconds for the whole inspection. */
const timeout = 15_000;

/** Where the address that was inspected last is remembered, for the workspace. */
const lastAddress = 'inspectedEndpoint';

/**
 * Asks for a server, makes a TLS connection to it and shows what it says of itself.
 *
 * @param given The address, when it is known already.
 */
export async function inspectEndpointCommand(
	services: CertificateServices,
	memory: Memento,
	given?: string,
): Promise<void> {
	const { t } = services;
	const asked = await ask(services, memory, given);
	if (asked === undefined) {
		return;
	}
	const { endpoint, identity } = asked;
	await memory.update(lastAddress, nameOf(endpoint));
	const inspection = await window.withProgress(
		{
			location: ProgressLocation.Notification,
			title: t('Connecting to {0}', endpoint.host),
			cancellable: true,
		},
		async (_, token) => {
			const stop = new AbortController();
			token.onCancellationRequested(() => {
				stop.abort();
			});
			return inspectEndpoint(endpoint, {
				identity,
				proxy: proxyFor(endpoint.url.href),
				timeout,
				signal: stop.signal,
				onPhase: () => undefined,
			});
		},
	);
	if (inspection.failure?.kind === 'cancelled') {
		return;
	}
	showEndpoint(
		{
			name: nameOf(endpoint),
			host: endpoint.host,
			pem: (inspection.tls?.chain ?? []).map(toPem).join(''),
			...describeEndpoint(endpoint, inspection, t),
		},
		services,
	);
}

interface Asked {
	readonly endpoint: Endpoint;
	readonly identity: Identity | null;
}

async function ask(
	services: CertificateServices,
	memory: Memento,
	given: string | undefined,
): Promise<Asked | undefined> {
	const { authorities, t } = services;
	const title = t('Inspect the certificate of an endpoint');
	const known = given === undefined ? undefined : readAddress(given);
	if (known !== undefined && !('fault' in known) && known.isSecure) {
		const identity = await askIdentity(
			{ title, step: 1, totalSteps: 1, canGoBack: false },
			readStoredAuthorities(authorities),
			t,
		);
		return identity?.kind === 'answer' ? { endpoint: known, identity: identity.value } : undefined;
	}
	for (;;) {
		const address = await askText(
			{ title, step: 1, totalSteps: 2, canGoBack: false },
			t('The name of the server, with its port when that is not 443'),
			memory.get<string>(lastAddress) ?? '',
			(text) => complainOfAddress(text, t),
		);
		if (address?.kind !== 'answer') {
			return undefined;
		}
		const endpoint = readAddress(address.value);
		if ('fault' in endpoint) {
			throw new Error(`An address was accepted that has the fault ${endpoint.fault}`);
		}
		await memory.update(lastAddress, address.value);
		const identity = await askIdentity(
			{ title, step: 2, totalSteps: 2, canGoBack: true },
			readStoredAuthorities(authorities),
			t,
		);
		if (identity === undefined) {
			return undefined;
		}
		if (identity.kind === 'answer') {
			return { endpoint, identity: identity.value };
		}
	}
}
