import { spawnSync } from 'node:child_process';

/** What `xmllint --schema` says of one file. */
export interface XmllintVerdict {
	readonly valid: boolean;
	readonly errors: readonly {
		readonly line: number;
		/** As written, with prefix. */
		readonly element: string;
		readonly message: string;
	}[];
}

const errorLine = /^(.*):(\d+): element (\S+): Schemas validity error : (.*)$/;

/**
 * Validates files with the reference implementation, in one process.
 *
 * @param schema Path of the XSD.
 * @throws When xmllint is not installed, or says something else than verdicts.
 */
export function validateWithXmllint(
	schema: string,
	files: readonly string[],
): ReadonlyMap<string, XmllintVerdict> {
	const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
		encoding: 'utf8',
	});
	if (run.error) {
		throw new Error(
			'This test needs xmllint. Install it with "apt-get install libxml2-utils" (Debian, Ubuntu) or "brew install libxml2" (macOS).',
			{ cause: run.error },
		);
	}
	const errors = new Map(files.map((file) => [file, [] as XmllintVerdict['errors'][number][]]));
	const valid = new Map<string, boolean>();
	for (const text of run.stderr.split('\n').filter((line) => line !== '')) {
		const error = errorLine.exec(text);
		const verdict = /^(.*) (validates|fails to validate)$/.exec(text);
		const file = error?.[1] ?? verdict?.[1] ?? '';
		if (error && errors.has(file)) {
			errors.get(file)?.push({ line: Number(error[2]), element: error[3] ?? '', message: error[4] ?? '' });
		} else if (verdict && errors.has(file)) {
			valid.set(file, verdict[2] === 'validates');
		} else {
			throw new Error(`xmllint says: ${text}`);
		}
	}
	return new Map(
		files.map((file) => [file, { valid: valid.get(file) ?? false, errors: errors.get(file) ?? [] }]),
	);
}
