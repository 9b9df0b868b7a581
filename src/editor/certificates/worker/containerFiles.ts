import { readFileSync, statSync } from 'node:fs';
import { containerFinding } from '../../../certificates/containerTexts';
import type { Container } from '../../../certificates/containers/container';
import {
	maxContainerSize,
	readContainer,
	type ContainerOptions,
} from '../../../certificates/containers/readContainer';
import type { Finding } from '../../../finding';
import { checkFinding } from '../../../validation/texts';

/** A file with certificates that was read, or why it could not be. */
export type ReadFile = { readonly container: Container } | { readonly unreadable: Finding };

/** Files with certificates; what was read without a password is kept as long as the file does not change. */
export interface ContainerFiles {
	readonly read: (file: string, options?: ContainerOptions) => ReadFile;
}

export function createContainerFiles(): ContainerFiles {
	const kept = new Map<string, { readonly stamp: string; readonly container: Container }>();
	return {
		read(file, options = {}) {
			try {
				const { size, mtimeMs } = statSync(file);
				const stamp = `${size} ${mtimeMs}`;
				const before = kept.get(file);
				if (options.password === undefined && before?.stamp === stamp) {
					return { container: before.container };
				}
				const container =
					size > maxContainerSize ? tooLarge(size) : readContainer(readFileSync(file), options);
				if (options.password === undefined) {
					kept.set(file, { stamp, container });
				}
				return { container };
			} catch (error) {
				return {
					unreadable: checkFinding('check.unreadable', { start: 0, end: 0 }, { reason: reasonOf(error) }),
				};
			}
		},
	};
}

/** Without reading it: the size says enough. */
function tooLarge(size: number): Container {
	const data = { size, limit: maxContainerSize };
	return {
		state: 'unreadable',
		findings: [containerFinding('certificate.container-too-large', { start: 0, end: 0 }, data)],
	};
}

function reasonOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: String(error);
}
