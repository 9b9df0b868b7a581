import type { IntendedUse } from '../intendedUse';
import { clearHost } from '../endpoint';
import type { Subject } from '../kind';
import type { CpaCertificate, CpaParty } from './agreement';
import { readCpa } from './readCpa';
import { oinOfParty } from './summary';

/** A certificate is for what the transports of its party refer to it for. */
export function certificateUses({ root }: Subject): readonly IntendedUse[] {
	return readCpa(root).parties.flatMap((party) => {
		const oin = oinOfParty(party);
		return party.certificates.flatMap((certificate) => usesOf(certificate, party, oin));
	});
}

function usesOf(certificate: CpaCertificate, party: CpaParty, oin: string | null): readonly IntendedUse[] {
	const purpose = purposeOf(certificate);
	const [own, ...issuers] = certificate.contents;
	if (own === undefined) {
		return [];
	}
	const host = purpose === 'client' ? null : hostOf(certificate, party);
	return [
		{ within: own.span, purpose, host: purpose === null ? null : host, oin },
		...issuers.map(({ span }) => ({ within: span, purpose: null, host: null, oin: null })),
	];
}

/** One that signs or encrypts is no client or server, but it is of the party all the same: the least is asked of it. */
function purposeOf({ uses }: CpaCertificate): IntendedUse['purpose'] {
	const isClient = uses.includes('client');
	if (uses.includes('server')) {
		return isClient ? 'both' : 'server';
	}
	return isClient || uses.includes('signing') || uses.includes('encryption') ? 'client' : null;
}

/** The host of the endpoint for which it is the server certificate, when that is one host. */
function hostOf({ certId }: CpaCertificate, { transports }: CpaParty): string | null {
	const hosts = new Set(
		transports
			.filter(({ serverCertificateId }) => serverCertificateId === certId)
			.flatMap(({ endpoints }) => endpoints.map(({ uri }) => clearHost(uri.value))),
	);
	const [host = null] = hosts;
	return hosts.size === 1 ? host : null;
}
