import { roleIds, roleTexts, type RoleId } from '../../onboarding/catalogue/roles';
import { parseIsoDate } from '../../onboarding/planning/isoDate';
import { defaultCalendar, type Anchor, type Situation } from '../../onboarding/situation';
import type { Phrase } from '../../onboarding/phrase';
import { dateInWords } from '../../onboarding/words';
import type { Translate } from '../../text';
import { askChoice, askText, type Answer, type Choice, type QuestionFrame } from '../questions/quickInput';
import { today } from './today';

/** Something that is asked about the organisation. */
export interface SituationQuestion {
	readonly name: Phrase;
	readonly answer: (situation: Situation, t: Translate) => string;
	readonly concerns: (situation: Situation) => boolean;
	readonly ask: (situation: Situation, frame: QuestionFrame, t: Translate) => Promise<Answer<Situation>>;
}

/** The answers that make most work: what a new situation begins with. */
export const unknownSituation: Situation = {
	organisation: 'government',
	hasOin: false,
	hasAdapter: false,
	network: 'internet',
	messageStandard: 'stuf',
	hasCertificates: false,
	anchor: { kind: 'none' },
	calendar: defaultCalendar,
	roles: {},
	rest: {},
};

type YesNoKey = 'hasOin' | 'hasAdapter' | 'hasCertificates';

const always = (): boolean => true;

/** All questions, in the order in which they are asked. */
export const situationQuestions: readonly SituationQuestion[] = [
	{
		name: (t) => t('Kind of organisation'),
		answer: ({ organisation }, t) => (organisation === 'supplier' ? t('supplier') : t('government body')),
		concerns: always,
		ask: (situation, frame, t) =>
			choose(
				situation,
				frame,
				t('What kind of organisation connects?'),
				[
					{
						label: t('government body'),
						detail: t(
							'A municipality, province, water authority or agency that sends its own cases; also when a supplier connects on its behalf.',
						),
						value: 'government',
					},
					{
						label: t('supplier'),
						detail: t(
							'Connects to develop and test its software. It gets an HRN, and does not go to production.',
						),
						value: 'supplier',
					},
				],
				'organisation',
			),
	},
	yesOrNo('hasOin', {
		name: (t) => t('OIN present'),
		question: (t) => t('Does the organisation have an OIN already?'),
		yes: (t) => t('The number by which Digikoppeling knows a government body.'),
		no: (t) => t('You get it by signing up for Digikoppeling.'),
		concerns: ({ organisation }) => organisation === 'government',
	}),
	yesOrNo('hasAdapter', {
		name: (t) => t('Digikoppeling adapter present'),
		question: (t) => t('Is there a Digikoppeling adapter that can serve for this connection?'),
		yes: (t) => t('It has passed the compliancy test and can be used: setting it up is skipped.'),
		no: (t) => t('Setting up and testing an adapter become part of the tasks.'),
		concerns: always,
	}),
	{
		name: (t) => t('Network'),
		answer: ({ network }, t) => (network === 'internet' ? t('internet') : 'Diginetwerk'),
		concerns: always,
		ask: (situation, frame, t) =>
			choose(
				situation,
				frame,
				t('Over which network do you connect?'),
				[
					{ label: t('internet'), value: 'internet' },
					{
						label: 'Diginetwerk',
						detail: t('Has an application and a lead time of its own.'),
						value: 'diginetwerk',
					},
				],
				'network',
			),
	},
	{
		name: (t) => t('Message standard'),
		answer: ({ messageStandard }) => (messageStandard === 'stuf' ? 'StUF' : 'MO-bericht'),
		concerns: always,
		ask: (situation, frame, t) =>
			choose(
				situation,
				frame,
				t('Which standard do your messages follow?'),
				[
					{ label: 'StUF', detail: t('Case messages of StUF-ZKN.'), value: 'stuf' },
					{ label: 'MO-bericht', detail: t('The message of MijnOverheid itself.'), value: 'mo' },
				],
				'messageStandard',
			),
	},
	yesOrNo('hasCertificates', {
		name: (t) => t('PKIoverheid certificates present'),
		question: (t) => t('Are there PKIoverheid certificates already?'),
		yes: (t) => t('Whether they can serve here is one of the tasks.'),
		no: (t) => t('Requesting them is one of the tasks.'),
		concerns: always,
	}),
	{
		name: (t) => t('Planning'),
		answer: ({ anchor }, t) =>
			anchor.kind === 'none'
				? t('no date yet')
				: anchor.kind === 'start'
					? t('begins on {0}', dateInWords(anchor.date, t))
					: t('ready on {0}', dateInWords(anchor.date, t)),
		concerns: always,
		ask: askAnchor,
	},
	{
		name: (t) => t('Roles'),
		answer: ({ roles }, t) =>
			Object.values(roles)
				.filter((name) => name !== '')
				.join(', ') || t('no names yet'),
		concerns: always,
		ask: askRoles,
	},
];

