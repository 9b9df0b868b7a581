import { basename } from 'node:path';
import { commands, type Uri, type WebviewPanel } from 'vscode';
import type { CpaParty } from '../../documents/cpa/agreement';
import { compareSpecification } from '../../documents/cpa/comparison/compareSpecification';
import { createLineIndex } from '../../xml/lines';
import type { CommandId } from '../commands';
import { explanationAddress } from '../explanationAddress';
import { html } from '../webView/html';
import type { Services } from '../services';
import { readCpaAt } from './askCpa';
import { showLivePage, type LiveContent } from './livePage';
import { placeText } from './placeText';
import { revealPlace } from './revealPlace';
import { readSpecificationFile } from './specificationFiles';
import { writeComparisonPage, type Side } from './writeComparisonPage';
import { readXmlText } from './xmlText';

/** What is compared. */
export interface ComparisonSubject {
	readonly specification: Uri;
	readonly cpa: Uri;
	/** The number of the party in the CPA, from 0. */
	readonly party: number;
}

/** Fills a panel with a Consumerspecificatie and a CPA side by side, and follows both. */
export function showComparisonPage(
	panel: WebviewPanel,
	subject: ComparisonSubject,
	services: Services,
	extensionUri: Uri,
	showOther: (other: ComparisonSubject) => void,
): void {
	const { specification, cpa, party } = subject;
	showLivePage(
		panel,
		{
			sources: [specification, cpa],
			state: { specification: specification.toString(), cpa: cpa.toString(), party },
			write: () => writeContent(subject, services),
			actions: {
				reveal: ({ side, place }) =>
					revealPlace(subject[side === 'cpa' ? 'cpa' : 'specification'], place ?? ''),
				explain: ({ code }) => commands.executeCommand('vscode.open', explanationAddress(code ?? '')),
				party: () => {
					showOther({ ...subject, party: party === 0 ? 1 : 0 });
				},
				show: () => commands.executeCommand('lopendeZaken.showCpa' satisfies CommandId, cpa),
			},
		},
		services,
		extensionUri,
	);
}

async function writeContent(
	{ specification, cpa, party: index }: ComparisonSubject,
	{ config, t }: Services,
): Promise<LiveContent> {
	const names = { specification: basename(specification.path), cpa: basename(cpa.path) };
	const title = t('Compare: {0} and {1}', names.specification, names.cpa);
	const [file, opened] = await Promise.all([readSpecificationFile(specification), readCpaAt(cpa)]);
	const party: CpaParty | undefined = opened?.cpa.parties[index];
	if (file === undefined || party === undefined) {
		const name = file === undefined ? names.specification : names.cpa;
		return {
			title,
			body: html`<p>${t('{0} cannot be compared: it cannot be read as what it was.', name)}</p>`,
		};
	}
	const lines = {
		specification: createLineIndex((await readXmlText(specification))?.text ?? ''),
		cpa: createLineIndex((await readXmlText(cpa))?.text ?? ''),
	} satisfies Record<Side, unknown>;
	return {
		title,
		body: writeComparisonPage(
			{ comparison: compareSpecification(file.specifications, party), names },
			{
				t,
				language: config.language(),
				moment: new Date(),
				placeOf: (side, { start, end }) =>
					placeText({ start: lines[side].positionAt(start), end: lines[side].positionAt(end) }),
			},
		),
	};
}
