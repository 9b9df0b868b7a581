import { roleIds, roleTexts } from './catalogue/roles';
import { isObject, restOf, type JsonObject, type JsonValue } from './json';
import type { Phrase } from './phrase';
import { parseIsoDate } from './planning/isoDate';
import { defaultCalendar, type Anchor, type CalendarChoice, type Situation } from './situation';

/** Something that is wrong or remarkable in a file of ours. An `error` makes it unusable. */
export interface FileProblem {
	readonly severity: 'error' | 'warning';
	/** Where: keys with dots, `roles.tester`. Empty for the whole file. */
	readonly path: string;
	readonly message: Phrase;
}

/** What a situation file holds. */
export type SituationReading =
	| {
			readonly kind: 'situation';
			readonly situation: Situation;
			/** Warnings only. */
			readonly problems: readonly FileProblem[];
	  }
	| { readonly kind: 'unusable'; readonly problems: readonly FileProblem[] };

const knownKeys = [
	'organisation',
	'hasOin',
	'hasAdapter',
	'network',
	'messageStandard',
	'hasCertificates',
	'start',
	'production',
	'calendar',
	'roles',
];

/**
 * Takes a situation from JSON. `organisation` is required; what else is absent gets the answer that makes most work (no OIN, no adapter, no
 * certificates), internet and StUF, with a warning.
 */
export function readSituation(value: JsonValue | undefined): SituationReading {
	if (!isObject(value)) {
		const message: Phrase = (t) => t('The situation must be a JSON object.');
		return { kind: 'unusable', problems: [{ severity: 'error', path: '', message }] };
	}
	const problems: FileProblem[] = [];
	const report = (severity: FileProblem['severity'], path: string, message: Phrase): void => {
		problems.push({ severity, path, message });
	};

	function choice<C extends string>(key: string, choices: readonly [C, ...C[]], required: boolean): C {
		const [fallback] = choices;
		const given = isObject(value) ? value[key] : undefined;
		const found = choices.find((option) => option === given);
		if (found === undefined) {
			const list = choices.map((option) => `"${option}"`).join(', ');
			if (given !== undefined || required) {
				report('error', key, (t) => t('`{0}` must be one of {1}.', key, list));
			} else {
				report('warning', key, (t) => t('`{0}` is missing; "{1}" is assumed.', key, fallback));
			}
		}
		return found ?? fallback;
	}

	function claim(key: string, isNeeded = true): boolean {
		const given = isObject(value) ? value[key] : undefined;
		if (given === undefined) {
			if (isNeeded) {
				report('warning', key, (t) => t('`{0}` is missing; "{1}" is assumed.', key, 'false'));
			}
		} else if (typeof given !== 'boolean') {
			report('error', key, (t) => t('`{0}` must be true or false.', key));
		}
		return given === true;
	}

	const organisation = choice('organisation', ['government', 'supplier'], true);
	const situation: Situation = {
		organisation,
		// A supplier gets none.
		hasOin: claim('hasOin', organisation === 'government'),
		hasAdapter: claim('hasAdapter'),
		network: choice('network', ['internet', 'diginetwerk'], false),
		messageStandard: choice('messageStandard', ['stuf', 'mo'], false),
		hasCertificates: claim('hasCertificates'),
		anchor: readAnchor(value, report),
		calendar: readCalendar(value['calendar'], report),
		roles: readRoles(value['roles'], report),
		rest: restOf(value, knownKeys),
	};
	if (organisation === 'supplier' && situation.hasOin) {
		report('warning', 'hasOin', (t) =>
			t('A supplier gets no OIN: the HRN of the certificate counts, and this answer is passed over.'),
		);
	}
	if (organisation === 'supplier' && situation.anchor.kind === 'production') {
		report('warning', 'production', (t) =>
			t(
				'A supplier never goes to production: the date is taken as the day on which the test must be finished.',
			),
		);
	}
	return problems.some(({ severity }) => severity === 'error')
		? { kind: 'unusable', problems }
		: { kind: 'situation', situation, problems };
}

