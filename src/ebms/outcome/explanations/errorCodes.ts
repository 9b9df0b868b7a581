import type { Translate } from '../../../text';
import type { EbmsError, ErrorCode } from '../../message/message';

/** One error of ebMS as a sentence or two: code, severity, place, and what it says itself. */
export function errorInWords({ code, severity, location, description }: EbmsError, t: Translate): string {
	const name = code === '' ? t('an error without a code') : code;
	return [
		severity === 'Warning' ? t('Warning {0}.', name) : t('Error {0}.', name),
		...(description === null || description === '' ? [] : [t('The other side says: "{0}"', description)]),
		...(location === null || location === '' ? [] : [t('Place: {0}.', location)]),
	].join(' ');
}

/** What a code means for a Ping; ebMS 2.0 §4.2.3.4, and what ebms-core gives it for. */
function meaningOfCode(code: string, t: Translate): string | undefined {
	const meanings: Readonly<Record<ErrorCode, string>> = {
		ValueNotRecognized: t(
			'The other side does not know a value in the message, such as the CPAId, a PartyId or the Service.',
		),
		NotSupported: t('The other side does not support this part of the message, or no Ping at all.'),
		Inconsistent: t(
			'The message does not agree with the CPA of the other side: a PartyId (value, type or suffix), the version, or the SyncReply.',
		),
		OtherXml: t('The other side cannot read the XML of the message.'),
		DeliveryFailure: t('The other side received the message but could not deliver it.'),
		TimeToLiveExpired: t(
			'The message came too late according to the other side: a clock is wrong, or it was held up.',
		),
		SecurityFailure: t(
			'The other side refuses the message for its security: the certificate, the signature or the rights of the sender.',
		),
		MimeProblem: t('The other side cannot read the MIME parts of the message.'),
		Unknown: t(
			'The other side found no channel for the message, or did not say what is wrong: with ebms-core this is a CPA without a channel for Ping.',
		),
	};
	return Object.entries(meanings).find(([known]) => known === code)?.[1];
}

/** Likely causes by code, the likeliest first. */
export function causesOfCodes(errors: readonly EbmsError[], t: Translate): readonly string[] {
	const unknown = t('This code is none of ebMS 2.0: only the other side can tell what it means by it.');
	const coded = errors.filter(({ code }) => code !== '');
	return [...new Set(coded.map(({ code }) => meaningOfCode(code, t) ?? unknown))];
}

/** What to do about errors of ebMS. */
export function nextForErrors(errors: readonly EbmsError[], t: Translate): readonly string[] {
	const isSecurity = errors.some(({ code }) => code === 'SecurityFailure');
	return [
		isSecurity
			? t('Ask the other side which certificate and which OIN it expects for this CPA.')
			: t('Compare From, To and CPAId in the request with the CPA, exactly: type and suffix included.'),
		t('Ask the other side whether it has loaded the same CPA, and what its log says at this time.'),
	];
}
