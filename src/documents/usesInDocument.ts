import type { ContainerEntry } from '../certificates/containers/container';
import type { UseToJudge } from '../certificates/inspect';
import type { Span } from '../finding';
import { parseXml } from '../xml/parse';
import type { XmlDocument } from '../xml/tree';
import type { IntendedUse } from './intendedUse';
import { recognise } from './registry';

/** What a document of a kind that we know uses the certificates in it for; empty for another. */
export function intendedUsesIn(document: XmlDocument, now: Date): readonly IntendedUse[] {
	const recognised = recognise(document);
	return recognised?.kind.certificateUses?.({ document, root: recognised.root, now }) ?? [];
}

/** The use that a certificate in a document stands in. */
export function useOf({ span }: ContainerEntry, uses: readonly IntendedUse[]): IntendedUse | undefined {
	return uses.find(({ within }) => isWithin(span, within));
}

function isWithin(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * What a document uses each of its certificates for, by their SHA-256; those of which it does not say are not in it. One that is used as
 * client and as server for the same party is used as both.
 *
 * @param entries With spans in the text.
 */
export function usesInDocument(
	text: string,
	entries: readonly ContainerEntry[],
	now: Date,
): ReadonlyMap<string, readonly UseToJudge[]> {
	const uses = intendedUsesIn(parseXml(text), now);
	const found = new Map<string, readonly UseToJudge[]>();
	for (const entry of entries) {
		const use = useOf(entry, uses);
		if (use !== undefined) {
			const { sha256 } = entry.certificate;
			found.set(sha256, withUse(found.get(sha256) ?? [], asked(use)));
		}
	}
	return found;
}

function asked({ purpose, host, oin }: IntendedUse): UseToJudge {
	return purpose === null ? null : { purpose, host, expectedOin: oin };
}

/** Adds a use to others, or to one of them that it goes together with. */
function withUse(uses: readonly UseToJudge[], use: UseToJudge): readonly UseToJudge[] {
	const index = uses.findIndex((other) => together(other, use) !== undefined);
	const joined = together(uses[index], use);
	return joined === undefined ? [...uses, use] : uses.toSpliced(index, 1, joined);
}

/** Two uses as one; `undefined` when they ask different things. */
function together(one: UseToJudge | undefined, other: UseToJudge): UseToJudge | undefined {
	if (one === undefined || one === null || other === null) {
		return one === other ? other : undefined;
	}
	const isSame =
		one.expectedOin === other.expectedOin &&
		(one.host === null || other.host === null || one.host === other.host);
	return isSame
		? {
				purpose: one.purpose === other.purpose ? one.purpose : 'both',
				host: one.host ?? other.host,
				expectedOin: one.expectedOin,
			}
		: undefined;
}
