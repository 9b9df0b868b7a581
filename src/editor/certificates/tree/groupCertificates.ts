import type { SurveyedCertificate, SurveyedFile } from '../worker/protocol';

/** How urgent certificates are; `locked` are files that need a password. */
export type GroupId = 'expired' | 'expiring' | 'fine' | 'locked';

export type Entry =
	| { readonly kind: 'certificate'; readonly file: string; readonly certificate: SurveyedCertificate }
	| { readonly kind: 'authorities'; readonly file: string; readonly count: number }
	| { readonly kind: 'locked'; readonly file: string };

/** What stands before an entry: the sign of its group, unless it is valid for long but will not do for Digikoppeling. */
export type Sign = GroupId | 'unsuitable';

export function signOf(entry: Entry, group: GroupId): Sign {
	const isUnsuitable = entry.kind === 'certificate' && entry.certificate.verdict?.kind === 'unsuitable';
	return group === 'fine' && isUnsuitable ? 'unsuitable' : group;
}

export interface Group {
	readonly id: GroupId;
	/** Those that end first stand first. */
	readonly entries: readonly Entry[];
}

const order: readonly GroupId[] = ['expired', 'expiring', 'fine', 'locked'];

const dayLength = 24 * 60 * 60 * 1000;

/** Puts what was found in groups; those with nothing in them are left out. */
export function groupCertificates(
	files: readonly SurveyedFile[],
	moment: Date,
	warnDays: number,
): readonly Group[] {
	const groups = new Map<GroupId, Entry[]>(order.map((id) => [id, []]));
	for (const entry of files.flatMap(entriesOf)) {
		groups.get(groupOf(entry, moment, warnDays))?.push(entry);
	}
	return [...groups]
		.filter(([, entries]) => entries.length > 0)
		.map(([id, entries]) => ({ id, entries: entries.toSorted(byEnd) }));
}

function entriesOf(surveyed: SurveyedFile): readonly Entry[] {
	const { file } = surveyed;
	switch (surveyed.state) {
		case 'nothing':
			return [];
		case 'locked':
			return [{ kind: 'locked', file }];
		case 'authorities':
			return [{ kind: 'authorities', file, count: surveyed.count }];
		case 'read':
			return surveyed.certificates.map((certificate) => ({ kind: 'certificate', file, certificate }));
	}
}

function groupOf(entry: Entry, moment: Date, warnDays: number): GroupId {
	switch (entry.kind) {
		case 'locked':
			return 'locked';
		case 'authorities':
			return 'fine';
		case 'certificate': {
			const { notAfter } = entry.certificate;
			if (moment > notAfter) {
				return 'expired';
			}
			return notAfter.getTime() - moment.getTime() <= warnDays * dayLength ? 'expiring' : 'fine';
		}
	}
}

function byEnd(one: Entry, other: Entry): number {
	return endOf(one) - endOf(other) || (one.file < other.file ? -1 : one.file > other.file ? 1 : 0);
}

function endOf(entry: Entry): number {
	return entry.kind === 'certificate' ? entry.certificate.notAfter.getTime() : Infinity;
}

/** How many certificates need attention soon. */
export function countUrgent(groups: readonly Group[]): number {
	return groups
		.filter(({ id }) => id === 'expired' || id === 'expiring')
		.reduce((sum, { entries }) => sum + entries.length, 0);
}
