import { errorCodes, type ErrorCode } from '../message/message';

/** How the partner answers when it is asked nothing else, which is also what its CPA says. */
export const replyModes = ['sync', 'async'] as const;

export type ReplyMode = (typeof replyModes)[number];

/** What goes wrong in the connection itself, before there is a request. */
const connectionModes = [
	'expired-certificate',
	'wrong-host-certificate',
	'unknown-ca-certificate',
	'tls-1.1',
	'client-certificate-refused',
] as const;

export type ConnectionMode = (typeof connectionModes)[number];

/** What goes wrong in the answer. */
const answerModes = [
	'no-answer',
	'slow',
	'no-content',
	'empty-error',
	'soap-fault',
	'wrong-reference',
	'cut-off',
	'garbage',
] as const;

export type AnswerMode = (typeof answerModes)[number];

/** An ErrorList with a code. */
export type ErrorListMode = `error-list:${ErrorCode}`;

export const errorListModes: readonly ErrorListMode[] = errorCodes.map(
	(code) => `error-list:${code}` as const,
);

/** How the partner behaves: `normal`, or with a fault to practise with. */
export type PartnerMode = 'normal' | AnswerMode | ErrorListMode | ConnectionMode;

/** All of them, in the order in which they are shown. */
export const partnerModes: readonly PartnerMode[] = [
	'normal',
	...answerModes,
	...errorListModes,
	...connectionModes,
];

/** The code of a mode that answers with an ErrorList. */
export function errorCodeOf(mode: PartnerMode): ErrorCode | undefined {
	return errorCodes.find((code) => mode === `error-list:${code}`);
}
