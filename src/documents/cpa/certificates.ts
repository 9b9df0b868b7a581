import { readBase64 } from '../../certificates/containers/base64';
import { isReadable, readCertificate } from '../../certificates/readCertificate';
import { attributeOf, childrenNamed, textContent, trimmedTextSpan } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import { namespaces } from '../namespaces';
import { trimWhiteSpace } from '../value';
import { walkElements } from '../../xml/walk';
import type { CertificateContent, CertificateUse, CpaCertificate, Placed } from './agreement';

/** The elements that refer to a certificate, and what for; in the order in which uses are listed. */
const references: readonly (readonly [localName: string, use: CertificateUse])[] = [
	['ClientCertificateRef', 'client'],
	['ServerCertificateRef', 'server'],
	['SigningCertificateRef', 'signing'],
	['EncryptionCertificateRef', 'encryption'],
	['ApplicationCertificateRef', 'application'],
	['AnchorCertificateRef', 'anchor'],
];

/** Reads the certificates of a party and finds out what each is for. */
export function readCertificates(party: XmlElement): readonly CpaCertificate[] {
	const uses = usesIn(party);
	return childrenNamed(party, namespaces.cppa, 'Certificate').map((element) => {
		const certId = idOf(element);
		const found = certId === null ? undefined : uses.get(certId);
		const [serialNumber] = elementsNamed(element, 'X509SerialNumber');
		return {
			certId,
			nameSpan: element.nameSpan,
			uses: references.map(([, use]) => use).filter((use) => found?.has(use) === true),
			contents: elementsNamed(element, 'X509Certificate').map(readCertificateContent),
			serialNumber: serialNumber === undefined ? null : contentOf(serialNumber),
		};
	});
}

function usesIn(party: XmlElement): ReadonlyMap<string, ReadonlySet<CertificateUse>> {
	const known = new Map(references);
	const uses = new Map<string, Set<CertificateUse>>();
	walkElements(party, (element) => {
		const use = element.namespace === namespaces.cppa ? known.get(element.localName) : undefined;
		const certId = use && idOf(element);
		if (use !== undefined && typeof certId === 'string') {
			uses.set(certId, (uses.get(certId) ?? new Set()).add(use));
		}
		return true;
	});
	return uses;
}

function idOf(element: XmlElement): string | null {
	const id = attributeOf(element, namespaces.cppa, 'certId');
	return id === undefined ? null : trimWhiteSpace(id.value);
}

/** XML Signature §4.4.4: the base64 of one certificate in DER. White space in it does not matter. */
export function readCertificateContent(element: XmlElement): CertificateContent {
	const { value, span } = contentOf(element);
	if (value === '') {
		return { state: 'unreadable', span, reason: 'empty' };
	}
	if (value.includes('-----')) {
		return { state: 'unreadable', span, reason: 'pem' };
	}
	const base64 = readBase64(value, { start: 0, end: value.length });
	if (base64.fault !== undefined) {
		return { state: 'unreadable', span, reason: 'base64' };
	}
	const certificate = readCertificate(base64.bytes);
	return isReadable(certificate)
		? { state: 'read', span, certificate }
		: { state: 'unreadable', span, reason: certificate.unreadable };
}

function contentOf(element: XmlElement): Placed {
	return { value: trimWhiteSpace(textContent(element)), span: trimmedTextSpan(element) };
}

function elementsNamed(top: XmlElement, localName: string): readonly XmlElement[] {
	const found: XmlElement[] = [];
	walkElements(top, (element) => {
		const isNamed = element.localName === localName && element.namespace === namespaces.xmldsig;
		if (isNamed) {
			found.push(element);
		}
		return !isNamed;
	});
	return found;
}
