import { containerFinding } from '../containerTexts';
import type { Contents, EntryRole } from './container';
import { certificateContents, joined, noContents, only } from './contents';

const magics = new Map([
	[0xfeedfeed, 'jks'],
	[0xcececece, 'jceks'],
] as const);

/** Lengths of the parts of an entry, in bytes. */
const headerLength = 12;
const digestLength = 20;

const entryTags = { key: 1, trusted: 2, secret: 3 } as const;

/** Whether bytes are a keystore of Java, by their first four. */
export function keystoreFormat(bytes: Uint8Array): 'jks' | 'jceks' | undefined {
	return bytes.length < 4 ? undefined : magics.get(viewOf(bytes).getUint32(0) as 0xfeedfeed | 0xcececece);
}

/**
 * Reads the certificates of a JKS or JCEKS, for which no password is needed: only the private keys in it are encrypted, and
 * these are skipped. The digest at its end, which the password protects, is not verified.
 */
export function readKeystore(bytes: Uint8Array): Contents {
	const reader = new KeystoreReader(bytes);
	return reader.read();
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Walks through a keystore; a number that would lie past the end is `undefined`. All numbers are big endian. */
class KeystoreReader {
	private readonly view: DataView;
	private readonly end: number;
	private position = headerLength;
	private readonly parts: Contents[] = [];

	constructor(private readonly bytes: Uint8Array) {
		this.view = viewOf(bytes);
		this.end = bytes.length - digestLength;
	}

	read(): Contents {
		const { parts, view } = this;
		const count = this.bytes.length < headerLength ? 0 : view.getUint32(8);
		let read = 0;
		while (read < count && this.readEntry()) {
			read++;
		}
		if (read < count || this.bytes.length < headerLength + digestLength) {
			const span = { start: Math.min(this.position, this.bytes.length), end: this.bytes.length };
			parts.push(only(containerFinding('certificate.container-keystore', span, { read, count })));
		}
		return joined(parts);
	}

	/** False when it is damaged: what comes behind it cannot be found then. */
	private readEntry(): boolean {
		const tag = this.number(4);
		const alias = this.text();
		const timestamp = this.number(8);
		if (timestamp === undefined || alias === undefined) {
			return false;
		}
		switch (tag) {
			case entryTags.key:
				return this.readKeyEntry(alias);
			case entryTags.trusted:
				return this.readCertificate(alias, 'trusted');
			case entryTags.secret:
				return this.skipSecret(alias);
			default:
				return false;
		}
	}

	private readKeyEntry(alias: string): boolean {
		const keyLength = this.number(4);
		if (keyLength === undefined || !this.skip(keyLength)) {
			return false;
		}
		this.parts.push({ ...noContents, privateKeys: 1 });
		const count = this.number(4);
		if (count === undefined) {
			return false;
		}
		for (let index = 0; index < count; index++) {
			if (!this.readCertificate(alias, index === 0 ? 'key' : 'chain')) {
				return false;
			}
		}
		return true;
	}

	private readCertificate(alias: string, role: EntryRole): boolean {
		const type = this.text();
		const length = this.number(4);
		const start = this.position;
		if (type === undefined || length === undefined || !this.skip(length)) {
			return false;
		}
		const span = { start, end: start + length };
		this.parts.push(certificateContents(this.bytes.subarray(start, span.end), { alias, role, span }));
		return true;
	}

	/**
	 * A secret key is a serialised Java object whose length is written nowhere: what follows is found by looking for the
	 * next thing that has the form of an entry.
	 */
	private skipSecret(alias: string): boolean {
		const start = this.position;
		while (this.position < this.end && !this.isAtEntry()) {
			this.position++;
		}
		const span = { start, end: this.position };
		this.parts.push(only(containerFinding('certificate.container-secret-key', span, { alias })));
		return true;
	}

	/** Whether something here has the form of an entry: tag, alias, a moment from 1995 to 2223, and a certificate if it must. */
	private isAtEntry(): boolean {
		const start = this.position;
		const tag = this.number(4);
		const isTag = tag === entryTags.key || tag === entryTags.trusted || tag === entryTags.secret;
		const aliasLength = isTag ? this.number(2) : undefined;
		const timestamp = aliasLength !== undefined && this.skip(aliasLength) ? this.number(8) : undefined;
		const isMoment = timestamp !== undefined && timestamp > 8e11 && timestamp < 8e12;
		const isEntry = isMoment && (tag !== entryTags.trusted || this.number(2) === 'X.509'.length);
		this.position = start;
		return isEntry;
	}

	private number(size: 2 | 4 | 8): number | undefined {
		const start = this.position;
		if (!this.skip(size)) {
			return undefined;
		}
		switch (size) {
			case 2:
				return this.view.getUint16(start);
			case 4:
				return this.view.getUint32(start);
			case 8:
				return Number(this.view.getBigUint64(start));
		}
	}

	/** Text as Java's DataOutput writes it: 2 bytes for its length, then modified UTF-8. */
	private text(): string | undefined {
		const length = this.number(2);
		const start = this.position;
		return length !== undefined && this.skip(length)
			? decodeModifiedUtf8(this.bytes.subarray(start, start + length))
			: undefined;
	}

	private skip(length: number): boolean {
		if (this.position + length > this.end) {
			return false;
		}
		this.position += length;
		return true;
	}
}

/** UTF-8 of UTF-16 units, one by one: a character outside the first plane has six bytes, which no decoder of UTF-8 takes, and NUL two. */
function decodeModifiedUtf8(bytes: Uint8Array): string {
	const unitOf = (units: string): string => {
		const [first = 0, second = 0, third = 0] = Buffer.from(units, 'latin1');
		return String.fromCharCode(
			units.length === 2
				? ((first & 0x1f) << 6) | (second & 0x3f)
				: ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f),
		);
	};
	return Buffer.from(bytes)
		.toString('latin1')
		.replace(/[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\x80-\xff]/g, (units) =>
			units.length === 1 ? '\ufffd' : unitOf(units),
		);
}
