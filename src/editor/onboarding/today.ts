import type { IsoDate } from '../../onboarding/planning/isoDate';

/** By the clock and the zone of this computer. */
export function today(): IsoDate {
	const now = new Date();
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
