import type { Certificate } from '../../../certificates/certificate';
import { anchorOf, type Chain, type ChainEnd, type ChainStep } from '../../../certificates/chain';
import { displayNameOf } from '../../../certificates/displayName';
import type { Layer } from '../../../certificates/pkioverheid';
import type { RevocationOutcomes, RevocationStatus } from '../../../certificates/revocation/status';
import type { Translate } from '../../../text';
import type { ChainStepModel, Tone } from '../view/model';
import { dayWords, type Words } from './words';

/** The chain as a ladder from the certificate up, with the state of each step. */
export function describeChain(
	chain: Chain,
	revocation: RevocationOutcomes | null,
	words: Words,
): readonly ChainStepModel[] {
	const { steps, end } = chain;
	const last = steps.length - 1;
	const isStrange = end.state === 'root' && anchorOf(chain) === undefined;
	const rungs = steps.map((step, index) => {
		const { certificate } = step;
		const status = revocation?.get(certificate.sha256);
		const signed = index < last ? signedWords(words.t) : endWords(end, words.t);
		const notes = [
			...placeNotes(step, index, words.t),
			validityNote(certificate, words),
			...(status === undefined ? [] : [revocationNote(status, words)]),
			...(signed === undefined ? [] : [signed]),
			...(isStrange && index === last ? [words.t('not known and not trusted')] : []),
		];
		return {
			id: certificate.sha256,
			title: displayNameOf(certificate.subject),
			tone: toneOf(
				step,
				status,
				index === last ? { end, isStrange } : { end: undefined, isStrange: false },
				words,
			),
			notes,
			canFetch: false,
		};
	});
	return end.state === 'missing' ? [...rungs, missing(end, words.t)] : rungs;
}

function placeNotes(
	{ authority, trusted, origin }: ChainStep,
	index: number,
	t: Translate,
): readonly string[] {
	const layers: Readonly<Record<Layer, string>> = {
		root: t('root of PKIoverheid'),
		domain: t('domain CA of PKIoverheid'),
		tsp: t('CA of a certificate provider, PKIoverheid'),
	};
	const origins: Readonly<Record<ChainStep['origin'], string>> = {
		file: '',
		workspace: t('from another file'),
		trust: '',
		known: t('downloaded'),
	};
	return [
		authority === null ? '' : `${layers[authority.layer]} (${t('known by its fingerprint')})`,
		authority?.branch === 'public' ? t('public, so not for Digikoppeling') : '',
		trusted ? t('trusted by you') : '',
		index === 0 ? '' : origins[origin],
	].filter((note) => note !== '');
}

function validityNote({ notBefore, notAfter }: Certificate, words: Words): string {
	const { t, moment } = words;
	if (moment > notAfter) {
		return t('expired on {0}', dayWords(notAfter, words));
	}
	return moment < notBefore
		? t('not valid before {0}', dayWords(notBefore, words))
		: t('valid until {0}', dayWords(notAfter, words));
}

function revocationNote(status: RevocationStatus, words: Words): string {
	const { t } = words;
	switch (status.state) {
		case 'good':
			return t('not revoked');
		case 'revoked':
			return t('revoked on {0}', dayWords(status.at, words));
		case 'stale':
			return t('revocation unknown: the list is too old');
		case 'unreachable':
			return t('revocation unknown: the list cannot be fetched');
		case 'unverifiable':
			return t('revocation unknown: the list cannot be relied on');
		case 'no-address':
			return t('revocation unknown: no address of a list');
	}
}

function signedWords(t: Translate): string {
	return t('signature is right');
}

function endWords(end: ChainEnd, t: Translate): string | undefined {
	switch (end.state) {
		case 'root':
			return t('signed itself');
		case 'missing':
			return undefined;
		case 'broken':
			return t('signature does not fit {0}', displayNameOf(end.issuer.subject));
		case 'unverifiable':
			return t('signature cannot be verified on this machine');
		case 'loop':
			return t('no root: the issuers go round in a circle');
	}
}

/** @param end How the chain ends at this step, if it does; `isStrange`: in a root that is neither known nor trusted. */
function toneOf(
	{ certificate: { notBefore, notAfter }, authority }: ChainStep,
	status: RevocationStatus | undefined,
	{ end, isStrange }: { readonly end: ChainEnd | undefined; readonly isStrange: boolean },
	{ moment }: Words,
): Tone {
	const isBad =
		moment > notAfter ||
		moment < notBefore ||
		status?.state === 'revoked' ||
		end?.state === 'broken' ||
		end?.state === 'loop';
	if (isBad) {
		return 'bad';
	}
	const isDoubtful =
		isStrange ||
		authority?.branch === 'public' ||
		end?.state === 'unverifiable' ||
		(status !== undefined && status.state !== 'good');
	return isDoubtful ? 'attention' : 'good';
}

function missing(end: Extract<ChainEnd, { state: 'missing' }>, t: Translate): ChainStepModel {
	const { issuer, authority } = end;
	return {
		id: null,
		title: displayNameOf(issuer),
		tone: 'attention',
		notes: [
			t('missing'),
			...(authority === null ? [] : [t('known by its fingerprint, but not on this machine')]),
		],
		canFetch: authority !== null && authority.download !== null,
	};
}
