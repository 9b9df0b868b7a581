import { environmentInWords } from '../../ebms/environmentWords';
import { phaseWords } from '../../ebms/ping/phaseWords';
import {
	messageNames,
	type MessageName,
	type MessageVerdict,
	type PingRecord,
} from '../../ebms/ping/pingRecord';
import type { PingReport } from '../../ebms/ping/pingReport';
import { trustInWords } from '../../ebms/trust/trustWords';
import { phases } from '../../ebms/transport/phase';
import type { Language, Translate } from '../../text';
import { html, type Html } from './html';
import { localTime } from './moment';

/** What the buttons of the page ask for. */
export const pingActions = ['again', 'open', 'compare', 'curl', 'save'] as const;

export type PingAction = (typeof pingActions)[number];

/** Where the page gets its script and style, and the rest of what it needs of a web view. */
export interface PageFrame {
	readonly language: Language;
	readonly nonce: string;
	readonly policy: string;
	readonly script: string;
	readonly style: string;
	/** There is an earlier Ping over the same connection. */
	readonly canCompare: boolean;
}

type Tone = 'good' | 'attention' | 'bad';

/** The page about one Ping. Everything in it is escaped: it shows what others sent. */
export function writePingPage(record: PingRecord, frame: PageFrame, t: Translate): string {
	const { connection, environment, report } = record;
	const at = new Date(record.at);
	const { summary, meaning, causes, next } = report.explanation;
	const tone = toneOf(record);
	const body = html`<main>
		<p class="where">
			<span class="name">${connection}</span>
			<span class="badge ${environment}">${environmentInWords(environment, t).label}</span>
			<span>${record.url}</span>
			<time datetime="${at.toISOString()}">${localTime(at)}</time>
		</p>
		<section class="banner ${tone}">
			<span class="sign" aria-hidden="true">${{ good: '✓', attention: '!', bad: '✕' }[tone]}</span>
			<div>
				<h1>${summary}</h1>
				<p>${meaning}</p>
				<p class="note"><code>${report.outcome}</code></p>
			</div>
		</section>
		${actionsPart(record, frame, t)} ${listPart(t('Likely causes, the likeliest first'), causes)}
		${listPart(t('What to do'), next)} ${doubtsPart(record, t)} ${phasesPart(report, t)}
		${tlsPart(report, record.proxy, t)} ${messagesPart(record, t)}
	</main>`;
	return html`<!DOCTYPE html>
		<html lang="${frame.language}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${frame.policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${connection}</title>
				<link rel="stylesheet" href="${frame.style}" />
			</head>
			<body>
				${body}
				<p id="spoken" role="status"></p>
				<script nonce="${frame.nonce}" src="${frame.script}"></script>
			</body>
		</html>`.html;
}

function toneOf({ isSuccess, report: { outcome } }: PingRecord): Tone {
	if (outcome === 'accepted' || outcome === 'cancelled') {
		return 'attention';
	}
	return isSuccess ? 'good' : 'bad';
}

function actionsPart({ report, curl }: PingRecord, { canCompare }: PageFrame, t: Translate): Html {
	const labels: Readonly<Record<PingAction, string>> = {
		again: t('Send again'),
		open: t('Open request and response'),
		compare: t('Compare with the previous'),
		curl: t('Copy as curl'),
		save: t('Save…'),
	};
	const isOffered: Readonly<Record<PingAction, boolean>> = {
		again: true,
		open: report.request !== null,
		compare: canCompare,
		curl: curl !== null,
		save: true,
	};
	const offered = pingActions.filter((action) => isOffered[action]);
	return html`<div class="actions" role="group" aria-label="${t('Actions')}">
		${offered.map((action) => html`<button type="button" data-action="${action}">${labels[action]}</button>`)}
	</div>`;
}

function listPart(heading: string, sentences: readonly string[]): Html | null {
	return sentences.length === 0
		? null
		: html`<section>
				<h2>${heading}</h2>
				<ol>
					${sentences.map((sentence) => html`<li>${sentence}</li>`)}
				</ol>
			</section>`;
}

function doubtsPart({ doubts }: PingRecord, t: Translate): Html | null {
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
function phasesPart({ timings }: PingReport, t: Translate): Html | null {
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
							<td class="number">${time.toFixed(1)} ms</td>
							<td class="bar" aria-hidden="true">
								<svg width="100%" height="10">
									<rect x="${percent(startOf(index))}" width="${percent(time)}" height="10" rx="2" />
								</svg>
							</td>
						</tr>`,
				)}
				<tr class="total">
					<th scope="row">${t('Total')}</th>
					<td class="number">${total.toFixed(1)} ms</td>
					<td></td>
				</tr>
			</tbody>
		</table>
	</section>`;
}

function tlsPart({ tls }: PingReport, proxy: string | null, t: Translate): Html | null {
	if (tls === null) {
		return null;
	}
	const { acceptedAuthorities, clientCertificateRequested: isRequested, clientCertificate, trustedBy } = tls;
	const agreed = [tls.protocol, tls.cipher, tls.serverName].filter((fact) => fact !== null).join(', ');
	const asked =
		isRequested === null
			? t('Whether the server asks for a client certificate could not be seen.')
			: isRequested
				? t('The server asks for a client certificate.')
				: t('The server does not ask for a client certificate.');
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
				${asked}
				${clientCertificate === null ? null : html`<p>${t('Our certificate')}: ${clientCertificate.subject}</p>`}
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

function messagesPart({ report, verdicts }: PingRecord, t: Translate): Html | null {
	const { request, response } = report;
	const headings: Readonly<Record<MessageName, { readonly heading: string; readonly first: string }>> = {
		request: { heading: t('Request'), first: `POST ${request?.url ?? ''}` },
		response: { heading: t('Response'), first: `HTTP ${response?.status ?? ''}` },
		received: { heading: t('Pong that came separately'), first: '' },
	};
	const sections = messageNames.flatMap((name) => {
		const message = report[name];
		if (message === null) {
			return [];
		}
		const { heading, first } = headings[name];
		const { headers, body } = message;
		const lines = [first, ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`)];
		const shown = body.length > shownLength ? `${body.slice(0, shownLength)}…` : body;
		return [
			html`<section>
				<h2>${heading}</h2>
				${verdictPart(verdicts[name], t)}
				<pre class="headers" tabindex="0">${lines.join('\n').trim()}</pre>
				${shown === '' ? html`<p class="note">${t('Without content')}</p>` : html`<pre tabindex="0">${shown}</pre>`}
			</section>`,
		];
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
