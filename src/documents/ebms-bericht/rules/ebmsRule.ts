import type { Finding } from '../../../finding';
import type { XmlDocument } from '../../../xml/tree';
import type { EbmsMessage } from '../message';

/** What the rules of an ebMS message look at. */
export interface EbmsSubject {
	readonly document: XmlDocument;
	readonly message: EbmsMessage;
	/** What is not there is really missing, and not lost behind a missing end tag. */
	readonly whole: boolean;
}

export type EbmsRule = (subject: EbmsSubject) => readonly Finding[];
