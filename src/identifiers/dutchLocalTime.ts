/** Made at each use: it takes 10 ms the first time, which those who never meet a zone must not pay when they start. */
function dutchTimeFormat(): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/Amsterdam',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
}

const zonedTime =
	/^(\d{4})-?(\d\d)-?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)(?:\.?(\d{1,3})\d*)?(Z|[+-]\d\d(?::?\d\d)?)$/i;

/**
 * Writes a time with a zone as StUF does: YYYYMMDDhhmmss in Dutch local time, summer time included.
 *
 * @param text A time with seconds, in digits or as XML Schema writes it, with `Z` or an offset.
 * @returns `undefined` when it is something else or does not exist.
 */
export function toDutchLocalTime(text: string): string | undefined {
	const match = zonedTime.exec(text);
	if (match === null) {
		return undefined;
	}
	const [, year, month, day, hour, minute, second, , zone = 'Z'] = match;
	const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2).padStart(2, '0')}`;
	const instant = new Date(
		`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${offset}`,
	);
	if (Number.isNaN(instant.getTime())) {
		return undefined;
	}
	const part = new Map(
		dutchTimeFormat()
			.formatToParts(instant)
			.map(({ type, value }) => [type, value]),
	);
	return ['year', 'month', 'day', 'hour', 'minute', 'second']
		.map((type) => part.get(type as Intl.DateTimeFormatPartTypes) ?? '')
		.join('');
}