function yesOrNo(
	key: YesNoKey,
	texts: {
		readonly name: Phrase;
		readonly question: Phrase;
		readonly yes: Phrase;
		readonly no: Phrase;
		readonly concerns: (situation: Situation) => boolean;
	},
): SituationQuestion {
	return {
		name: texts.name,
		answer: (situation, t) => (situation[key] ? t('yes') : t('no')),
		concerns: texts.concerns,
		ask: (situation, frame, t) =>
			choose(
				situation,
				frame,
				texts.question(t),
				[
					{ label: t('yes'), detail: texts.yes(t), value: true },
					{ label: t('no'), detail: texts.no(t), value: false },
				],
				key,
			),
	};
}

async function choose<Key extends keyof Situation>(
	situation: Situation,
	frame: QuestionFrame,
	question: string,
	choices: readonly Choice<Situation[Key]>[],
	key: Key,
): Promise<Answer<Situation>> {
	const answer = await askChoice(frame, question, choices, (value) => value === situation[key]);
	return answer?.kind === 'answer'
		? { kind: 'answer', value: { ...situation, [key]: answer.value } }
		: answer;
}

async function askAnchor(
	situation: Situation,
	frame: QuestionFrame,
	t: Translate,
): Promise<Answer<Situation>> {
	for (;;) {
		const kind = await askChoice<Anchor['kind']>(
			frame,
			t('From which date do you want to plan?'),
			[
				{ label: t('From a start date'), detail: t('Each task as early as possible.'), value: 'start' },
				{
					label: t('Back from a wished date'),
					detail:
						situation.organisation === 'supplier'
							? t('The day on which the test must be finished.')
							: t('The day on which the connection must be in production.'),
					value: 'production',
				},
				{ label: t('No planning yet'), value: 'none' },
			],
			(value) => value === situation.anchor.kind,
		);
		if (kind?.kind !== 'answer') {
			return kind;
		}
		if (kind.value === 'none') {
			return { kind: 'answer', value: { ...situation, anchor: { kind: 'none' } } };
		}
		const known = situation.anchor.kind === 'none' ? today() : situation.anchor.date;
		const date = await askText(
			{ ...frame, canGoBack: true },
			t('The date, written YYYY-MM-DD'),
			known,
			(text) =>
				parseIsoDate(text) === undefined
					? t('Give an existing day from 2000 to 2199, written YYYY-MM-DD.')
					: null,
		);
		if (date === undefined) {
			return undefined;
		}
		if (date.kind === 'answer') {
			return { kind: 'answer', value: { ...situation, anchor: { kind: kind.value, date: date.value } } };
		}
	}
}

async function askRoles(
	situation: Situation,
	frame: QuestionFrame,
	t: Translate,
): Promise<Answer<Situation>> {
	let roles = situation.roles;
	for (;;) {
		const chosen = await askChoice<RoleId | null>(
			frame,
			t('Who has which role? Names can also come later.'),
			[
				{ label: `$(check) ${t('Ready')}`, value: null },
				...roleIds.map((role) => ({
					label: roleTexts[role].name(t),
					description: roles[role] ?? '',
					detail: roleTexts[role].about(t),
					value: role,
				})),
			],
			(value) => value === null,
		);
		if (chosen?.kind !== 'answer') {
			return chosen;
		}
		const role = chosen.value;
		if (role === null) {
			return { kind: 'answer', value: { ...situation, roles } };
		}
		const name = await askText(
			{ ...frame, canGoBack: true },
			t('Who is {0}? Leave it empty when nobody is.', roleTexts[role].name(t)),
			roles[role] ?? '',
			() => null,
		);
		if (name === undefined) {
			return undefined;
		}
		if (name.kind === 'answer') {
			const others = Object.fromEntries(Object.entries(roles).filter(([other]) => other !== role));
			roles = name.value === '' ? others : { ...others, [role]: name.value };
		}
	}
}