type Report = (severity: FileProblem['severity'], path: string, message: Phrase) => void;

function readAnchor(value: JsonObject, report: Report): Anchor {
	const { start, production } = value;
	if (start !== undefined && production !== undefined) {
		report('error', 'start', (t) => t('Give a start date or a production date, not both.'));
		return { kind: 'none' };
	}
	for (const [kind, given] of [
		['start', start],
		['production', production],
	] as const) {
		if (given === undefined) {
			continue;
		}
		const date = typeof given === 'string' ? parseIsoDate(given) : undefined;
		if (date !== undefined) {
			return { kind, date };
		}
		report('error', kind, (t) =>
			t('`{0}` must be an existing day from 2000 to 2199, written YYYY-MM-DD.', kind),
		);
	}
	return { kind: 'none' };
}

function readCalendar(value: JsonValue | undefined, report: Report): CalendarChoice {
	if (value === undefined) {
		return defaultCalendar;
	}
	if (!isObject(value)) {
		report('error', 'calendar', (t) => t('`{0}` must be an object.', 'calendar'));
		return defaultCalendar;
	}
	const choices = ['always', 'lustrum', 'never'] as const;
	const { liberationDay = defaultCalendar.liberationDay, goodFriday = defaultCalendar.goodFriday } = value;
	const found = choices.find((option) => option === liberationDay);
	if (found === undefined) {
		const list = choices.map((option) => `"${option}"`).join(', ');
		report('error', 'calendar.liberationDay', (t) =>
			t('`{0}` must be one of {1}.', 'calendar.liberationDay', list),
		);
	}
	if (typeof goodFriday !== 'boolean') {
		report('error', 'calendar.goodFriday', (t) => t('`{0}` must be true or false.', 'calendar.goodFriday'));
	}
	return { liberationDay: found ?? defaultCalendar.liberationDay, goodFriday: goodFriday === true };
}

function readRoles(value: JsonValue | undefined, report: Report): Situation['roles'] {
	if (value === undefined) {
		return {};
	}
	if (!isObject(value)) {
		report('error', 'roles', (t) => t('`{0}` must be an object.', 'roles'));
		return {};
	}
	const roles: Record<string, string> = {};
	for (const [role, name] of Object.entries(value)) {
		if (typeof name !== 'string') {
			report('error', `roles.${role}`, (t) => t('`{0}` must be a text.', `roles.${role}`));
			continue;
		}
		if (!Object.hasOwn(roleTexts, role)) {
			report('warning', `roles.${role}`, (t) =>
				t('The manual knows no role "{0}"; its roles are {1}.', role, roleIds.join(', ')),
			);
		}
		roles[role] = name;
	}
	return roles;
}

/** The opposite of {@link readSituation}: plain data with our keys first and in one order, so that it can be compared. */
export function situationJson(situation: Situation): JsonObject {
	const { anchor, calendar, roles, rest, ...answers } = situation;
	const isDefaultCalendar =
		calendar.liberationDay === defaultCalendar.liberationDay &&
		calendar.goodFriday === defaultCalendar.goodFriday;
	return {
		...answers,
		...(anchor.kind === 'none' ? {} : { [anchor.kind]: anchor.date }),
		...(isDefaultCalendar ? {} : { calendar: { ...calendar } }),
		...(Object.keys(roles).length === 0 ? {} : { roles: inOrder(roles) }),
		...rest,
	};
}

function inOrder(roles: Situation['roles']): JsonObject {
	const known = roleIds.filter((role) => roles[role] !== undefined);
	const others = Object.keys(roles)
		.filter((role) => !Object.hasOwn(roleTexts, role))
		.sort();
	const names: Readonly<Record<string, string | undefined>> = roles;
	return Object.fromEntries([...known, ...others].map((role) => [role, names[role]]));
}
