import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Certificate, GeneralName } from '../certificate';
import { parseG4Policy } from '../policies';
import { commonNameOf } from '../pkioverheid';
import { checkDomainName, mostDomainNames, type DomainNameFault } from '../requestConfiguration';
import { fault, weighing, type Check, type Judged } from './judged';
import { isClientOnly } from './usage';

function namesOf(
	{ subjectAlternativeNames }: Certificate,
	...types: readonly GeneralName['type'][]
): readonly string[] {
	return (subjectAlternativeNames ?? []).filter(({ type }) => types.includes(type)).map(({ value }) => value);
}

/** The names by which a server can be called. */
function hostNamesOf(certificate: Certificate): readonly string[] {
	return namesOf(certificate, 'dns', 'ip');
}

export const sanMissing: Check = (judged) =>
	judged.purpose !== 'client' && !isClientOnly(judged) && hostNamesOf(judged.certificate).length === 0
		? [fault('certificate.san-missing', {})]
		: [];

export const hostMismatch: Check = ({ certificate, host }) => {
	const names = hostNamesOf(certificate);
	return host === null ||
		names.length === 0 ||
		(certificate.subjectAlternativeNames ?? []).some((name) => isNameOf(name, host))
		? []
		: [fault('certificate.host-mismatch', { host, names })];
};

/**
 * Whether a name in the Subject Alternative Name is that of a host (RFC 6125 §6.4): without case, with `*` for exactly one whole
 * label in front. The common name never counts, nor does an address that is written as a domain name.
 */
function isNameOf({ type, value: name }: GeneralName, host: string): boolean {
	if (isIP(host) !== 0 || type !== 'dns') {
		return type === 'ip' && sameAddress(name, host);
	}
	const wanted = (domainToASCII(host) || host).replace(/\.$/, '').toLowerCase();
	const given = name.replace(/\.$/, '').toLowerCase();
	if (!given.startsWith('*.')) {
		return given === wanted;
	}
	const dot = wanted.indexOf('.');
	return dot > 0 && wanted.slice(dot) === given.slice(1);
}

/** IPv6 addresses have more than one notation. */
function sameAddress(one: string, other: string): boolean {
	const list = new BlockList();
	if (isIP(one) === 0 || isIP(one) !== isIP(other)) {
		return false;
	}
	const family = isIP(one) === 4 ? 'ipv4' : 'ipv6';
	list.addAddress(one, family);
	return list.check(other, family);
}

/** The profile of G4 Private TLS has domain names only. */
export const sanIpAddress: Check = ({ certificate, hierarchy }) => {
	const addresses = namesOf(certificate, 'ip');
	const isG4 =
		hierarchy === 'G4' ||
		(certificate.policies ?? []).some(({ oid }) => parseG4Policy(oid)?.domain === 'tls');
	return isG4 && addresses.length > 0 ? [fault('certificate.san-ip-address', { addresses })] : [];
};

/** Of a request, which does not say yet what kind of certificate it is for. */
export const requestedIpAddress: Check = ({ certificate }) => {
	const addresses = namesOf(certificate, 'ip');
	return addresses.length === 0
		? []
		: [weighing('warning', fault('certificate.san-ip-address', { addresses }))];
};

/** The names that the provider cannot put in a certificate; wildcards and addresses are told apart. */
export const requestedNames: Check = ({ certificate }) => {
	const names = [...new Set(namesOf(certificate, 'dns'))];
	const wrong = (reason: RequestedNameFault): readonly string[] =>
		names.filter((name) => checkDomainName(name) === reason);
	return [
		...requestedNameFaults
			.map((reason) => ({ reason, names: wrong(reason) }))
			.filter((found) => found.names.length > 0)
			.map((found) => fault('certificate.request-names', { ...found, count: found.names.length })),
		...(names.length > mostDomainNames
			? [fault('certificate.request-names', { reason: 'too-many', names: [], count: names.length })]
			: []),
	];
};

const requestedNameFaults = [
	'not-qualified',
	'onion',
	'characters',
] as const satisfies readonly DomainNameFault[];

type RequestedNameFault = (typeof requestedNameFaults)[number];

export const wildcard: Check = ({ certificate }) => {
	const names = namesOf(certificate, 'dns').filter((name) => name.startsWith('*.'));
	return names.length === 0 ? [] : [fault('certificate.wildcard', { names })];
};

export const commonNameNotHost: Check = ({ certificate }) => {
	const commonName = commonNameOf(certificate.subject);
	const names = namesOf(certificate, 'dns').map((name) => name.toLowerCase());
	return commonName === undefined || names.length === 0 || names.includes(commonName.toLowerCase())
		? []
		: [fault('certificate.common-name-not-host', { commonName })];
};

/** "No longer allowed since February 2022" (Technisch Overleg Digikoppeling, 18 June 2026). */
const withoutUnitSince = Date.UTC(2022, 2, 1);

export const organizationalUnit: Check = ({ certificate: { subject, notBefore } }) => {
	const unit = subject.attributes.find(({ oid }) => oid === '2.5.4.11')?.value;
	return unit !== undefined && notBefore.getTime() >= withoutUnitSince
		? [fault('certificate.organizational-unit', { unit })]
		: [];
};

const acceptanceWord = /^(?:test|tst|acc|acceptatie|preprod|preproductie|ota|staging|uat)\d*$/;

export const acceptanceHost: Check = ({ certificate, hierarchy, host }: Judged) => {
	if (hierarchy !== 'G1' && hierarchy !== 'G4') {
		return [];
	}
	const names = host === null ? namesOf(certificate, 'dns') : [host];
	const found = names.find((name) =>
		name
			.toLowerCase()
			.split(/[.-]/)
			.some((part) => acceptanceWord.test(part)),
	);
	return found === undefined ? [] : [fault('certificate.acceptance-host', { host: found })];
};
