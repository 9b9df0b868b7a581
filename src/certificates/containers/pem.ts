import type { Finding, Span } from '../../finding';
import { encodingOf } from '../asn1/element';
import { readAsn1 } from '../asn1/read';
import { containerFinding } from '../containerTexts';
import { readBase64 } from './base64';
import type { Contents } from './container';
import { joined, noContents, only, withDuplicates } from './contents';
import type { DerReading } from './der';
import { readDer } from './der';

/**
 * A line such as `-----BEGIN CERTIFICATE-----`, also with too few or too many dashes, or with those that a word processor makes of them. Where
 * files were joined of which the last line had no end, the dashes of END and BEGIN stand in a row: five for each.
 */
const boundaryPattern =
	/(?:(?<![-‐-―−])|(?<=END [A-Z0-9 ]{1,60}-----))([-‐-―−]{2,10})([ \t]{0,3})(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,60}?)([ \t]{0,3})(-----(?=-----BEGIN )|[-‐-―−]{2,10}(?![-‐-―−]))/g;

const dashes = '-----';

interface Boundary {
	readonly kind: 'BEGIN' | 'END';
	readonly label: string;
	readonly span: Span;
	/** Just five dashes on both sides. */
	readonly isExact: boolean;
}

/** Whether a text has anything of PEM in it. */
export function looksLikePem(text: string): boolean {
	return text.search(boundaryPattern) !== -1;
}

export interface PemReading {
	/** `pkcs7` or `csr` when it has blocks of only that kind, private keys left aside. */
	readonly format: 'pem' | 'pkcs7' | 'csr';
	readonly contents: Contents;
}

/** A part of a PEM, and the kind of its content when there is any. */
interface Part {
	readonly kind?: DerReading['kind'];
	readonly contents: Contents;
}

/**
 * Reads PEM (RFC 7468): any number of blocks, with any text around them. What a block holds is told by its content, not by its
 * label, but for private keys, whose content is not looked at.
 */
export function readPem(source: string): PemReading {
	const text = withoutEscapes(source);
	const boundaries = [...text.matchAll(boundaryPattern)].map(boundaryOf);
	const parts: Part[] = [...escapesIn(source), ...sharedLineIn(text, boundaries)];
	let begin: Boundary | undefined;
	/** Where the text begins in which the name of the next block may stand. */
	let textStart = 0;
	for (const boundary of boundaries) {
		if (!boundary.isExact) {
			parts.push(inexact(boundary));
		}
		if (boundary.kind === 'BEGIN') {
			parts.push(...unfinished(begin));
			begin = boundary;
		} else {
			const alias = begin === undefined ? null : aliasIn(source.slice(textStart, begin.span.start));
			parts.push(...readUntil(text, begin, boundary, alias));
			begin = undefined;
			textStart = boundary.span.end;
		}
	}
	parts.push(...unfinished(begin));
	const contents = withDuplicates(joined(parts.map((part) => part.contents)));
	return { format: formatOf(parts.flatMap(({ kind }) => kind ?? [])), contents };
}

/** In a string of JSON or in an environment variable line ends are written as `\n`. Offsets stay as they are. */
function withoutEscapes(text: string): string {
	return text.replace(/\\+[rn]/g, (escape) => ' '.repeat(escape.length - 1) + '\n');
}

/** Says once that there are such line ends, at the first of them. */
function escapesIn(source: string): readonly Part[] {
	const found = /(?<=-----)\\+[rn]/.exec(source);
	if (found === null) {
		return [];
	}
	const span = { start: found.index, end: found.index + found[0].length };
	return [remark(containerFinding('certificate.container-pem-escapes', span, {}))];
}

/** Says once that base64 stands on the line of a BEGIN or END, at the first of them: of a file whose line ends were lost. */
function sharedLineIn(text: string, boundaries: readonly Boundary[]): readonly Part[] {
	const shared = boundaries.find(({ kind, span }, index) => {
		const between = text.slice(
			kind === 'BEGIN' ? span.end : (boundaries[index - 1]?.span.end ?? 0),
			kind === 'BEGIN' ? (boundaries[index + 1]?.span.start ?? text.length) : span.start,
		);
		const joinsNext = kind === 'END' && boundaries[index + 1]?.span.start === span.end;
		return joinsNext || !(kind === 'BEGIN' ? /^[ \t]*(?:\r?\n|$)/ : /\n[ \t]*$/).test(between);
	});
	return shared === undefined
		? []
		: [remark(containerFinding('certificate.container-pem-form', shared.span, { reason: 'lines' }))];
}

