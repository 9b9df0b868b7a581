import type { Phrase } from '../phrase';

/** A lead time as the manual gives it. */
export interface StatedTime {
	readonly amount: number;
	readonly unit: 'working-days' | 'days' | 'weeks';
	/** `§4.3.4`, or `Bijlage 1, 2.v`. */
	readonly source: string;
}

/**
 * How long a task takes.
 * - `stated`: the manual says it, perhaps at several places that differ; the longest plans.
 * - `estimate`: the manual gives a time for the whole step only. Ours, chosen so that the longest chain of the step takes what
 *   Bijlage 1 gives for it.
 * - `continuous`: it never ends.
 */
export type LeadTime =
	| { readonly kind: 'stated'; readonly times: readonly StatedTime[] }
	| { readonly kind: 'estimate'; readonly workingDays: number }
	| { readonly kind: 'continuous' };

const workingDaysPer: Readonly<Record<StatedTime['unit'], number>> = { 'working-days': 1, days: 1, weeks: 5 };

/** @returns At least 1; undefined for what never ends. */
export function workingDaysOf(leadTime: LeadTime): number | undefined {
	switch (leadTime.kind) {
		case 'stated':
			return Math.max(1, ...leadTime.times.map(({ amount, unit }) => amount * workingDaysPer[unit]));
		case 'estimate':
			return leadTime.workingDays;
		case 'continuous':
			return undefined;
	}
}

/** Whether the manual gives different times at different places. */
export function contradictsItself(leadTime: LeadTime): boolean {
	return (
		leadTime.kind === 'stated' &&
		new Set(leadTime.times.map(({ amount, unit }) => amount * workingDaysPer[unit])).size > 1
	);
}

/** Says a lead time in words, with where it comes from. */
export function leadTimeInWords(leadTime: LeadTime): Phrase {
	return (t) => {
		switch (leadTime.kind) {
			case 'estimate':
				return leadTime.workingDays === 1
					? t('1 working day (our estimate; the manual gives a time for the whole step only)')
					: t(
							'{0} working days (our estimate; the manual gives a time for the whole step only)',
							leadTime.workingDays,
						);
			case 'continuous':
				return t('continuous');
			case 'stated': {
				const times = [...leadTime.times]
					.sort((a, b) => b.amount * workingDaysPer[b.unit] - a.amount * workingDaysPer[a.unit])
					.map((time) => `${amountInWords(time)(t)} (${time.source})`);
				return contradictsItself(leadTime)
					? t('the manual contradicts itself: {0}; the longest time is planned', times.join(', '))
					: times.join(', ');
			}
		}
	};
}

/** `5 working days`. */
export function amountInWords({ amount, unit }: Pick<StatedTime, 'amount' | 'unit'>): Phrase {
	return (t) => {
		switch (unit) {
			case 'working-days':
				return amount === 1 ? t('1 working day') : t('{0} working days', amount);
			case 'days':
				return amount === 1 ? t('1 day') : t('{0} days', amount);
			case 'weeks':
				return amount === 1 ? t('1 week') : t('{0} weeks', amount);
		}
	};
}

/** The times of one or more places in the manual. */
export function stated(...times: readonly StatedTime[]): () => LeadTime {
	return () => ({ kind: 'stated', times });
}

/** Our own estimate. */
export function estimate(workingDays: number): () => LeadTime {
	return () => ({ kind: 'estimate', workingDays });
}

export const continuous = (): LeadTime => ({ kind: 'continuous' });
