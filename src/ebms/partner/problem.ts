import type { Translate } from '../../text';

/**
 * Why there is no partner.
 * - `port-in-use`, `port-forbidden`: another program listens there, or this user may not.
 * - `folder-unusable`: the folder cannot be made, read or written.
 * - `foreign-file`: a file that the partner would overwrite is not its own.
 */
export type PartnerProblem =
	| { readonly kind: 'port-in-use' | 'port-forbidden'; readonly port: number }
	/** `code` is the system's name of the error. */
	| { readonly kind: 'listening-failed'; readonly port: number; readonly code: string }
	| { readonly kind: 'folder-unusable'; readonly folder: string; readonly code: string }
	| { readonly kind: 'foreign-file'; readonly file: string };

/** Says a problem in one or two sentences. */
export function problemInWords(problem: PartnerProblem, t: Translate): string {
	switch (problem.kind) {
		case 'port-in-use':
			return t(
				'Port {0} of this computer is in use by another program: choose another port, or 0 for any free one.',
				problem.port,
			);
		case 'port-forbidden':
			return t('You may not listen on port {0}: choose one above 1023.', problem.port);
		case 'listening-failed':
			return t('The partner cannot listen on port {0}: {1}.', problem.port, problem.code);
		case 'folder-unusable':
			return t(
				'The folder {0} for the keys and certificates of the partner cannot be used: {1}.',
				problem.folder,
				problem.code,
			);
		case 'foreign-file':
			return t(
				'{0} was not made by the partner and would be overwritten: choose another folder for its keys and certificates.',
				problem.file,
			);
	}
}
