import { anyDocumentRepairs } from '../documents/repairs';
import { recognise } from '../documents/registry';
import type { Finding } from '../finding';
import { schemaRepairs } from '../schema/repairs';
import type { Translate } from '../text';
import { parseXml } from '../xml/parse';
import type { Repair, RepairTable } from '../xml/repair';
import { xmlRepairs } from '../xml/repairs';

/**
 * The ways to take findings away, the likeliest first.
 *
 * @param findings What was found in exactly this text.
 * @returns As many lists as there are findings, in their order; an empty one where only the user can know what is right.
 */
export function repairsFor(
	text: string,
	findings: readonly Pick<Finding, 'code' | 'span' | 'data'>[],
	t: Translate,
): readonly (readonly Repair[])[] {
	const document = parseXml(text);
	const own = recognise(document)?.kind.repairs;
	const tables: readonly RepairTable[] = [
		...(own === undefined ? [] : [own]),
		anyDocumentRepairs,
		schemaRepairs,
		xmlRepairs,
	];
	return findings.map(({ code, span, data }) => {
		const repairs = tables.flatMap((table) => table.get(code)?.({ document, span, data }, t) ?? []);
		// What a kind knows to be likeliest is often a choice of the schema too.
		return repairs.filter(({ title }, index) => repairs.findIndex((one) => one.title === title) === index);
	});
}
