import assert from 'node:assert/strict';
import type { Container } from '../../../../src/certificates/containers/container';
import { readContainer, type ContainerOptions } from '../../../../src/certificates/containers/readContainer';
import type { Issued } from '../pki/issue';

/** A container in few words, to compare with. */
export interface Summary {
	readonly format: string;
	/** `alias role name`, the alias `-` when there is none. */
	readonly entries: readonly string[];
	readonly privateKeys: number;
	readonly findings: readonly string[];
}

/** Reads a container that must be readable, and tells what is in it. */
export function summaryOf(bytes: Uint8Array, options: ContainerOptions = {}): Summary {
	const container = readable(bytes, options);
	return {
		format: container.format,
		entries: container.entries.map(
			({ alias, role, certificate }) => `${alias ?? '-'} ${role} ${certificate.sha256}`,
		),
		privateKeys: container.privateKeys,
		findings: container.findings.map(({ code }) => code),
	};
}

/** Reads a container that must be readable. */
export function readable(
	bytes: Uint8Array,
	options: ContainerOptions = {},
): Extract<Container, { readonly state: 'read' }> {
	const container = readContainer(bytes, options);
	assert.ok(container.state === 'read', `The container is ${container.state}`);
	return container;
}

/** How {@link summaryOf} writes an entry. */
export function entry(issued: Issued, role = 'plain', alias = '-'): string {
	return `${alias} ${role} ${issued.certificate.sha256}`;
}

/** The findings of a text, each with the part of the text that it is about. */
export function findingsIn(text: string): readonly (readonly [code: string, at: string])[] {
	const container = readContainer(Buffer.from(text, 'utf8'));
	return container.findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}
