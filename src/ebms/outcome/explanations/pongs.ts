import type { Translate } from '../../../text';
import type { PongDifference, PongPart } from '../../message/checkPong';
import { signalActions } from '../../../documents/ebms-bericht/vocabulary';
import type { EbmsError } from '../../message/message';
import { errorInWords } from './errorCodes';
import type { Explainers } from './explanation';
import { nextForProof, provenInWords } from './proofWords';

export const pongExplainers: Explainers<'pong' | 'pong-async' | 'accepted' | 'pong-mismatch'> = {
	pong: ({ pong, warnings, proof }, t) => ({
		summary: t('The other side answered with a Pong: the connection works.'),
		meaning: [
			provenInWords(proof, t),
			t(
				'The CPA and the PartyIds are right as far as a Ping shows. The Pong has MessageId {0}.',
				pong.messageId,
			),
			...warningsInWords(warnings, t),
		].join(' '),
		causes: [],
		next: [
			...nextForProof(proof, t),
			t('Send a business message next: only that is checked against the validity and the status of the CPA.'),
		],
	}),
	'pong-async': ({ pong, warnings, isSenderKnown }, t) => ({
		summary: t('The Pong came to our own endpoint: the connection works in both directions.'),
		meaning: [
			t(
				'The other side accepted the Ping and sent the Pong in a request of its own, with MessageId {0}.',
				pong.messageId,
			),
			...(isSenderKnown === false
				? [t('It showed no certificate that you trust, but only the other side can know the id of the Ping.')]
				: []),
			...warningsInWords(warnings, t),
		].join(' '),
		causes: [],
		next: [
			...(isSenderKnown === false
				? [t('Ask the other side to send its client certificate: Digikoppeling wants it in both directions.')]
				: []),
			t('Send a business message next: only that is checked against the validity and the status of the CPA.'),
		],
	}),
	accepted: (outcome, t) => {
		const { status, proof, syncReplyMode, isSyncRequested, pongEndpoint } = outcome;
		const isSync = isSyncRequested || (syncReplyMode !== null && syncReplyMode !== 'none');
		return {
			summary:
				pongEndpoint === null
					? t('The other side accepted the Ping (HTTP {0}); the Pong comes separately.', status)
					: t('The other side accepted the Ping (HTTP {0}); the Pong goes to {1}.', status, pongEndpoint),
			meaning: isSync
				? t(
						'The way to the other side works, but a Pong was asked for in this response and it is empty. Whether the other side understood the Ping is not known.',
					)
				: [
						t('The way to the other side works.'),
						provenInWords(proof, t),
						t(
							'The Pong is sent to the endpoint in the CPA in a request of its own, which is normal for Digikoppeling; whether it arrives cannot be seen here.',
						),
					].join(' '),
			causes: isSync
				? [
						t(
							'The CPA of the other side says syncReplyMode "none", or another version of it is loaded there.',
						),
						t('A gateway between accepts all messages before it hands them on.'),
					]
				: [],
			next: [
				pongEndpoint === null
					? t('Look in the log of your own adapter whether the Pong came in.')
					: t('Look in the log of the adapter at {0} whether the Pong came in.', pongEndpoint),
				t(
					'No Pong within a minute? Then the other side cannot reach your endpoint, or does not trust its certificate: ask what its log says.',
				),
				t('To receive the Pong here, let this program listen at the endpoint of the CPA.'),
				...nextForProof(proof, t),
			],
		};
	},
	'pong-mismatch': ({ differences, isAsync }, t) => ({
		summary: isAsync
			? t('A message came to our endpoint, but it is not the right Pong.')
			: t('The other side answered, but not with the right Pong.'),
		meaning: differences.map((difference) => differenceInWords(difference, t)).join(' '),
		causes: [
			...new Set(differences.flatMap((difference) => mismatchCauses(difference, t))),
			t('The adapter of the other side does not keep to the standard.'),
		],
		next: [
			t('Show the other side the request and the response, with what differs.'),
			t('Check whether both sides have loaded the same CPA.'),
		],
	}),
};

function warningsInWords(warnings: readonly EbmsError[], t: Translate): readonly string[] {
	return warnings.length === 0
		? []
		: [t('The Pong comes with a warning.'), ...warnings.map((warning) => errorInWords(warning, t))];
}

function differenceInWords({ part, expected, found }: PongDifference, t: Translate): string {
	const name = partNames(t)[part];
	return found === ''
		? t('{0} is missing; it should be "{1}".', name, expected)
		: t('{0} is "{1}"; it should be "{2}".', name, found, expected);
}

function partNames(t: Translate): Readonly<Record<PongPart, string>> {
	return {
		service: t('The Service'),
		action: t('The Action'),
		'cpa-id': t('The CPAId'),
		'conversation-id': t('The ConversationId'),
		'ref-to-message-id': t('The RefToMessageId'),
		from: t('The sender (From)'),
		to: t('The receiver (To)'),
		status: t('The HTTP status'),
	};
}

/** The actions of an MSH that a Ping is not answered with. */
const otherSignals: ReadonlySet<string> = new Set(
	signalActions.filter((action) => action !== 'Ping' && action !== 'Pong'),
);

function mismatchCauses({ part, found }: PongDifference, t: Translate): readonly string[] {
	switch (part) {
		case 'ref-to-message-id':
		case 'conversation-id':
			return [t('It is the answer to another message, sent shortly before or from elsewhere.')];
		case 'from':
		case 'to':
		case 'cpa-id':
			return [t('The other side uses another CPA, or other PartyIds in it.')];
		case 'action':
			return otherSignals.has(found)
				? [
						found === 'Acknowledgment'
							? t(
									'The MSH only says that the message arrived, as it does of any message; the Pong may still come, in a request of its own.',
								)
							: t('It is an MSH that answered, but it took the message for something else than a Ping.'),
					]
				: [t('What answers is no MSH, or it handed the Ping to an application.')];
		case 'service':
			return [t('What answers is no MSH, or it handed the Ping to an application.')];
		case 'status':
			return [];
	}
}
