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

/** `RSASSA-PSS, sha512, salt 64`: of PSS its parameters matter. */
export function signatureWords({ name, hash, saltLength }: SignatureAlgorithm): string {
	return saltLength === null ? name : `${name}, ${hash ?? '?'}, salt ${saltLength}`;
}
