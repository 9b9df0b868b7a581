import type { GroupModel, RowModel } from './model';

/**
 * How the button that copies a row is called: by its label, or where more rows have that label, by its heading or its value too.
 *
 * @param groups All rows beside which it stands.
 */
export function copyNameOf(
	{ label, value }: RowModel,
	heading: string,
	groups: readonly GroupModel[],
): string {
	const headings = groups.flatMap((group) =>
		group.rows.filter((row) => row.label === label).map(() => group.heading),
	);
	if (headings.length < 2) {
		return label;
	}
	const isOneOfMore = headings.filter((other) => other === heading).length > 1;
	return `${label} (${isOneOfMore ? value : heading})`;
}
