import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * How many tests passed and failed. Runs of tests (each in its own process) add theirs to one file, a line each.
 *
 * @typedef {{passed: number, failed: number, file?: string}} Counts
 *
 * `file`: whose tests they are, relative to the current folder, where that is known.
 */

/** The variable with the path of the file; without it nobody counts. */
export const countsVariable = 'LOPENDE_ZAKEN_COUNTS';

/** @param {Counts} counts */
export function addCounts(counts) {
	const file = process.env[countsVariable];
	if (file) {
		appendFileSync(file, `${JSON.stringify(counts)}\n`);
	}
}

/**
 * @param {string} file
 * @returns {readonly Counts[]} What was added; nothing when the file is not there.
 */
export function readEachCounts(file) {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
	return lines.map((line) => JSON.parse(line));
}

/**
 * @param {string} file
 * @returns {Counts} The sum.
 */
export function readCounts(file) {
	return readEachCounts(file).reduce(
		(sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
		{ passed: 0, failed: 0 },
	);
}
