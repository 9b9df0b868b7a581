import { verdictWords } from '../../../certificates/verdictWords';
import { explain } from '../../../validation/explain';
import { escapeMarkdown } from '../describe/escapeMarkdown';
import { dayWords, daysLeftWords, type Words } from '../describe/words';
import type { Entry, Group, GroupId } from './groupCertificates';

/** How a node of the view reads. */
export interface NodeWords {
	readonly label: string;
	readonly description: string;
	/** Markdown. */
	readonly tooltip: string;
	/** What a screen reader says. */
	readonly spoken: string;
}

export function describeGroup({ id, entries }: Group, warnDays: number, { t }: Words): NodeWords {
	const labels: Readonly<Record<GroupId, string>> = {
		expired: t('Expired'),
		expiring: t('Expires within {0} days', warnDays),
		fine: t('Valid'),
		locked: t('Locked'),
	};
	const label = labels[id];
	const description = String(entries.length);
	return { label, description, tooltip: '', spoken: `${label}: ${description}` };
}

/** @param path The file as it is called in the workspace. */
export function describeEntry(entry: Entry, path: string, words: Words): NodeWords {
	const { t } = words;
	switch (entry.kind) {
		case 'locked':
			return {
				label: path,
				description: t('needs a password'),
				tooltip: t('Open it to give the password.'),
				spoken: t('{0}: locked, needs a password', path),
			};
		case 'authorities': {
			const description = t('{0} CA certificates', entry.count);
			return { label: path, description, tooltip: '', spoken: `${path}: ${description}` };
		}
		case 'certificate':
			return describeCertificateEntry(entry, path, words);
	}
}

function describeCertificateEntry(
	{ certificate }: Extract<Entry, { kind: 'certificate' }>,
	path: string,
	words: Words,
): NodeWords {
	const { t } = words;
	const { subject, oin, notAfter, verdict } = certificate;
	const left = daysLeftWords(certificate, words);
	const judgement =
		verdict === null
			? t('CA certificate, part of a chain')
			: verdictWords(verdict, (finding) => explain(finding, t).problem, t);
	const facts = [
		...(oin === null ? [] : [`OIN/HRN: ${oin}`]),
		`${t('Valid to')}: ${dayWords(notAfter, words)} (${left})`,
		`${t('File')}: ${path}`,
	];
	return {
		label: subject,
		description: `${left} · ${path}`,
		tooltip: [
			`**${escapeMarkdown(subject)}**`,
			escapeMarkdown(judgement),
			...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
		]
			.join('\n\n')
			.replaceAll('\n\n- ', '\n- '),
		spoken: `${subject}, ${left}. ${judgement}. ${facts.join(', ')}`,
	};
}
