import { readFileSync, statSync } from 'node:fs';
import type { Container } from '../../../certificates/containers/container';
import {
	maxContainerSize,
	readContainer,
	tooLarge,
	type ContainerOptions,
} from '../../../certificates/containers/readContainer';
import type { FileToInspect } from '../../../certificates/inspect';
import { usesInDocument } from '../../../documents/usesInDocument';
import type { Finding } from '../../../finding';
import { checkFinding } from '../../../validation/texts';
import { decodeXml } from '../../../xml/decode';

/** A file with certificates that was read, or why it could not be. */
export type ReadFile = ReadContainer | { readonly unreadable: Finding };

/** What was read, and for a document of a kind that we know what it uses its certificates for. */
export interface ReadContainer extends Pick<FileToInspect, 'uses'> {
	readonly container: Container;
}

/** Reads what may hold certificates. */
export function readBytes(bytes: Uint8Array, options: ContainerOptions): ReadContainer {
	const container = readContainer(bytes, options);
	if (container.state !== 'read' || container.format !== 'xml') {
		return { container };
	}
	// What a document uses its certificates for does not depend on the moment.
	return { container, uses: usesInDocument(decodeXml(bytes).text, container.entries, new Date(0)) };
}

/** Files with certificates; what was read without a password is kept as long as the file does not change. */
export interface ContainerFiles {
	readonly read: (file: string, options?: ContainerOptions) => ReadFile;
	/**
	 * Reads a file for a list of many: most XML documents hold no certificate, and those are not parsed.
	 *
	 * @returns `undefined` for such a document.
	 */
	readonly readIfPromising: (file: string) => ReadFile | undefined;
}

export function createContainerFiles(): ContainerFiles {
	const kept = new Map<string, { readonly stamp: string; readonly found: ReadContainer }>();
	/** Documents without certificates, by the stamp that they had. */
	const barren = new Map<string, string>();

	const read: ContainerFiles['read'] = (file, options = {}) =>
		orUnreadable(() => {
			const { size, stamp } = stampOf(file);
			const before = kept.get(file);
			if (options.password === undefined && before?.stamp === stamp) {
				return before.found;
			}
			const found =
				size > maxContainerSize ? { container: tooLarge(size) } : readBytes(readFileSync(file), options);
			if (options.password === undefined) {
				kept.set(file, { stamp, found });
			}
			return found;
		});

	return {
		read,
		readIfPromising(file) {
			if (!/\.xml$/i.test(file)) {
				return read(file);
			}
			return orUnreadable(() => {
				const { size, stamp } = stampOf(file);
				if (barren.get(file) === stamp) {
					return undefined;
				}
				if (size <= maxContainerSize && !namesCertificates(readFileSync(file))) {
					barren.set(file, stamp);
					return undefined;
				}
				return read(file);
			});
		},
	};
}

/** Other bytes, another stamp. */
function stampOf(file: string): { readonly size: number; readonly stamp: string } {
	const { size, mtimeMs } = statSync(file);
	return { size, stamp: `${size} ${mtimeMs}` };
}

/** What stands around certificates in XML. */
function namesCertificates(bytes: Buffer): boolean {
	return ['X509Certificate', 'BinarySecurityToken'].some(
		(name) => bytes.includes(name) || bytes.includes(name, 0, 'utf16le'),
	);
}

function orUnreadable<Result>(read: () => Result): Result | { readonly unreadable: Finding } {
	try {
		return read();
	} catch (error) {
		return {
			unreadable: checkFinding('check.unreadable', { start: 0, end: 0 }, { reason: reasonOf(error) }),
		};
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: String(error);
}
