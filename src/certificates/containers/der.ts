import type { Span } from '../../finding';
import type { Asn1Element } from '../asn1/element';
import { encodingOf } from '../asn1/element';
import { readAsn1 } from '../asn1/read';
import { containerFinding } from '../containerTexts';
import type { ContainerFormat, Contents, EntryRole } from './container';
import { certificateContents, joined, noContents, only, requestContents } from './contents';
import { derKind, type DerKind } from './derKind';
import { pkcs7Certificates } from './pkcs7';
import { childrenOf } from '../asn1/read';

export interface DerPlacement {
	readonly alias: string | null;
	readonly role: EntryRole;
	/** Where bytes of the DER stand in the file. */
	readonly spanOf: (start: number, end: number) => Span;
}

export interface DerReading {
	/** `pkcs12` is only recognised: {@link readPkcs12} reads it. */
	readonly kind: DerKind | 'damaged';
	readonly contents: Contents;
}

/** The formats of what is recognised. */
export const derFormats: Readonly<Record<DerKind | 'damaged', ContainerFormat>> = {
	certificate: 'der',
	'certificate-path': 'der',
	request: 'csr',
	pkcs7: 'pkcs7',
	pkcs12: 'pkcs12',
	'private-key': 'der',
	'public-key': 'der',
	'revocation-list': 'der',
	unknown: 'der',
	damaged: 'der',
};

type DerReader = (root: Asn1Element, placement: DerPlacement) => Contents;

const readers: Readonly<Record<DerKind, DerReader>> = {
	certificate: readOne,
	'certificate-path': (root, placement) => readMany(childrenOf(root), placement),
	request: (root, { spanOf }) => requestContents(encodingOf(root), spanOf(root.start, root.end)),
	pkcs7: (root, placement) => readMany(pkcs7Certificates(root), placement),
	pkcs12: () => noContents,
	'private-key': () => ({ ...noContents, privateKeys: 1 }),
	'public-key': () => ({ ...noContents, others: ['public-key'] }),
	'revocation-list': () => ({ ...noContents, others: ['revocation-list'] }),
	unknown: () => ({ ...noContents, others: ['unknown'] }),
};

/**
 * Reads one element of DER or BER: a certificate, a request, a PKCS#7 or PkiPath with certificates. Certificates that follow the
 * first, one behind the other, are read too.
 */
export function readDer(bytes: Uint8Array, placement: DerPlacement): DerReading {
	const root = readAsn1(bytes);
	if (typeof root === 'string') {
		const span = placement.spanOf(0, bytes.length);
		return {
			kind: 'damaged',
			contents: only(containerFinding('certificate.container-asn1', span, { fault: root })),
		};
	}
	const kind = derKind(root);
	const contents = readers[kind](root, placement);
	return { kind, contents: joined([contents, readRest(bytes, root.end, placement)]) };
}

function readOne(root: Asn1Element, { spanOf, alias, role }: DerPlacement): Contents {
	return certificateContents(encodingOf(root), { alias, role, span: spanOf(root.start, root.end) });
}

function readMany(elements: readonly Asn1Element[], placement: DerPlacement): Contents {
	return joined(elements.map((element) => readOne(element, placement)));
}

/** More certificates behind the first, or else bytes that do not belong there. */
function readRest(bytes: Uint8Array, end: number, placement: DerPlacement): Contents {
	const parts: Contents[] = [];
	let position = end;
	while (position < bytes.length) {
		const next = readAsn1(bytes, position);
		if (typeof next === 'string' || derKind(next) !== 'certificate') {
			const rest = bytes.length - position;
			const span = placement.spanOf(position, bytes.length);
			parts.push(only(containerFinding('certificate.container-trailing-data', span, { bytes: rest })));
			break;
		}
		parts.push(readOne(next, placement));
		position = next.end;
	}
	return joined(parts);
}
