import type { Translate } from '../../text';
import { trustInWords } from '../trust/trustWords';
import { phases } from '../transport/phase';
import { environmentInWords } from '../environmentWords';
import type { CertificateReport } from '../report/exchangeReport';
import type { PingReport } from './pingReport';
import { durationOf, type PingRecord } from './pingRecord';
import { millisecondsInWords, phaseWords } from './phaseWords';

/**
 * A Ping as text with one fact a line and always in the same order, so that two of them can be laid side by side. What is another at each Ping
 * (ids, times) is left out of the messages, so that what differs means something.
 */
export function comparableText(record: PingRecord, t: Translate): string {
	const { report, url, proxy, doubts } = record;
	const { explanation, outcome, tls, response, received } = report;
	return [
		part(t('Outcome'), [outcome, explanation.summary, explanation.meaning.replace(messageIds, '…')]),
		part(t('Connection'), [
			line(t('Environment'), environmentInWords(record.environment, t).label),
			line(t('Endpoint'), url),
			...(proxy === null ? [] : [line('Proxy', proxy)]),
		]),
		part(
			t('Doubtful about this connection'),
			doubts.map(({ code, problem }) => `${code}: ${problem}`),
		),
		part(t('Phases'), phaseLines(report, t)),
		part('TLS', tls === null ? [] : tlsLines(tls, t)),
		part(t('Response'), response === null ? [] : [`HTTP ${response.status}`, ...messageLines(response)]),
		part(t('Pong that came separately'), received === null ? [] : messageLines(received)),
	]
		.filter((text) => text !== '')
		.join('\n');
}

/** `''` when there is nothing to tell. */
function part(heading: string, lines: readonly string[]): string {
	return lines.length === 0 ? '' : `# ${heading}\n${lines.join('\n')}\n`;
}

function line(name: string, value: string): string {
	return `${name}: ${value}`;
}

function phaseLines(report: PingReport, t: Translate): readonly string[] {
	const names = phaseWords(t);
	const reached = phases.flatMap((phase) => {
		const time = report.timings[phase];
		return time === null ? [] : [line(names[phase], millisecondsInWords(time, t))];
	});
	return reached.length === 0
		? []
		: [...reached, line(t('Total'), millisecondsInWords(durationOf(report), t))];
}

function tlsLines(tls: NonNullable<PingReport['tls']>, t: Translate): readonly string[] {
	const { protocol, cipher, serverName, chain, trustedBy, clientCertificate, acceptedAuthorities } = tls;
	const unknown = t('unknown');
	return [
		line(t('Version'), protocol ?? unknown),
		line(t('Cipher'), cipher ?? unknown),
		line(t('Name asked for (SNI)'), serverName ?? t('none')),
		...chain.flatMap((certificate, index) => [
			line(index === 0 ? t('Certificate of the server') : t('Sent with it'), certificate.subject),
			...certificateLines(certificate, t),
		]),
		...(trustedBy === null
			? [line(t('Trusted by'), t('nothing'))]
			: [
					line(t('Trusted by'), trustedBy.subject),
					...certificateLines(trustedBy, t),
					`  ${trustInWords(trustedBy.origin, trustedBy.file, t)}`,
				]),
		line(t('Asks for a client certificate'), answer(tls.clientCertificateRequested, t)),
		...(acceptedAuthorities ?? []).map((name) => line(t('Issuers that the server takes'), name)),
		...(clientCertificate === null
			? []
			: [line(t('Our certificate'), clientCertificate.subject), ...certificateLines(clientCertificate, t)]),
		...(tls.alert === null ? [] : [line(t('Alert'), String(tls.alert))]),
	];
}

function answer(isSo: boolean | null, t: Translate): string {
	return isSo === null ? t('unknown') : isSo ? t('yes') : t('no');
}

function certificateLines(
	{ oin, issuer, notAfter, sha256 }: CertificateReport,
	t: Translate,
): readonly string[] {
	return [
		`  OIN: ${oin ?? t('none')}`,
		`  ${t('issued by {0}', issuer)}`,
		`  ${t('valid until {0}', notAfter.slice(0, 10))}`,
		`  SHA-256: ${sha256}`,
	];
}

/** Those that we and most others make (RFC 9562), with what follows. */
const messageIds = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:@[\w.-]*\w)?/gi;

/** Headers that tell of the moment only. */
const passing: ReadonlySet<string> = new Set(['date', 'content-length', 'age', 'expires']);

function messageLines({
	headers,
	body,
}: {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}): readonly string[] {
	const kept = Object.entries(headers).filter(([name]) => !passing.has(name));
	return [...kept.map(([name, value]) => line(name, value)), ...(body === '' ? [] : ['', lasting(body)])];
}

/** Elements of a header whose content is another in each message (ebMS 2.0 §3.1). */
const passingElements =
	/(<(?:[\w.-]+:)?(?:MessageId|RefToMessageId|ConversationId|Timestamp)\b[^<>]*>)[^<]*/g;

function lasting(body: string): string {
	return body.replace(passingElements, '$1…').replace(/>\s*</g, '>\n<').trim();
}
