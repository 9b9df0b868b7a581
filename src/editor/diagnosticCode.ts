import type { Diagnostic } from 'vscode';

/** Who gave a diagnostic, as the Problems panel shows it. */
export const diagnosticSource = 'Lopende Zaken';

/** The code of the finding that a diagnostic of ours shows. */
export function codeOf({ code }: Pick<Diagnostic, 'code'>): string {
	return String(typeof code === 'object' ? code.value : code);
}
