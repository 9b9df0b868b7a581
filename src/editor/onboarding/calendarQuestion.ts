import type { CalendarChoice, Situation } from '../../onboarding/situation';
import type { Phrase } from '../../onboarding/phrase';
import { askChoice, type Answer } from '../questions/quickInput';
import type { SituationQuestion } from './situationQuestions';

const liberationDayWords: Readonly<Record<CalendarChoice['liberationDay'], Phrase>> = {
	always: (t) => t('5 May: every year'),
	lustrum: (t) => t('5 May: every fifth year (2025, 2030, …)'),
	never: (t) => t('5 May: never'),
};

const goodFridayWords = (isOff: boolean): Phrase =>
	isOff ? (t) => t('Good Friday: day off') : (t) => t('Good Friday: working day');

/**
 * Which of the days are off that are not off for everybody. It is not asked when the connection is set up: the usual answer serves nearly all,
 * and the situation is where one looks for it.
 */
export const calendarQuestion: SituationQuestion = {
	name: (t) => t('Days off'),
	answer: ({ calendar }, t) =>
		`${liberationDayWords[calendar.liberationDay](t)}; ${goodFridayWords(calendar.goodFriday)(t)}`,
	concerns: ({ anchor }) => anchor.kind !== 'none',
	async ask(situation, frame, t): Promise<Answer<Situation>> {
		const { calendar } = situation;
		for (;;) {
			const liberationDay = await askChoice(
				frame,
				t('When is Liberation Day a day off?'),
				(['lustrum', 'always', 'never'] as const).map((value) => ({
					label: liberationDayWords[value](t),
					value,
				})),
				(value) => value === calendar.liberationDay,
			);
			if (liberationDay?.kind !== 'answer') {
				return liberationDay;
			}
			const goodFriday = await askChoice(
				{ ...frame, canGoBack: true },
				t('Is Good Friday a day off?'),
				[false, true].map((value) => ({ label: goodFridayWords(value)(t), value })),
				(value) => value === calendar.goodFriday,
			);
			if (goodFriday === undefined) {
				return undefined;
			}
			if (goodFriday.kind === 'answer') {
				const chosen = { liberationDay: liberationDay.value, goodFriday: goodFriday.value };
				return { kind: 'answer', value: { ...situation, calendar: chosen } };
			}
		}
	},
};
