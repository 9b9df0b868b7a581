import { basename } from 'node:path';
import { Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { Cpa } from '../../documents/cpa/agreement';
import { findOwnParty } from '../../documents/cpa/comparison/findOwnParty';
import type { Translate } from '../../text';
import { chooseCpa, readCpaAt } from './askCpa';
import { askParty } from './askParty';
import type { ComparisonSubject } from './comparisonPage';
import { findSpecificationFiles, readSpecificationFile, type SpecificationFile } from './specificationFiles';

/**
 * Asks which Consumerspecificatie is to be compared with which CPA, and which party we are when the OIN does not tell. The document that a
 * menu names, or else the one in the editor in front, is one of the two when it can be.
 */
export async function askComparison(argument: unknown, t: Translate): Promise<ComparisonSubject | undefined> {
	const title = t('Compare a Consumerspecificatie with a CPA');
	const given = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
	const givenFile = given && (await readSpecificationFile(given));
	const givenCpa = given && (await readCpaAt(given));
	if (argument instanceof Uri && givenFile === undefined && givenCpa === undefined) {
		void window.showErrorMessage(
			t('{0} is neither a Consumerspecificatie nor a CPA.', basename(argument.path)),
		);
		return undefined;
	}
	const file = givenFile ?? (await chooseSpecification(givenCpa?.cpa, title, t));
	const opened = file && (givenCpa ?? (await chooseCpa(title, t, (cpa) => (isAbout(file, cpa) ? 1 : 0))));
	if (file === undefined || opened === undefined) {
		return undefined;
	}
	const { cpa, uri } = opened;
	const party =
		ownParty(file, cpa) ??
		(await askParty(cpa, title, t('The OIN does not tell which party you are. Which one is it?')));
	return party && { specification: file.uri, cpa: uri, party: cpa.parties.indexOf(party) };
}

function ownParty({ specifications }: SpecificationFile, cpa: Cpa): ReturnType<typeof findOwnParty> {
	return specifications
		.map(({ partyId }) => findOwnParty(cpa, partyId?.value ?? null))
		.find((party) => party !== undefined);
}

function isAbout(file: SpecificationFile, cpa: Cpa): boolean {
	return ownParty(file, cpa) !== undefined;
}

interface Item extends QuickPickItem {
	readonly file?: SpecificationFile;
}

async function chooseSpecification(
	cpa: Cpa | undefined,
	title: string,
	t: Translate,
): Promise<SpecificationFile | undefined> {
	const files = await findSpecificationFiles();
	const [only] = files;
	if (files.length === 1) {
		return only;
	}
	const rank = (file: SpecificationFile): number => (cpa !== undefined && isAbout(file, cpa) ? 1 : 0);
	const items = files
		.toSorted((one, other) => rank(other) - rank(one))
		.map((file): Item => ({
			label: `$(file-code) ${basename(file.uri.path)}`,
			description: file.specifications.map(({ partyName }) => partyName?.value ?? '').join(', '),
			detail: `${workspace.asRelativePath(file.uri)}${rank(file) === 1 ? ` · ${t('of a party of this CPA')}` : ''}`,
			file,
		}));
	const other: Item = { label: `$(folder-opened) ${t('Another file…')}` };
	const item = await window.showQuickPick([...items, other], {
		title,
		placeHolder:
			files.length === 0
				? t('There is no Consumerspecificatie in this workspace')
				: t('Which Consumerspecificatie?'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return item === other ? askFile(title, t) : item?.file;
}

async function askFile(title: string, t: Translate): Promise<SpecificationFile | undefined> {
	const [uri] = (await window.showOpenDialog({ title, filters: { XML: ['xml'] } })) ?? [];
	const file = uri && (await readSpecificationFile(uri));
	if (uri !== undefined && file === undefined) {
		void window.showErrorMessage(t('{0} is no Consumerspecificatie.', basename(uri.path)));
	}
	return file;
}
