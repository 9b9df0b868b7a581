import type { Translate } from '../../text';
import { errorCodeOf, type ConnectionMode, type AnswerMode, type PartnerMode, type ReplyMode } from './modes';

/** A behaviour in words. */
export interface ModeWords {
	/** A few words, with a capital. */
	readonly label: string;
	/** What can be learnt from it, in a sentence. */
	readonly detail: string;
}

type Words = (t: Translate) => ModeWords;

const words: Readonly<Record<'normal' | AnswerMode | ConnectionMode, Words>> = {
	normal: (t) => ({
		label: t('As it should be'),
		detail: t('Answers as the CPA says: with a Pong, an Acknowledgment or an ErrorList.'),
	}),
	'no-answer': (t) => ({
		label: t('No answer'),
		detail: t('Takes the message and never answers, until your side has had enough of it.'),
	}),
	slow: (t) => ({
		label: t('Slow'),
		detail: t('Answers as it should, but only after ten seconds.'),
	}),
	'no-content': (t) => ({
		label: t('Only 204'),
		detail: t('Answers 204 without content; a Pong never comes.'),
	}),
	'empty-error': (t) => ({
		label: t('Empty 500'),
		detail: t('Answers 500 without content, as many MSHs do when the envelope is not valid.'),
	}),
	'soap-fault': (t) => ({
		label: t('SOAP Fault'),
		detail: t('Answers 500 with a SOAP Fault.'),
	}),
	'wrong-reference': (t) => ({
		label: t('Wrong RefToMessageId'),
		detail: t('Answers as it should, but with a reference to a message that is not yours.'),
	}),
	'cut-off': (t) => ({
		label: t('Connection cut half-way'),
		detail: t('Hangs up in the middle of the answer.'),
	}),
	garbage: (t) => ({
		label: t('10 MB of garbage'),
		detail: t('Answers with ten megabytes that are no XML.'),
	}),
	'expired-certificate': (t) => ({
		label: t('Server certificate expired'),
		detail: t('Shows a certificate whose validity has ended.'),
	}),
	'wrong-host-certificate': (t) => ({
		label: t('Server certificate of another host'),
		detail: t('Shows a certificate for another name than the one that you connect to.'),
	}),
	'unknown-ca-certificate': (t) => ({
		label: t('Server certificate of an unknown CA'),
		detail: t('Shows a certificate that does not lead to the root that you trust.'),
	}),
	'tls-1.1': (t) => ({
		label: t('TLS 1.1 only'),
		detail: t('Speaks only TLS 1.0 and 1.1, which Digikoppeling forbids.'),
	}),
	'client-certificate-refused': (t) => ({
		label: t('Client certificate refused'),
		detail: t('Takes certificates of another root only, and so not yours.'),
	}),
};

/** Says what a behaviour is. */
export function modeInWords(mode: PartnerMode, t: Translate): ModeWords {
	const code = errorCodeOf(mode);
	return code === undefined
		? words[mode as keyof typeof words](t)
		: {
				label: t('ErrorList with {0}', code),
				detail: t('Answers with a MessageError whose ErrorList has the code {0}.', code),
			};
}

/** Says where the answer goes. `endpoint`: of the sender, as the CPA has it. */
export function replyInWords(reply: ReplyMode, endpoint: string, t: Translate): ModeWords {
	return reply === 'sync'
		? {
				label: t('Answer in the response (synchronous)'),
				detail: t('As with syncReplyMode mshSignalsOnly in the CPA.'),
			}
		: {
				label: t('Answer in a request of its own (asynchronous)'),
				detail: t('As with syncReplyMode none in the CPA: to {0}, where the connection listens.', endpoint),
			};
}
