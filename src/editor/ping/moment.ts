/** A moment by the clock of this computer, the same in each language: `2026-03-16 10:15:30`. */
export function localTime(at: Date): string {
	return new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
}
