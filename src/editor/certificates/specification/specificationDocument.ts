import type { OpenSpecification } from './specificationEdits';

/** Larger documents are no Consumerspecificatie; in UTF-16 units. */
export const largestSpecification = 500_000;

/** What is in each Consumerspecificatie, and hardly in another document. */
const rootName = 'osb-ebms-service-specificatie';

/** Whether a text may be a Consumerspecificatie: cheap, as it is asked of every document that is opened. */
function mayBeSpecification(text: string): boolean {
	return text.length <= largestSpecification && text.includes(rootName);
}

/** Reads a text as a Consumerspecificatie; `undefined` when it is none. What reads it is only loaded for a text that may be one. */
export async function specificationIn(text: string): Promise<OpenSpecification | undefined> {
	if (!mayBeSpecification(text)) {
		return undefined;
	}
	const { openSpecification } = await import('./specificationEdits');
	return openSpecification(text);
}
