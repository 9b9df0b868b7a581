/** A moment as xsd:dateTime writes it. */
export interface XsdMoment {
	readonly moment: Date;
	/** As written: `Z`, `+01:00`; `''` when there is none. */
	readonly zone: string;
}

/** Year, month, day, hour, minute, second with fraction, zone. Years of more than four digits are no dates of our field. */
const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads an xsd:dateTime (XML Schema 1.0 part 2 §3.2.7). One without zone is taken as UTC.
 *
 * @returns `undefined` when it is none, or no such moment exists.
 */
export function parseXsdMoment(value: string): XsdMoment | undefined {
	const parts = pattern.exec(value);
	if (parts === null) {
		return undefined;
	}
	const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] =
		parts;
	const milliseconds = fraction.slice(1, 4).padEnd(3, '0');
	// JavaScript rolls 30 February over to March.
	const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	if (Number(day) > daysInMonth) {
		return undefined;
	}
	const moment = new Date(
		`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${zone === '' ? 'Z' : zone}`,
	);
	return Number.isNaN(moment.getTime()) ? undefined : { moment, zone };
}
