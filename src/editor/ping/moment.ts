/** A moment by the clock of this computer, the same in each language: `2026-03-16 10:15:30`. */
export function localTime(at: Date): string {
	return new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
}

/** The same to the minute, without the day when that is today. */
export function shortMoment(at: Date, now = new Date()): string {
	const [day, time] = localTime(at).slice(0, 16).split(' ');
	return localTime(now).startsWith(day ?? '') ? (time ?? '') : `${day ?? ''} ${time ?? ''}`;
}