function formatOf([first, ...others]: readonly DerReading['kind'][]): PemReading['format'] {
	const isUniform = others.every((kind) => kind === first);
	return isUniform && first === 'pkcs7' ? 'pkcs7' : isUniform && first === 'request' ? 'csr' : 'pem';
}

function boundaryOf(match: RegExpExecArray): Boundary {
	const [whole, before = '', gap = '', kind = '', label = '', trailing = '', after = ''] = match;
	return {
		kind: kind === 'BEGIN' ? 'BEGIN' : 'END',
		label,
		span: { start: match.index, end: match.index + whole.length },
		isExact: before === dashes && after === dashes && gap === '' && trailing === '',
	};
}

/** A part that is nothing but a finding. */
function remark(finding: Finding): Part {
	return { contents: only(finding) };
}

/** A private key, when the label says so: its content is not looked at. */
function privateKey({ label }: Boundary): readonly Part[] {
	return label.endsWith('PRIVATE KEY') ? [{ contents: { ...noContents, privateKeys: 1 } }] : [];
}

function inexact({ span, kind, label }: Boundary): Part {
	return remark(
		containerFinding('certificate.container-pem-dashes', span, { expected: `-----${kind} ${label}-----` }),
	);
}

/** What is to be said of a block that has no end. */
function unfinished(begin: Boundary | undefined): readonly Part[] {
	return begin === undefined
		? []
		: [
				remark(containerFinding('certificate.container-pem-end', begin.span, { label: begin.label })),
				...privateKey(begin),
			];
}

function readUntil(
	text: string,
	begin: Boundary | undefined,
	end: Boundary,
	alias: string | null,
): readonly Part[] {
	if (begin === undefined) {
		return [
			remark(containerFinding('certificate.container-pem-begin', end.span, { label: end.label })),
			...privateKey(end),
		];
	}
	const labels = { begin: begin.label, end: end.label };
	return [
		...(labels.begin === labels.end
			? []
			: [remark(containerFinding('certificate.container-pem-labels', end.span, labels))]),
		readBlock(text, begin, end, alias),
	];
}

/** The name that `openssl pkcs12` and `keytool -list -rfc` write above a certificate. */
function aliasIn(text: string): string | null {
	const names = [...text.matchAll(/^[ \t]*(?:friendlyName|Alias name): ?(.*\S)[ \t]*\r?$/gm)];
	return names.at(-1)?.[1] ?? null;
}

function readBlock(text: string, begin: Boundary, end: Boundary, alias: string | null): Part {
	const { label } = begin;
	const [key] = privateKey(begin);
	if (key !== undefined) {
		return key;
	}
	const bodyStart = begin.span.end + headersLength(text.slice(begin.span.end, end.span.start));
	const body = readBase64(text, { start: bodyStart, end: end.span.start });
	if (body.fault !== undefined) {
		const { span, character } = body.fault;
		return remark(containerFinding('certificate.container-base64', span, { place: label, character }));
	}
	const span = { start: begin.span.start, end: end.span.end };
	// OpenSSL writes what a certificate is trusted for behind it.
	const isTrusted = label === 'TRUSTED CERTIFICATE';
	const bytes = isTrusted ? firstElement(body.bytes) : body.bytes;
	return readDer(bytes, { alias, role: isTrusted ? 'trusted' : 'plain', spanOf: () => span });
}

/** Headers of the old form (RFC 1421): lines with a name and a colon, then an empty line. */
function headersLength(body: string): number {
	return /^\s*(?:[A-Za-z][\w-]*: [^\r\n]*\r?\n)+\s*/.exec(body)?.[0].length ?? 0;
}

function firstElement(bytes: Uint8Array): Uint8Array {
	const element = readAsn1(bytes);
	return typeof element === 'string' ? bytes : encodingOf(element);
}
