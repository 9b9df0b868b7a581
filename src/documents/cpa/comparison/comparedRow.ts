import type { Certificate } from '../../../certificates/certificate';
import type { Finding, Span } from '../../../finding';
import type { ComparedSubject } from './texts';

/** What stands at one side. */
export type ComparedValue =
	| { readonly kind: 'text'; readonly text: string; readonly span: Span }
	/** `certificate`: `null` when it cannot be read. */
	| { readonly kind: 'certificate'; readonly certificate: Certificate | null; readonly span: Span };

/** One subject, side by side. */
export interface ComparedRow {
	readonly subject: ComparedSubject;
	/** `null` when it is missing. */
	readonly specification: ComparedValue | null;
	/** What the CPA has: more than one when its channels differ. */
	readonly cpa: readonly ComparedValue[];
	/** What is different; `null` when they are equal. Its place is in the CPA. */
	readonly finding: Finding | null;
}
