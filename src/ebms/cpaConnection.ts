import type { Cpa, CpaParty, CpaPartyId } from '../documents/cpa/agreement';
import { mainPartyId } from '../documents/cpa/mainPartyId';
import { endpointOf, signalChannel, transportOf } from '../documents/cpa/signalChannel';
import { parsePartyId } from '../documents/partyId';
import { syncReplyModes, type CpaTerms, type PartyId, type PingTarget } from './connection';

/** Why a CPA does not tell to whom a Ping goes. */
export type CpaProblem =
	| { readonly kind: 'no-cpa-id' }
	/** Not two parties. */
	| { readonly kind: 'party-count'; readonly count: number }
	/** `known`: the PartyIds that are there. */
	| { readonly kind: 'not-a-party'; readonly own: string; readonly known: readonly string[] }
	/** Both parties answer to it. */
	| { readonly kind: 'both-parties'; readonly own: string }
	/** The other party has no PartyId. */
	| { readonly kind: 'no-party-id'; readonly party: string }
	/** The other party has no channel for a Ping, or one without endpoint. */
	| { readonly kind: 'no-endpoint'; readonly party: string };

export type CpaConnection =
	| { readonly kind: 'target'; readonly target: PingTarget }
	| { readonly kind: 'problem'; readonly problem: CpaProblem };

/**
 * Finds out of a CPA to whom a Ping goes: the other party's channel for Ping, else its default channel (CPPA 2.0,
 * OverrideMshActionBinding and defaultMshChannelId). Says nothing of status and period: those are in the terms.
 *
 * @param own Who we are: a PartyId as in the CPA, but for white space around it, or an OIN whatever the suffix in the CPA.
 */
export function pingTargetFromCpa(cpa: Cpa, own: string): CpaConnection {
	const { cpaId, parties } = cpa;
	const [one, other] = parties;
	if (cpaId === null || cpaId.value.trim() === '') {
		return problem({ kind: 'no-cpa-id' });
	}
	if (one === undefined || other === undefined || parties.length > 2) {
		return problem({ kind: 'party-count', count: parties.length });
	}
	const ours = partyIdFor(one, own);
	const theirs = partyIdFor(other, own);
	if (ours === undefined && theirs === undefined) {
		const known = parties.flatMap(({ partyIds }) => partyIds.map(({ value }) => value));
		return problem({ kind: 'not-a-party', own, known });
	}
	if (ours !== undefined && theirs !== undefined) {
		// Suffixes may be all that sets two parties apart.
		if (ours.exact === theirs.exact) {
			return problem({ kind: 'both-parties', own });
		}
		return ours.exact
			? connect(cpa, cpaId.value, { party: one, id: ours.id }, other)
			: connect(cpa, cpaId.value, { party: other, id: theirs.id }, one);
	}
	return ours === undefined
		? connect(cpa, cpaId.value, { party: other, id: theirs?.id }, one)
		: connect(cpa, cpaId.value, { party: one, id: ours.id }, other);
}

function problem(found: CpaProblem): CpaConnection {
	return { kind: 'problem', problem: found };
}

interface Self {
	readonly party: CpaParty;
	readonly id: CpaPartyId | undefined;
}

function partyIdFor(
	{ partyIds }: CpaParty,
	own: string,
): { readonly id: CpaPartyId; readonly exact: boolean } | undefined {
	const wanted = own.trim();
	const exact = partyIds.find(({ value }) => value.trim() === wanted);
	if (exact !== undefined) {
		return { id: exact, exact: true };
	}
	const oin = parsePartyId(wanted);
	const similar = partyIds.find(({ value }) => {
		const parsed = parsePartyId(value.trim());
		return oin.kind === 'oin' && parsed.kind === 'oin' && parsed.value === oin.value;
	});
	return similar && { id: similar, exact: false };
}

function connect(cpa: Cpa, cpaId: string, { party: own, id }: Self, other: CpaParty): CpaConnection {
	const to = mainPartyId(other);
	const from = id ?? mainPartyId(own);
	if (to === undefined || from === undefined) {
		return problem({ kind: 'no-party-id', party: nameOf(to === undefined ? other : own) });
	}
	const ownChannel = signalChannel(own, 'Ping');
	const otherChannel = signalChannel(other, 'Ping');
	const endpoint = endpointOf(other, otherChannel);
	if (endpoint === null) {
		return problem({ kind: 'no-endpoint', party: nameOf(other) });
	}
	const terms: CpaTerms = {
		status: cpa.status?.value ?? null,
		start: cpa.start?.moment ?? null,
		end: cpa.end?.moment ?? null,
		endpoint,
		clientCertificate: fingerprint(own, transportOf(own, ownChannel)?.clientCertificateId ?? null),
		serverCertificate: fingerprint(other, transportOf(other, otherChannel)?.serverCertificateId ?? null),
	};
	return {
		kind: 'target',
		target: {
			url: endpoint,
			cpaId,
			from: partyIdOf(from),
			to: partyIdOf(to),
			syncReplyMode: syncReplyModes.find((mode) => mode === ownChannel?.syncReplyMode.value) ?? null,
			pongEndpoint: endpointOf(own, signalChannel(own, 'Pong')),
			environment: null,
			cpa: terms,
		},
	};
}

function partyIdOf({ value, type }: CpaPartyId): PartyId {
	return { value, type: type === null || type.value === '' ? null : type.value };
}

function fingerprint({ certificates }: CpaParty, certId: string | null): string | null {
	const content = certificates.find((certificate) => certificate.certId === certId)?.contents[0];
	return certId !== null && content?.state === 'read' ? content.certificate.sha256 : null;
}

function nameOf({ name, partyIds }: CpaParty): string {
	return name ?? partyIds[0]?.value ?? '';
}
