import type { Translate } from '../../text';

/** An error that the validator found in a document. */
export interface DocumentFault {
	/** The code of the finding. */
	readonly code: string;
	/** From 1. */
	readonly line: number;
	readonly say: (t: Translate) => string;
}

export interface DocumentVerdict {
	/** The id of its kind, such as `zaakbericht`; `unknown` when it is none that we know. */
	readonly kind: string;
	/** Errors only, in document order. */
	readonly faults: readonly DocumentFault[];
}

/** Judges an XML text: given by whoever starts the partner, so that it judges as the rest of the product does. Never rejects. */
export type CheckDocument = (text: string) => Promise<DocumentVerdict>;
