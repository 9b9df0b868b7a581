const maxQuoted = 60;

/** A value as a sentence quotes it: on one line, and no longer than a reader needs to recognise it. */
export function quote(written: string): string {
	const value = written.trim().replace(/\s+/g, ' ');
	return value.length > maxQuoted ? `${value.slice(0, maxQuoted)}…` : value;
}
