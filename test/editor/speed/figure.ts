import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { print } from '../suite/print';

/** Prints a figure in milliseconds, and keeps it for the harness when that asks for it: it tells the median of several hosts. */
export function figure(what: string, milliseconds: number): void {
	print(`${what}: ${milliseconds.toFixed(1)} ms`);
	const file = process.env['LOPENDE_ZAKEN_TEST_FIGURES'];
	if (file !== undefined) {
		appendFileSync(file, `${JSON.stringify({ what, milliseconds })}\n`);
	}
}
