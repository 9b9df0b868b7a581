import { displayNameOf } from '../../../certificates/displayName';
import { verdictWords } from '../../../certificates/verdictWords';
import { explainOin } from '../../../identifiers/oin';
import { explain } from '../../../validation/explain';
import type { DocumentCertificate } from '../worker/protocol';
import { escapeIcons } from './escapeIcons';
import { escapeMarkdown } from './escapeMarkdown';
import { dayWords, daysLeftWords, type Words } from './words';

/** What stands above a certificate in a document: whose it is and how long it is valid. */
export function lensTitle({ inspected }: DocumentCertificate, words: Words): string {
	const { certificate } = inspected.entry;
	const icon =
		inspected.verdict === null
			? '$(organization)'
			: { suitable: '$(pass)', attention: '$(warning)', unsuitable: '$(error)' }[inspected.verdict.kind];
	return [
		`${icon} ${escapeIcons(displayNameOf(certificate.subject))}`,
		...(inspected.oin?.parsed.kind === 'oin' ? [`OIN ${inspected.oin.value}`] : []),
		daysLeftWords(certificate, words),
	].join(' · ');
}

/** The main facts of a certificate in a document. Markdown. */
export function hoverText({ inspected, purpose }: DocumentCertificate, words: Words): string {
	const { t } = words;
	const { entry, oin, verdict } = inspected;
	const { certificate } = entry;
	const { subject, issuer, notBefore, notAfter } = certificate;
	const judgement =
		verdict === null
			? t('CA certificate, part of a chain')
			: verdictWords(verdict, (finding) => explain(finding, t).problem, t);
	const uses = { client: t('client'), server: t('server'), both: t('client and server') };
	const facts: readonly (readonly [label: string, value: string])[] = [
		[t('Subject'), displayNameOf(subject)],
		...(oin?.parsed.kind === 'oin'
			? [['OIN/HRN', `${oin.value}. ${explainOin(oin.parsed, t)}`] as const]
			: []),
		[
			t('Valid'),
			`${t('{0} to {1}', dayWords(notBefore, words), dayWords(notAfter, words))} (${daysLeftWords(certificate, words)})`,
		],
		[t('Issuer'), displayNameOf(issuer)],
		...(purpose === null ? [] : [[t('Used as'), uses[purpose]] as const]),
	];
	return [
		`**${escapeMarkdown(judgement)}**`,
		facts.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join('\n'),
	].join('\n\n');
}
