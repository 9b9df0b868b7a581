import type { Translate } from '../../../text';
import { causesOfCodes, errorInWords, nextForErrors } from './errorCodes';
import type { Outcome } from '../outcome';
import type { Explainers } from './explanation';
import { strangerCauses } from './proofWords';

export const answerExplainers: Explainers<'ebms-error' | 'soap-fault' | 'empty-error'> = {
	'ebms-error': (outcome, t) => {
		const { errors, refersTo } = outcome;
		return {
			summary: errorSummary(outcome, t),
			meaning: [errorMeaning(outcome, t), ...errors.map((error) => errorInWords(error, t))].join(' '),
			causes: refersTo === null ? causesOfCodes(errors, t) : [otherMessage(t), ...causesOfCodes(errors, t)],
			next: nextForErrors(errors, t),
		};
	},
	'soap-fault': ({ status, code, text, errors, proof }, t) => {
		const stranger = strangers.get(code);
		return {
			summary:
				errors.length > 0
					? t('The other side answered with a SOAP Fault: {0}', firstCode(errors, t))
					: t('The other side answered with a SOAP Fault (HTTP {0}).', status),
			meaning: [
				stranger === undefined
					? t('The connection works and something that knows SOAP read the message, but refused it.')
					: stranger.meaning(t),
				...(errors.length > 0
					? errors.map((error) => errorInWords(error, t))
					: text === ''
						? []
						: [t('It says: "{0}"', text)]),
			].join(' '),
			causes:
				stranger !== undefined
					? [webService(t), stranger.otherCause(t)]
					: errors.length > 0
						? causesOfCodes(errors, t)
						: [...strangerCauses(proof, t), ...faultCauses(code, text, t)],
			next:
				stranger === undefined
					? nextForErrors(errors, t)
					: [t('Check the URL with the CPA.'), t('Ask the other side which URL its MSH has.')],
		};
	},
	'empty-error': ({ status, proof }, t) => ({
		summary: t('The other side answered with HTTP {0} and nothing else.', status),
		meaning: t(
			'The connection works, but the other side failed without saying why. MSHs such as ebms-core do this when they do not get as far as ebMS.',
		),
		causes: [
			...(proof === 'mutual' || proof === 'unknown'
				? [
						t(
							'No client certificate reached the MSH, though it wants one: it may be lost at a load balancer or proxy.',
						),
					]
				: strangerCauses(proof, t)),
			t(
				'The PartyId of the sender or its type does not occur in the CPA, while the MSH compares the certificate with that of the party.',
			),
			t('The message does not fit the schema, or has a DOCTYPE.'),
			t('The MSH has a fault of its own, such as a database that cannot be reached.'),
		],
		next: [
			t('Compare From, To and CPAId in the request with the CPA, exactly: type and suffix included.'),
			t('Ask the other side what its log says at this time.'),
		],
	}),
};

type EbmsErrorOutcome = Outcome & { readonly kind: 'ebms-error' };

/** A warning is no refusal (ebMS 2.0 §4.2.3). */
function isOnlyWarning({ errors }: EbmsErrorOutcome): boolean {
	return errors.length > 0 && errors.every(({ severity }) => severity === 'Warning');
}

function errorSummary(outcome: EbmsErrorOutcome, t: Translate): string {
	const code = firstCode(outcome.errors, t);
	if (isOnlyWarning(outcome)) {
		return outcome.isAsync
			? t('The other side sent a warning to our own endpoint: {0}', code)
			: t('The other side answered with an ebMS warning: {0}', code);
	}
	return outcome.isAsync
		? t('The other side sent an error message to our own endpoint: {0}', code)
		: t('The other side answered with an ebMS error: {0}', code);
}

function errorMeaning(outcome: EbmsErrorOutcome, t: Translate): string {
	const { errors, refersTo } = outcome;
	if (refersTo !== null) {
		return t(
			'The connection works and an MSH answers, but its error is about message {0}, which is not our Ping.',
			refersTo,
		);
	}
	if (isOnlyWarning(outcome)) {
		return t(
			'The connection works and the message was read. The other side warns of something and gives no Pong.',
		);
	}
	return errors.length === 0
		? t('The connection works and the message was read, but the other side refuses it without saying why.')
		: t('The connection works and the message was read, but the other side refuses it.');
}

function otherMessage(t: Translate): string {
	return t('It is the answer to another message, sent shortly before or from elsewhere.');
}

function webService(t: Translate): string {
	return t('The URL is that of a web service (WUS), not of an MSH.');
}

function changedAction(t: Translate): string {
	return t(
		'A gateway between has taken off or changed the SOAPAction: an MSH wants "ebXML", quotes included.',
	);
}

interface Stranger {
	readonly meaning: (t: Translate) => string;
	readonly otherCause: (t: Translate) => string;
}

/** What something that is no MSH says, by the code of the Fault: SOAP 1.1 §4.4.1, WS-Addressing 1.0 SOAP Binding §6.4.2. */
const strangers: ReadonlyMap<string, Stranger> = new Map<string, Stranger>([
	[
		'MustUnderstand',
		{
			meaning: (t) =>
				t('What answers knows SOAP but not ebMS: it does not understand the header of the message.'),
			otherCause: (t) => t('In the MSH of the other side the part that reads the ebMS header is missing.'),
		},
	],
	[
		'VersionMismatch',
		{
			meaning: (t) => t('What answers wants another version of SOAP than 1.1, which is that of ebMS.'),
			otherCause: (t) => t('A gateway between only lets another version of SOAP through.'),
		},
	],
	[
		'ActionNotSupported',
		{
			meaning: (t) => t('What answers knows SOAP, but has nothing for the SOAPAction of ebMS.'),
			otherCause: changedAction,
		},
	],
]);

/** The codes of a fault of the server itself: of SOAP 1.1 and 1.2. */
const ownFaults: ReadonlySet<string> = new Set(['Server', 'Receiver']);

/** Why a Ping is refused in words only. What the words are about comes first: ebms-core says "Invalid SSL Client Certificate!". */
function faultCauses(code: string, text: string, t: Translate): readonly string[] {
	if (/soap-?\s?action/i.test(text)) {
		return [webService(t), changedAction(t)];
	}
	const cpa = t('The CPA with this CPAId is not loaded at the other side.');
	const certificate = t('The client certificate is not the one that the CPA names for this PartyId.');
	const party = t('A PartyId, its type or its suffix is other than in the CPA.');
	if (/certifica/i.test(text)) {
		return [certificate, cpa, party];
	}
	return ownFaults.has(code) && !/\bcpa|party/i.test(text)
		? [
				t('The MSH has a fault of its own, such as a database that cannot be reached.'),
				cpa,
				certificate,
				party,
			]
		: [cpa, certificate, party];
}

function firstCode(errors: readonly { readonly code: string }[], t: Translate): string {
	const codes = [...new Set(errors.map(({ code }) => code).filter((code) => code !== ''))];
	return codes.length === 0 ? t('no code was given.') : `${codes.join(', ')}.`;
}
