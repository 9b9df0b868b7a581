import type { PingReport } from '../../ebms/ping/pingReport';
import { explainOutcome } from '../../ebms/outcome/explainOutcome';
import { isSuccess } from '../../ebms/outcome/outcome';
import { phaseWords } from '../../ebms/ping/phaseWords';
import type { PingResult } from '../../ebms/ping/sendPing';
import { askedInWords, ownCertificateLabel } from '../../ebms/report/clientCertificateWords';
import { phases } from '../../ebms/transport/phase';
import { trustInWords } from '../../ebms/trust/trustWords';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { Colours } from '../output';
import { paint, severityWords } from './severityWords';

/** A Ping and what came of it, for people. */
export function* pingText(
	result: PingResult,
	report: PingReport,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const { outcome } = result;
	const { summary, meaning, causes, next } = explainOutcome(outcome, t);
	const colour = isSuccess(outcome)
		? colours.green
		: outcome.kind === 'cancelled'
			? colours.yellow
			: colours.red;
	yield `${colours.bold(colour(summary))}  ${colours.dim(outcome.kind)}\n${meaning}\n`;
	yield* list(t('Likely causes, the likeliest first'), causes, colours);
	yield* list(t('What to do'), next, colours);
	for (const [index, finding] of result.findings.entries()) {
		const { problem, cure, source } = explain(finding, t);
		const word = paint(finding.severity, colours)(severityWords(t)[finding.severity]);
		yield `${index === 0 ? '\n' : ''}${word}  ${problem}  ${colours.dim(finding.code)}\n`;
		yield `  ${colours.dim(`${cure} [${source}]`)}\n`;
	}
	yield* timingLines(report, t, colours);
	yield* tlsLines(report, t, colours);
}

function* list(heading: string, sentences: readonly string[], colours: Colours): Iterable<string> {
	if (sentences.length > 0) {
		yield `\n${colours.bold(heading)}\n`;
		for (const [index, sentence] of sentences.entries()) {
			yield `  ${index + 1}. ${sentence}\n`;
		}
	}
}

function* timingLines({ request, timings }: PingReport, t: Translate, colours: Colours): Iterable<string> {
	const names = phaseWords(t);
	const reached = phases.filter((phase) => timings[phase] !== null);
	if (reached.length > 0) {
		yield `\n${colours.bold(t('Phases'))}${request === null ? '' : `  ${colours.dim(request.url)}`}\n`;
		yield `  ${reached.map((phase) => `${names[phase]} ${timings[phase] ?? 0} ms`).join(', ')}\n`;
	}
}

function* tlsLines({ tls }: PingReport, t: Translate, colours: Colours): Iterable<string> {
	if (tls === null) {
		return;
	}
	const { protocol, cipher, serverName, chain, clientCertificate, acceptedAuthorities, trustedBy } = tls;
	yield `\n${colours.bold('TLS')}\n`;
	const agreed = [protocol, cipher, serverName].filter((fact) => fact !== null);
	yield agreed.length === 0 ? '' : `  ${agreed.join(', ')}\n`;
	for (const [index, { subject, issuer, notAfter, oin }] of chain.entries()) {
		const label = index === 0 ? t('Certificate of the server') : t('Sent with it');
		yield `  ${label}: ${subject}\n`;
		const facts = [
			...(index === 0 ? [oin === null ? t('no OIN') : `OIN ${oin}`] : []),
			t('issued by {0}', issuer),
			t('valid until {0}', notAfter.slice(0, 10)),
		];
		yield `    ${colours.dim(facts.join('; '))}\n`;
	}
	if (trustedBy !== null) {
		yield `  ${t('Trusted by')}: ${trustedBy.subject}\n`;
		yield `    ${colours.dim(trustInWords(trustedBy.origin, trustedBy.file, t))}\n`;
	}
	yield `  ${askedInWords(tls.clientCertificateRequested, t)}\n`;
	if (acceptedAuthorities !== null) {
		const names = acceptedAuthorities.length === 0 ? [t('any')] : acceptedAuthorities;
		yield `  ${t('Issuers that the server takes')}: ${names.join(' | ')}\n`;
	}
	if (clientCertificate !== null) {
		yield `  ${ownCertificateLabel(tls.clientCertificateRequested, t)}: ${clientCertificate.subject}\n`;
	}
}
