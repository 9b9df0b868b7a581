import type { Translate } from '../../../text';
import { causesOfCodes, errorInWords, nextForErrors } from './errorCodes';
import type { Explainers } from './explanation';
import { strangerCauses } from './proofWords';

export const answerExplainers: Explainers<'ebms-error' | 'soap-fault' | 'empty-error'> = {
	'ebms-error': ({ errors, isAsync }, t) => ({
		summary: isAsync
			? t('The other side sent an error message to our own endpoint: {0}', firstCode(errors, t))
			: t('The other side answered with an ebMS error: {0}', firstCode(errors, t)),
		meaning:
			errors.length === 0
				? t(
						'The connection works and the message was read, but the other side refuses it without saying why.',
					)
				: [
						t('The connection works and the message was read, but the other side refuses it.'),
						...errors.map((error) => errorInWords(error, t)),
					].join(' '),
		causes: causesOfCodes(errors, t),
		next: nextForErrors(errors, t),
	}),
	'soap-fault': ({ status, code, text, errors, proof }, t) => {
		const isUnderstanding = code === 'MustUnderstand';
		return {
			summary:
				errors.length > 0
					? t('The other side answered with a SOAP Fault: {0}', firstCode(errors, t))
					: t('The other side answered with a SOAP Fault (HTTP {0}).', status),
			meaning: [
				isUnderstanding
					? t('What answers knows SOAP but not ebMS: it does not understand the header of the message.')
					: t('The connection works and something that knows SOAP read the message, but refused it.'),
				...(errors.length > 0
					? errors.map((error) => errorInWords(error, t))
					: text === ''
						? []
						: [t('It says: "{0}"', text)]),
			].join(' '),
			causes: isUnderstanding
				? [
						t('The URL is that of a web service (WUS), not of an MSH.'),
						t('In the MSH of the other side the part that reads the ebMS header is missing.'),
					]
				: errors.length > 0
					? causesOfCodes(errors, t)
					: [...strangerCauses(proof, t), ...faultCauses(text, t)],
			next: isUnderstanding
				? [t('Check the URL with the CPA.'), t('Ask the other side which URL its MSH has.')]
				: nextForErrors(errors, t),
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

/** Why a Ping is refused in words only. What the words are about comes first: ebms-core says "Invalid SSL Client Certificate!". */
function faultCauses(text: string, t: Translate): readonly string[] {
	const cpa = t('The CPA with this CPAId is not loaded at the other side.');
	const certificate = t('The client certificate is not the one that the CPA names for this PartyId.');
	const party = t('A PartyId, its type or its suffix is other than in the CPA.');
	return /certificate/i.test(text) ? [certificate, cpa, party] : [cpa, certificate, party];
}

function firstCode(errors: readonly { readonly code: string }[], t: Translate): string {
	const codes = [...new Set(errors.map(({ code }) => code).filter((code) => code !== ''))];
	return codes.length === 0 ? t('no code was given.') : `${codes.join(', ')}.`;
}
