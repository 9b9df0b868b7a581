import type { MessageVerdict } from '../../../ebms/ping/pingRecord';
import { millisecondsInWords, phaseWords } from '../../../ebms/ping/phaseWords';
import { askedInWords, ownCertificateLabel } from '../../../ebms/report/clientCertificateWords';
import type { TlsReport } from '../../../ebms/report/exchangeReport';
import { trustInWords } from '../../../ebms/trust/trustWords';
import { phases, type Timings } from '../../../ebms/transport/phase';
import type { Translate } from '../../../text';
import { html, type Html } from '../../webView/html';

/** Something doubtful about a connection, in words. */
export interface Doubt {
	readonly code: string;
	readonly problem: string;
	readonly cure: string;
	readonly source: string;
}

export function doubtsPart(doubts: readonly Doubt[], t: Translate): Html | null {
	return doubts.length === 0
		? null
		: html`<section>
				<h2>${t('Doubtful about this connection')}</h2>
				<ul>
					${doubts.map(
						({ code, problem, cure, source }) =>
							html`<li>
								${problem}
								<p class="note">
									${cure} [${source}]
									<button type="button" class="link" data-code="${code}">${code}</button>
								</p>
							</li>`,
					)}
				</ul>
			</section>`;
}

/** The phases under each other, each with a bar that begins where the one before ended. */
export function phasesPart(timings: Timings, t: Translate): Html | null {
	const names = phaseWords(t);
	const reached = phases.flatMap((phase) => {
		const time = timings[phase];
		return time === null ? [] : [{ phase, time }];
	});
	const total = reached.reduce((sum, { time }) => sum + time, 0);
	if (reached.length === 0) {
		return null;
	}
	const percent = (time: number): string => `${total === 0 ? 0 : ((time / total) * 100).toFixed(2)}%`;
	const startOf = (index: number): number => reached.slice(0, index).reduce((sum, { time }) => sum + time, 0);
	return html`<section>
		<h2>${t('Phases')}</h2>
		<table>
			<thead class="spoken-only">
				<tr>
					<th scope="col">${t('Phase')}</th>
					<th scope="col">${t('Time')}</th>
				</tr>
			</thead>
			<tbody>
				${reached.map(
					({ phase, time }, index) =>
						html`<tr>
							<th scope="row">${names[phase]}</th>
							<td class="number">${millisecondsInWords(time, t)}</td>
							<td class="bar" aria-hidden="true">
								<svg width="100%" height="10">
									<rect x="${percent(startOf(index))}" width="${percent(time)}" height="10" rx="2" />
								</svg>
							</td>
						</tr>`,
				)}
				<tr class="total">
					<th scope="row">${t('Total')}</th>
					<td class="number">${millisecondsInWords(total, t)}</td>
					<td></td>
				</tr>
			</tbody>
		</table>
	</section>`;
}

/** What the handshake told of both sides. */
export function tlsPart(tls: TlsReport | null, proxy: string | null, t: Translate): Html | null {
	if (tls === null) {
		// Also when it came no further than the proxy.
		return proxy === null
			? null
			: html`<section>
					<h2>Proxy</h2>
					<p>${proxy}</p>
				</section>`;
	}
	const { acceptedAuthorities, clientCertificateRequested: isRequested, clientCertificate, trustedBy } = tls;
	const agreed = [tls.protocol, tls.cipher, tls.serverName].filter((fact) => fact !== null).join(', ');
	return html`<section>
		<h2>TLS</h2>
		<dl>
			${
				agreed === ''
					? null
					: html`<dt>${t('Agreed')}</dt>
							<dd>${agreed}</dd>`
			}
			${
				proxy === null
					? null
					: html`<dt>Proxy</dt>
							<dd>${proxy}</dd>`
			}
			${tls.chain.map(
				({ subject, issuer, notAfter, oin }, index) =>
					html`<dt>${index === 0 ? t('Certificate of the server') : t('Sent with it')}</dt>
						<dd>
							${subject}
							<p class="note">
								${[
									...(index === 0 ? [oin === null ? t('no OIN') : `OIN ${oin}`] : []),
									t('issued by {0}', issuer),
									t('valid until {0}', notAfter.slice(0, 10)),
								].join('; ')}
							</p>
						</dd>`,
			)}
			${
				trustedBy === null
					? null
					: html`<dt>${t('Trusted by')}</dt>
							<dd>
								${trustedBy.subject}
								<p class="note">${trustInWords(trustedBy.origin, trustedBy.file, t)}</p>
							</dd>`
			}
			<dt>${t('Client certificate')}</dt>
			<dd>
				${askedInWords(isRequested, t)}
				${clientCertificate === null ? null : html`<p>${ownCertificateLabel(isRequested, t)}: ${clientCertificate.subject}</p>`}
			</dd>
			${
				acceptedAuthorities === null
					? null
					: html`<dt>${t('Issuers that the server takes')}</dt>
							<dd>${acceptedAuthorities.length === 0 ? t('any') : acceptedAuthorities.join(' | ')}</dd>`
			}
		</dl>
	</section>`;
}

/** UTF-16 units of a message that the page shows; the document beside it shows more. */
const shownLength = 20_000;

/** A message as it went. */
export interface ShownMessage {
	readonly heading: string;
	/** The first line of HTTP. */
	readonly first: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly verdict: MessageVerdict;
}

/** Messages side by side, as far as there is room. */
export function messagesPart(messages: readonly ShownMessage[], t: Translate): Html | null {
	const sections = messages.map(({ heading, first, headers, body, verdict }) => {
		const lines = [first, ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`)];
		const shown = body.length > shownLength ? `${body.slice(0, shownLength)}…` : body;
		return html`<section>
			<h2>${heading}</h2>
			${verdictPart(verdict, t)}
			<pre class="headers" tabindex="0">${lines.join('\n').trim()}</pre>
			${shown === '' ? html`<p class="note">${t('Without content')}</p>` : html`<pre tabindex="0">${shown}</pre>`}
		</section>`;
	});
	return sections.length === 0 ? null : html`<div class="messages">${sections}</div>`;
}

function verdictPart(verdict: MessageVerdict, t: Translate): Html | null {
	if (verdict === null) {
		return null;
	}
	return verdict.length === 0
		? html`<p class="note">${t('Checked: no errors.')}</p>`
		: html`<ul>
				${verdict.map(({ line, problem }) => html`<li>${t('Line {0}: {1}', line, problem)}</li>`)}
			</ul>`;
}
