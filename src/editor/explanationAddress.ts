import type { Uri } from 'vscode';
import { pageAddress } from './pages';

/** The folder of the pages that explain the codes of findings. */
export const explanationFolder = 'uitleg';

/** @returns The address of the explanation of a finding's code: works offline and opens in the editor. */
export function explanationAddress(code: string): Uri {
	return pageAddress(explanationFolder, code);
}
