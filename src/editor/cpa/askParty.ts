import { window } from 'vscode';
import type { Cpa, CpaParty } from '../../documents/cpa/agreement';

/** Asks for a party of a CPA. */
export async function askParty(
	{ parties }: Cpa,
	title: string,
	placeHolder: string,
	label: (party: CpaParty) => string = nameOf,
): Promise<CpaParty | undefined> {
	const items = parties.map((party) => ({
		label: label(party),
		description: party.partyIds.map(({ value }) => value).join(', '),
		party,
	}));
	const item = await window.showQuickPick(items, { title, placeHolder });
	return item?.party;
}

/** How a party is called in a list. */
export function nameOf({ name, partyIds: [own] }: CpaParty): string {
	return name ?? own?.value ?? '?';
}
