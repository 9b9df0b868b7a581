import type { Translate } from '../../text';
import type { Failure } from '../transport/failure';
import type { Delivery, PartnerEntry } from './entry';
import { modeInWords } from './modeWords';
import { errorCodeOf, type AnswerMode, type PartnerMode } from './modes';
import type { RefusalReason, PartnerVerdict } from './partnerVerdict';

type MessageEntry = PartnerEntry & { readonly kind: 'message' };

/** Something that came in, in words; each is one line. */
export interface EntryWords {
	/** By the clock of this computer. */
	readonly time: string;
	/** What came in. */
	readonly what: string;
	/** What became of it; `''` when `what` says it all. */
	readonly outcome: string;
}

/** Says in one line what came in and what became of it. */
export function entryInWords(entry: PartnerEntry, t: Translate): string {
	const { time, what, outcome } = entryWords(entry, t);
	return `${time}  ${what}${outcome === '' ? '' : `: ${outcome}`}`;
}

export function entryWords(entry: PartnerEntry, t: Translate): EntryWords {
	const time = timeOf(entry.at);
	if (entry.kind === 'connection') {
		return { time, what: connectionInWords(entry, t), outcome: '' };
	}
	const { message, delivery } = entry;
	const what =
		message === null
			? t('Request that is no ebMS message')
			: t('{0} from {1} ({2})', message.action, message.from, message.messageId);
	const parts = [handlingInWords(entry, t), ...(delivery === null ? [] : [deliveryInWords(delivery, t)])];
	return { time, what: oneLine(what), outcome: oneLine(parts.join('; ')) };
}

function timeOf(at: Date): string {
	return [at.getHours(), at.getMinutes(), at.getSeconds()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

/** A sender can write line ends and other control characters where they do not belong. */
function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

function connectionInWords(
	{ reason, code }: PartnerEntry & { readonly kind: 'connection' },
	t: Translate,
): string {
	switch (reason) {
		case 'no-certificate':
			return t('Connection refused: no client certificate was shown.');
		case 'untrusted-certificate':
			return t('Connection refused: the client certificate is not trusted ({0}).', code);
		case 'handshake':
			return t('Connection failed in the TLS handshake ({0}).', code);
		case 'http':
			return t('Request refused: it is no HTTP that can be read ({0}).', code);
		case 'slow':
			return t('Connection closed: the request did not come in time.');
	}
}

/** Faults that take the place of what the answer would have been. */
const overruling: ReadonlySet<PartnerMode> = new Set<AnswerMode>([
	'no-answer',
	'no-content',
	'empty-error',
	'soap-fault',
	'cut-off',
	'garbage',
]);

function handlingInWords({ verdict, mode }: MessageEntry, t: Translate): string {
	const isOverruled = overruling.has(mode) || (errorCodeOf(mode) !== undefined && verdict.kind !== 'refused');
	if (isOverruled) {
		return t('answered as asked: {0}', modeInWords(mode, t).label);
	}
	const usual = verdictInWords(verdict, t);
	return mode === 'slow' || mode === 'wrong-reference' ? `${usual} (${modeInWords(mode, t).label})` : usual;
}

function verdictInWords(verdict: PartnerVerdict, t: Translate): string {
	switch (verdict.kind) {
		case 'pong':
			return t('answered with a Pong');
		case 'status':
			return t('answered with the status {0}', verdict.status);
		case 'received':
			return verdict.isDuplicate
				? t('came before, so only acknowledged again')
				: t('checked, right and acknowledged');
		case 'noted':
			return t('taken note of');
		case 'errors':
			return errorsInWords(verdict, t);
		case 'refused':
			return refusalInWords(verdict, t);
	}
}

function errorsInWords(
	{ errors, faults }: PartnerVerdict & { readonly kind: 'errors' },
	t: Translate,
): string {
	const [first] = faults;
	const codes = errors.map(({ code }) => code).join(', ');
	if (first !== undefined) {
		return t(
			'answered with an ErrorList ({0}): errors in the payload: {1}; the first in line {2}: {3}',
			codes,
			faults.length,
			first.line,
			first.say(t),
		);
	}
	const told = errors.map(({ description }) => description ?? '').join(' ');
	return t('answered with an ErrorList ({0}): {1}', codes, told);
}

type Refused = PartnerVerdict & { readonly kind: 'refused' };

const refusals: Readonly<Record<RefusalReason, (refused: Refused, t: Translate) => string>> = {
	'too-large': (_, t) => t('refused (413): it is larger than 20 MB'),
	busy: (_, t) => t('refused (503): too much is coming in at the same time'),
	method: ({ found }, t) => t('refused (500): the method is {0} and not POST', found),
	'soap-action': ({ found }, t) =>
		t('refused (SOAP Fault): SOAPAction is {0} and not "ebXML" with its quotes', found === '' ? '–' : found),
	'content-type': (_, t) => t('refused (500): Content-Type is missing'),
	compressed: ({ found }, t) =>
		t(
			'refused (500): the body is compressed (Content-Encoding {0}), which an ebMS adapter does not expect',
			found,
		),
	empty: (_, t) => t('refused (500): the body is empty'),
	mime: (_, t) => t('refused (500): it says that it is multipart but has no parts'),
	doctype: (_, t) => t('refused (500): it has a DOCTYPE'),
	'not-ebms': (_, t) => t('refused (500): it is no SOAP envelope with a MessageHeader of ebMS 2.0'),
	envelope: ({ faults }, t) => {
		const [first] = faults;
		return t(
			'refused (500): the envelope is not valid; in line {0}: {1}',
			first?.line ?? 0,
			first?.say(t) ?? '',
		);
	},
	cpa: ({ found }, t) => t('refused (SOAP Fault): there is no CPA with the id {0}', found),
	'client-certificate': ({ found }, t) =>
		t('refused (SOAP Fault): the client certificate is not that of the CPA but {0}', found),
	version: ({ found }, t) => t('refused (SOAP Fault): eb:version is {0} and not 2.0', found),
	party: ({ found }, t) => t('refused (SOAP Fault): a PartyId is not as in the CPA ({0})', found),
	service: ({ found }, t) =>
		t('refused (SOAP Fault): the Service of a signal has no type, and this has {0}', found),
};

function refusalInWords(refused: Refused, t: Translate): string {
	return refusals[refused.reason](refused, t);
}

function deliveryInWords(delivery: Delivery, t: Translate): string {
	switch (delivery.kind) {
		case 'delivered':
			return t('sent to your endpoint ({0})', delivery.status);
		case 'refused':
			return t('your endpoint answered {0}', delivery.status);
		case 'failed':
			return t('your endpoint could not be reached ({0})', failureCode(delivery.failure));
		case 'no-endpoint':
			return t('your endpoint is no address that can be sent to');
		case 'dropped':
			return t('not sent: too many answers were under way already');
	}
}

function failureCode(failure: Failure): string {
	return failure.kind === 'system' || failure.kind === 'tls' ? failure.code : failure.kind;
}
