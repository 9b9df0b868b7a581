import type { Asn1Element } from './asn1/element';
import { contentOf, contextTag, tags } from './asn1/element';
import { childrenOf, readAsn1 } from './asn1/read';
import { booleanOf, hexOf, octetsOf, oidOf, setBitsOf, smallIntegerOf, textOf } from './asn1/values';
import type { CertificatePolicy, Extensions, GeneralName } from './certificate';
import { readGeneralName, readGeneralNames } from './readGeneralName';

/** Bits of KeyUsage, in order (RFC 5280 §4.2.1.3). */
const keyUsages = [
	'digitalSignature',
	'nonRepudiation',
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'keyCertSign',
	'cRLSign',
	'encipherOnly',
	'decipherOnly',
] as const;

/** RFC 5280 §4.2.1.12. */
const extendedKeyUsages: ReadonlyMap<string, string> = new Map([
	['2.5.29.37.0', 'anyExtendedKeyUsage'],
	['1.3.6.1.5.5.7.3.1', 'serverAuth'],
	['1.3.6.1.5.5.7.3.2', 'clientAuth'],
	['1.3.6.1.5.5.7.3.3', 'codeSigning'],
	['1.3.6.1.5.5.7.3.4', 'emailProtection'],
	['1.3.6.1.5.5.7.3.8', 'timeStamping'],
	['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
]);

const qualifier = { cps: '1.3.6.1.5.5.7.2.1', notice: '1.3.6.1.5.5.7.2.2' } as const;
const access = { ocsp: '1.3.6.1.5.5.7.48.1', caIssuers: '1.3.6.1.5.5.7.48.2' } as const;

interface RawExtension {
	readonly oid: string;
	readonly critical: boolean;
	readonly value: Uint8Array;
}

/** What one extension says; `undefined` when its content is damaged. */
type ExtensionReader = (content: Asn1Element, critical: boolean) => Partial<Extensions> | undefined;

const readers: ReadonlyMap<string, ExtensionReader> = new Map<string, ExtensionReader>([
	['2.5.29.14', readSubjectKeyIdentifier],
	['2.5.29.15', readKeyUsage],
	['2.5.29.17', readAlternativeNames],
	['2.5.29.19', readBasicConstraints],
	['2.5.29.31', readDistributionPoints],
	['2.5.29.32', readPolicies],
	['2.5.29.35', readAuthorityKeyIdentifier],
	['2.5.29.37', readExtendedKeyUsage],
	['1.3.6.1.5.5.7.1.1', readAuthorityAccess],
]);

const nothing: Omit<Extensions, 'extensions' | 'damagedExtensions'> = {
	subjectAlternativeNames: null,
	basicConstraints: null,
	keyUsage: null,
	extendedKeyUsage: null,
	policies: null,
	ocsp: [],
	caIssuers: [],
	crlDistributionPoints: [],
	subjectKeyIdentifier: null,
	authorityKeyIdentifier: null,
};

/**
 * Reads a SEQUENCE OF Extension (RFC 5280 §4.2); `undefined` when it is none.
 *
 * @param list `undefined` when there are no extensions.
 */
export function readExtensions(list: Asn1Element | undefined): Extensions | undefined {
	const elements = list === undefined ? [] : childrenOf(list);
	const raw = elements.map(readRaw).filter((extension) => extension !== undefined);
	if (raw.length < elements.length || (list !== undefined && list.tag !== tags.sequence)) {
		return undefined;
	}
	let known = nothing;
	const seen = new Set<string>();
	const damagedExtensions: string[] = [];
	for (const { oid, critical, value } of raw) {
		const reader = readers.get(oid);
		if (reader !== undefined) {
			const content = readAsn1(value);
			const read =
				typeof content === 'string' || content.end < value.length ? undefined : reader(content, critical);
			if (read === undefined) {
				damagedExtensions.push(oid);
			}
			// Of one that stands there twice, which is wrong, the first counts.
			known = { ...known, ...(seen.has(oid) ? {} : read) };
			seen.add(oid);
		}
	}
	return {
		...known,
		extensions: raw.map(({ oid, critical }) => ({ oid, critical })),
		damagedExtensions,
	};
}

function readRaw(element: Asn1Element): RawExtension | undefined {
	const [type, second, third] = childrenOf(element);
	const critical = booleanOf(second);
	const value = critical === undefined ? second : third;
	const oid = oidOf(type);
	return oid === undefined || value?.tag !== tags.octetString
		? undefined
		: { oid, critical: critical ?? false, value: octetsOf(value) };
}

function readSubjectKeyIdentifier(content: Asn1Element): Partial<Extensions> | undefined {
	return content.tag === tags.octetString ? { subjectKeyIdentifier: hexOf(contentOf(content)) } : undefined;
}

function readAuthorityKeyIdentifier(content: Asn1Element): Partial<Extensions> | undefined {
	const identifier = childrenOf(content).find(({ tag }) => tag === contextTag(0));
	return content.tag === tags.sequence
		? { authorityKeyIdentifier: identifier === undefined ? null : hexOf(contentOf(identifier)) }
		: undefined;
}

function readKeyUsage(content: Asn1Element, critical: boolean): Partial<Extensions> | undefined {
	const bits = setBitsOf(content);
	return bits && { keyUsage: { critical, usages: bits.map((bit) => keyUsages[bit] ?? `bit ${bit}`) } };
}

function readExtendedKeyUsage(content: Asn1Element, critical: boolean): Partial<Extensions> | undefined {
	const oids = every(childrenOf(content), oidOf);
	return (
		oids && {
			extendedKeyUsage: { critical, usages: oids.map((oid) => extendedKeyUsages.get(oid) ?? oid) },
		}
	);
}

function readAlternativeNames(content: Asn1Element): Partial<Extensions> | undefined {
	const subjectAlternativeNames = readGeneralNames(content);
	return subjectAlternativeNames && { subjectAlternativeNames };
}

function readBasicConstraints(content: Asn1Element, critical: boolean): Partial<Extensions> | undefined {
	if (content.tag !== tags.sequence) {
		return undefined;
	}
	const parts = childrenOf(content);
	const ca = booleanOf(parts[0]);
	const length = ca === undefined ? parts[0] : parts[1];
	const pathLength = length === undefined ? null : smallIntegerOf(length);
	return pathLength === undefined
		? undefined
		: { basicConstraints: { critical, ca: ca ?? false, pathLength } };
}

function readPolicies(content: Asn1Element): Partial<Extensions> | undefined {
	const policies = every(childrenOf(content), readPolicy);
	return content.tag === tags.sequence && policies !== undefined ? { policies } : undefined;
}

function readPolicy(element: Asn1Element): CertificatePolicy | undefined {
	const [type, list] = childrenOf(element);
	const oid = oidOf(type);
	if (oid === undefined) {
		return undefined;
	}
	const qualifiers = (list === undefined ? [] : childrenOf(list)).map((one) => {
		const [id, value] = childrenOf(one);
		return { id: oidOf(id), value };
	});
	function valuesOf(id: string): readonly Asn1Element[] {
		return qualifiers.flatMap(({ id: other, value }) => (other === id && value ? [value] : []));
	}
	return {
		oid,
		cps: valuesOf(qualifier.cps).flatMap((value) => textOf(value) ?? []),
		// A UserNotice is a reference to a notice, its text, or both.
		notices: valuesOf(qualifier.notice).flatMap((value) =>
			childrenOf(value).flatMap((part) => textOf(part) ?? []),
		),
	};
}

function readAuthorityAccess(content: Asn1Element): Partial<Extensions> | undefined {
	const descriptions = every(childrenOf(content), (element) => {
		const [type, place] = childrenOf(element);
		const method = oidOf(type);
		const name = place && readGeneralName(place);
		return method === undefined || name === undefined ? undefined : { method, name };
	});
	return (
		descriptions && {
			ocsp: uris(descriptions.filter(({ method }) => method === access.ocsp).map(({ name }) => name)),
			caIssuers: uris(
				descriptions.filter(({ method }) => method === access.caIssuers).map(({ name }) => name),
			),
		}
	);
}

/** DistributionPoint is `{ [0] { [0] GeneralNames } }`; points without an address say nothing to us. */
function readDistributionPoints(content: Asn1Element): Partial<Extensions> | undefined {
	const fullNames = childrenOf(content)
		.flatMap((point) => childrenOf(point).filter(({ tag }) => tag === contextTag(0)))
		.flatMap((place) => childrenOf(place).filter(({ tag }) => tag === contextTag(0)));
	const names = every(fullNames, readGeneralNames);
	return content.tag === tags.sequence && names !== undefined
		? { crlDistributionPoints: uris(names.flat()) }
		: undefined;
}

function uris(names: readonly GeneralName[]): readonly string[] {
	return names.filter(({ type }) => type === 'uri').map(({ value }) => value);
}

/** All results; `undefined` when there is no result for one of the elements. */
function every<T>(
	elements: readonly Asn1Element[],
	read: (element: Asn1Element) => T | undefined,
): readonly T[] | undefined {
	const results = elements.map(read).filter((result) => result !== undefined);
	return results.length === elements.length ? results : undefined;
}
