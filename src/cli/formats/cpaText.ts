import { dayOf } from '../../certificates/profile/judged';
import { displayNameOf } from '../../certificates/displayName';
import type { CpaRole, PlacedMoment } from '../../documents/cpa/agreement';
import {
	summarizeCpa,
	type CertificateSummary,
	type ChannelSummary,
	type PartySummary,
} from '../../documents/cpa/summary';
import { certificateUsesWords, daysUntilWords, pongWords } from '../../documents/cpa/summaryWords';
import type { Severity } from '../../finding';
import { printable } from '../../printable';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { LocatedFinding, Position } from '../../validation/report';
import type { CpaReport } from '../cpaReport';
import type { Colours } from '../output';
import { comparisonText } from './comparisonText';
import { countsInWords, paint, severityWords } from './severityWords';

/** What is in a CPA and what is wrong with it, for people. */
export function* cpaText(report: CpaReport, t: Translate, colours: Colours): Iterable<string> {
	const { file, findings, truncated, moment } = report;
	const cpa = summarizeCpa(report.cpa);
	const isValid = !findings.some(({ severity }) => severity === 'error');
	const verdict = isValid ? colours.green(t('in order')) : colours.red(t('with errors'));
	yield `${colours.underline(printable(file))}  ${verdict}\n`;
	yield* rows('  ', [
		['CPA-id', cpa.cpaId?.value ?? t('missing')],
		['Status', cpa.status?.value ?? t('missing')],
		[t('Valid'), period(cpa.start, cpa.end, moment, t)],
	]);
	for (const party of cpa.parties) {
		yield `\n  ${colours.bold(printable(party.name ?? t('party without name')))}\n`;
		yield* rows('    ', partyRows(party, moment, t));
	}
	yield '\n';
	for (const finding of findings) {
		yield* findingLines(finding, t, colours);
	}
	if (truncated) {
		yield `  ${t('There are more findings in this file.')}\n`;
	}
	const counts = countsInWords(countsOf(findings), t);
	yield counts === '' ? `${t('Nothing wrong was found.')}\n` : `${counts}.\n`;
	if (report.comparison !== null) {
		yield* comparisonText(report.comparison, t, colours);
	}
}

type Row = readonly [label: string, value: string];

function* rows(indent: string, all: readonly Row[]): Iterable<string> {
	const width = Math.max(...all.map(([label]) => label.length));
	for (const [label, value] of all) {
		yield `${indent}${label.padEnd(width)}  ${printable(value)}\n`;
	}
}

function period(start: PlacedMoment | null, end: PlacedMoment | null, now: Date, t: Translate): string {
	const dayIn = (moment: PlacedMoment | null): string =>
		moment === null ? t('missing') : moment.moment === null ? moment.value : dayOf(moment.moment);
	const days = t('{0} to {1}', dayIn(start), dayIn(end));
	return end?.moment && end.moment > now ? `${days} (${daysUntilWords(end.moment, now, t)})` : days;
}

function partyRows(party: PartySummary, now: Date, t: Translate): readonly Row[] {
	const { partyIds, roles, ping, channels, certificates } = party;
	return [
		...partyIds.map(({ value, type }, index): Row => [
			index === 0 ? 'PartyId' : '',
			type === null ? value.trim() : `${value.trim()}  (${type.value})`,
		]),
		...roles.flatMap((role) => roleRows(role, t)),
		[t('Ping'), ping === null ? t('no channel') : pingWords(ping, t)],
		...channels.map((channel, index): Row => [index === 0 ? t('Channels') : '', channelWords(channel)]),
		...certificates.map((certificate, index): Row => [
			index === 0 ? t('Certificates') : '',
			certificateWords(certificate, now, t),
		]),
	];
}

function roleRows({ name, service, actions }: CpaRole, t: Translate): readonly Row[] {
	const named = (direction: 'send' | 'receive'): string =>
		actions
			.filter((action) => action.direction === direction)
			.map(({ action }) => action)
			.join(', ');
	const candidates: readonly Row[] = [
		[t('Role'), name ?? ''],
		[t('Service'), service === null ? '' : service.name],
		[t('Sends'), named('send')],
		[t('Receives'), named('receive')],
	];
	return candidates.filter(([, value]) => value !== '');
}

function pingWords({ channel, endpoints }: ChannelSummary, t: Translate): string {
	const endpoint = endpoints[0]?.uri.value ?? t('no endpoint');
	return `${channel.channelId}  ${endpoint}  ${pongWords(channel.syncReplyMode.value, t)}`;
}

function channelWords({ channel, profile, sender }: ChannelSummary): string {
	const { retries, retryInterval, persistDuration } = sender ?? {};
	return [
		channel.channelId,
		...(profile === null ? [] : [profile]),
		`ackRequested=${channel.ackRequested.value}`,
		`duplicateElimination=${channel.duplicateElimination.value}`,
		...(retries ? [`Retries=${retries.value}`] : []),
		...(retryInterval ? [`RetryInterval=${retryInterval.value}`] : []),
		...(persistDuration ? [`PersistDuration=${persistDuration.value}`] : []),
	].join('  ');
}

function certificateWords(
	{ certId, uses, state, certificate, oin }: CertificateSummary,
	now: Date,
	t: Translate,
): string {
	const use = certificateUsesWords(uses, t);
	if (certificate === null) {
		return [certId ?? '', use, state === 'missing' ? t('no certificate') : t('cannot be read')].join('  ');
	}
	const { subject, notAfter } = certificate;
	return [
		certId ?? '',
		use,
		displayNameOf(subject),
		...(oin === null ? [] : [`OIN ${oin}`]),
		notAfter > now
			? `${t('valid until {0}', dayOf(notAfter))} (${daysUntilWords(notAfter, now, t)})`
			: t('expired on {0}', dayOf(notAfter)),
	].join('  ');
}

function* findingLines(finding: LocatedFinding, t: Translate, colours: Colours): Iterable<string> {
	const { problem, cure, source } = explain(finding, t);
	const weight = paint(finding.severity, colours)(severityWords(t)[finding.severity]);
	yield `  ${position(finding.range.start)}  ${weight}  ${printable(problem)}  ${colours.dim(finding.code)}\n`;
	yield `    ${colours.dim(`${printable(cure)} [${source}]`)}\n`;
	for (const { range } of finding.related ?? []) {
		yield `    ${colours.dim(t('See also {0}.', position(range.start)))}\n`;
	}
}

/** 1-based, as editors show it. */
function position({ line, character }: Position): string {
	return `${line + 1}:${character + 1}`;
}

function countsOf(findings: readonly LocatedFinding[]): {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
} {
	const count = (severity: Severity): number =>
		findings.filter((finding) => finding.severity === severity).length;
	return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
