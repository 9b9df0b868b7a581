/** How long a duration takes, in milliseconds. Months and years differ in length, so there are bounds. */
export interface DurationBounds {
	readonly least: number;
	readonly most: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The lengths of the parts of an xsd:duration, in the order in which they are written. */
const lengths: readonly DurationBounds[] = [
	{ least: 365 * day, most: 366 * day },
	{ least: 28 * day, most: 31 * day },
	{ least: day, most: day },
	{ least: hour, most: hour },
	{ least: minute, most: minute },
	{ least: second, most: second },
];

const pattern =
	/^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Reads an xsd:duration (XML Schema 1.0 part 2 §3.2.6) such as `PT3H`.
 *
 * @returns `undefined` when it is none, or a negative one, which is no time to wait.
 */
export function parseDuration(value: string): DurationBounds | undefined {
	const parts = pattern.exec(value)?.slice(1);
	return (
		parts &&
		lengths.reduce(
			({ least, most }, length, index) => {
				const count = Number(parts[index] ?? 0);
				return { least: least + count * length.least, most: most + count * length.most };
			},
			{ least: 0, most: 0 },
		)
	);
}
