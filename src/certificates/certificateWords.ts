import type { Translate } from '../text';
import type { SignatureAlgorithm } from './certificate';
import type { HierarchyName } from './chain';
import type { ContainerFormat } from './containers/container';

/** What people call the kinds of files. */
export const formatNames: Readonly<Record<ContainerFormat, string>> = {
	pem: 'PEM',
	der: 'DER',
	pkcs7: 'PKCS#7',
	pkcs12: 'PKCS#12',
	jks: 'JKS',
	jceks: 'JCEKS',
	csr: 'CSR',
	xml: 'XML',
};

export function hierarchyWords(hierarchy: HierarchyName, t: Translate): string {
	const words: Readonly<Record<HierarchyName, string>> = {
		G1: 'PKIoverheid G1 Private',
		G4: 'PKIoverheid G4 Private',
		TRIAL: t('test (TRIAL)'),
		public: t('PKIoverheid, public root'),
		unknown: t('unknown'),
	};
	return words[hierarchy];
}

/** What people call the extensions that are read (RFC 5280 §4.2). */
const extensionNames: Readonly<Record<string, string>> = {
	'2.5.29.14': 'Subject Key Identifier',
	'2.5.29.15': 'Key Usage',
	'2.5.29.17': 'Subject Alternative Name',
	'2.5.29.19': 'Basic Constraints',
	'2.5.29.31': 'CRL Distribution Points',
	'2.5.29.32': 'Certificate Policies',
	'2.5.29.35': 'Authority Key Identifier',
	'2.5.29.37': 'Extended Key Usage',
	'1.3.6.1.5.5.7.1.1': 'Authority Information Access',
};

/** `Subject Alternative Name (2.5.29.17)`; the OID alone when it has no name. */
export function extensionWords(oid: string): string {
	const name = extensionNames[oid];
	return name === undefined ? oid : `${name} (${oid})`;
}

/** `RSASSA-PSS, sha512, salt 64`: of PSS its parameters matter. */
export function signatureWords({ name, hash, saltLength }: SignatureAlgorithm): string {
	return saltLength === null ? name : `${name}, ${hash ?? '?'}, salt ${saltLength}`;
}
