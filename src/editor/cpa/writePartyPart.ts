import { displayNameOf } from '../../certificates/displayName';
import type { CpaBinding, CpaRole } from '../../documents/cpa/agreement';
import { mainPartyId } from '../../documents/cpa/mainPartyId';
import type { CertificateSummary, ChannelSummary, PartySummary } from '../../documents/cpa/summary';
import { certificateUsesWords, pongWords, profileWords } from '../../documents/cpa/summaryWords';
import type { Translate } from '../../text';
import { dayWords, daysLeftWords } from '../certificates/describe/words';
import { html, type Html } from '../webView/html';
import { jump, type PageWords } from './pageWords';

/** One party of a CPA: who it is, what it does, over which channels, with which certificates. */
export function writePartyPart(party: PartySummary, index: number, canPing: boolean, words: PageWords): Html {
	const { name, nameSpan, partyIds, oin, roles, channels, certificates } = party;
	const { t, placeOf } = words;
	const own = mainPartyId(party);
	const called = name ?? own?.value ?? t('party without name');
	const heading = `party-${index}`;
	return html`<section class="party" aria-labelledby="${heading}">
		<h2 id="${heading}">${jump(called, placeOf(nameSpan))}</h2>
		${
			own === undefined || !canPing
				? null
				: html`<p>
						<button type="button" data-action="ping" data-as="${own.value}">
							${t('Ping as {0}', called)}
						</button>
					</p>`
		}
		<dl>
			${
				oin === null
					? null
					: html`<dt>OIN</dt>
							<dd><code>${oin}</code></dd>`
			}
			<dt>PartyId</dt>
			<dd>
				${
					partyIds.length === 0
						? t('missing')
						: partyIds.map(
								({ value, type, span }) =>
									html`<div>
										${jump(value, placeOf(span))} <span class="note">${type?.value ?? t('no type')}</span>
									</div>`,
							)
				}
			</dd>
			${roles.map((role) => rolePart(role, t))}
		</dl>
		<h3>${t('Channels')}</h3>
		${channels.length === 0 ? html`<p>${t('no channel')}</p>` : channels.map((channel) => channelPart(channel, words))}
		<h3>${t('Certificates')}</h3>
		${
			certificates.length === 0
				? html`<p>${t('no certificate')}</p>`
				: html`<ul class="certificates">
						${certificates.map((certificate) => certificatePart(certificate, words))}
					</ul>`
		}
	</section>`;
}

function rolePart({ name, service, actions }: CpaRole, t: Translate): Html {
	const named = (wanted: 'send' | 'receive'): string =>
		actions
			.filter(({ direction }) => direction === wanted)
			.map(({ action }) => action)
			.join(', ');
	return html`${row(t('Role'), name)} ${row(t('Service'), service === null ? null : serviceWords(service))}
	${row(t('Sends'), named('send'))} ${row(t('Receives'), named('receive'))}`;
}

function serviceWords({ name, type }: NonNullable<CpaRole['service']>): string {
	return type === null ? name : `${name} (${type})`;
}

/** A line of a list; none without value. */
function row(label: string, value: string | Html | null): Html | null {
	return value === null || value === ''
		? null
		: html`<dt>${label}</dt>
				<dd>${value}</dd>`;
}

function channelPart(summary: ChannelSummary, { t, placeOf }: PageWords): Html {
	const { channel, profile, carriesPing, isDefault, overrides, actions, endpoints } = summary;
	const { clientCertificate, serverCertificate, sender, receiver } = summary;
	const carried = [
		...(isDefault ? [t('signals, unless another channel is named')] : []),
		...overrides.filter((action) => action !== 'Ping' || !carriesPing),
		...new Set(actions.map(({ action }) => action)),
	];
	return html`<div class="channel">
		<h4>
			${jump(channel.channelId, placeOf(channel.span))}
			${carriesPing ? html`<span class="badge">${t('carries the Ping')}</span>` : null}
		</h4>
		<dl>
			${row(
				t('Profile'),
				html`${profile === null ? null : html`<code>${profile}</code> `}<span class="note"
						>${profileWords(profile, t)}</span
					>`,
			)}
			${row(t('For'), carried.join(', '))}
			${row(
				t('Endpoint'),
				endpoints.length === 0
					? t('no endpoint')
					: html`${endpoints.map(
							({ uri, type }) =>
								html`<div>
									${jump(uri.value, placeOf(uri.span))}
									${type === 'allPurpose' ? null : html`<span class="note">${type}</span>`}
								</div>`,
						)}`,
			)}
			${row(t('Client certificate'), clientCertificate)} ${row(t('Server certificate'), serverCertificate)}
			${row(
				t('Answer'),
				html`<code>syncReplyMode=${channel.syncReplyMode.value}</code>
					<span class="note">${pongWords(channel.syncReplyMode.value, t)}</span>`,
			)}
			${row(t('Acknowledgment'), acknowledgmentWords(summary))}
			${row(t('Duplicates'), html`<code>duplicateElimination=${channel.duplicateElimination.value}</code>`)}
			${row(t('Sends again'), reliabilityWords(sender, t))}
			${
				receiver === null || reliabilityWords(receiver, t) === reliabilityWords(sender, t)
					? null
					: row(t('As receiver'), reliabilityWords(receiver, t))
			}
		</dl>
	</div>`;
}

function acknowledgmentWords({ channel }: ChannelSummary): Html {
	const { ackRequested, ackSignatureRequested, actor } = channel;
	const told = [
		`ackRequested=${ackRequested.value}`,
		...(ackRequested.value === 'never' ? [] : [`ackSignatureRequested=${ackSignatureRequested.value}`]),
		...(actor === null ? [] : [`actor=${actor.replace(/^.*:/, '')}`]),
	];
	return html`${told.map((one) => html`<code>${one}</code> `)}`;
}

function reliabilityWords(binding: CpaBinding | null, t: Translate): string {
	if (binding === null) {
		return '';
	}
	const { retries, retryInterval, persistDuration } = binding;
	return [
		...(retries === null ? [] : [t('{0} times', retries.value)]),
		...(retryInterval === null ? [] : [t('with {0} in between', retryInterval.value)]),
		...(persistDuration === null ? [] : [t('kept for {0}', persistDuration.value)]),
	].join(', ');
}

function certificatePart(summary: CertificateSummary, words: PageWords): Html {
	const { certId, nameSpan, uses, state, certificate, oin } = summary;
	const { t, placeOf } = words;
	const told =
		certificate === null
			? html`<p class="flag bad">${state === 'missing' ? t('no certificate') : t('cannot be read')}</p>`
			: html`<p>${displayNameOf(certificate.subject)}</p>
					<p class="note">
						${oin === null ? t('no OIN') : `OIN ${oin}`} ·
						${t('valid until {0}', dayWords(certificate.notAfter, words))}
						<span class="${words.moment > certificate.notAfter ? 'flag bad' : ''}"
							>(${daysLeftWords(certificate, words)})</span
						>
					</p>
					<p>
						<button
							type="button"
							class="small"
							data-action="inspect"
							data-sha256="${certificate.sha256}"
							aria-label="${t('Inspect certificate {0}', certId ?? '')}"
						>
							${t('Inspect')}
						</button>
					</p>`;
	return html`<li>
		<p>
			${jump(certId ?? t('missing'), placeOf(nameSpan))}
			<span class="badge">${certificateUsesWords(uses, t)}</span>
		</p>
		${told}
	</li>`;
}
