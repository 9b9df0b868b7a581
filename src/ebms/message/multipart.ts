/** The part of a MIME message that holds the SOAP envelope. */
export interface RootPart {
	readonly contentType: string;
	readonly body: Uint8Array;
}

/** A part that goes along with the envelope: a payload. */
export interface OtherPart extends RootPart {
	/** With its angle brackets; `undefined` when it has none. */
	readonly contentId: string | undefined;
}

export interface MessageParts {
	readonly root: RootPart;
	readonly others: readonly OtherPart[];
}

/**
 * Takes the root part out of a `multipart/related` body (RFC 2387): the one that `start` names, else the first.
 *
 * @returns The whole body when it is not multipart; `undefined` when it says that it is, but has no parts.
 */
export function rootPartOf(contentType: string, body: Buffer): RootPart | undefined {
	return partsOf(contentType, body)?.root;
}

/** The root part, as {@link rootPartOf} has it, and the parts that go along with it. */
export function partsOf(contentType: string, body: Buffer): MessageParts | undefined {
	if (!/^\s*multipart\//i.test(contentType)) {
		return { root: { contentType, body }, others: [] };
	}
	const boundary = parameterOf(contentType, 'boundary');
	const start = parameterOf(contentType, 'start');
	const parts = boundary === undefined ? [] : partsIn(body.toString('latin1'), boundary).map(readPart);
	const root = parts.find(({ contentId }) => start !== undefined && isSameId(contentId, start)) ?? parts[0];
	return root === undefined ? undefined : { root, others: parts.filter((part) => part !== root) };
}

/** Not everybody writes the angle brackets in both places. */
function isSameId(contentId: string | undefined, start: string): boolean {
	const bare = (id: string): string => id.trim().replace(/^<(.*)>$/, '$1');
	return contentId !== undefined && bare(contentId) === bare(start);
}

/** A parameter of a MIME header, with or without quotes (RFC 2045 §5.1). */
function parameterOf(header: string, name: string): string | undefined {
	const [, quoted, bare] =
		new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? [];
	return quoted ?? bare;
}

/** What stands between the boundaries, each part with its headers; as Latin-1, so that a character is an octet. */
function partsIn(body: string, boundary: string): readonly string[] {
	const parts: string[] = [];
	const mark = `--${boundary}`;
	let start = body.startsWith(mark) ? 0 : after(body.indexOf(`\n${mark}`), 1);
	while (start !== -1) {
		const next = body.indexOf(`\n${mark}`, start + mark.length);
		if (!body.startsWith('--', start + mark.length)) {
			const part = body.slice(start + mark.length, next === -1 ? undefined : next);
			parts.push(part.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''));
		}
		start = after(next, 1);
	}
	return parts;
}

function after(index: number, length: number): number {
	return index === -1 ? -1 : index + length;
}

function readPart(part: string): OtherPart {
	const [, gap = ''] = /(^\r?\n|\r?\n\r?\n)/.exec(part) ?? [];
	const end = part.indexOf(gap);
	const headers = part.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
	const header = (name: string): string | undefined =>
		new RegExp(`^${name}[ \\t]*:[ \\t]*(.*?)[ \\t]*\\r?$`, 'im').exec(headers)?.[1];
	const content = part.slice(end + gap.length);
	return {
		contentId: header('Content-ID'),
		contentType: header('Content-Type') ?? 'text/xml',
		body: decodeTransfer(content, header('Content-Transfer-Encoding')?.toLowerCase() ?? ''),
	};
}

/** RFC 2045 §6. Digikoppeling wants none of it, but some stacks do it all the same. */
function decodeTransfer(content: string, encoding: string): Buffer {
	switch (encoding) {
		case 'base64':
			return Buffer.from(content, 'base64');
		case 'quoted-printable':
			return Buffer.from(
				content
					.replace(/=[ \t]*\r?\n/g, '')
					.replace(/=([0-9A-Fa-f]{2})/g, (_, octet: string) => String.fromCharCode(parseInt(octet, 16))),
				'latin1',
			);
		default:
			return Buffer.from(content, 'latin1');
	}
}
