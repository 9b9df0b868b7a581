import type { Overview } from '../overview';
import { isSupplier } from '../catalogue/condition';
import type { IsoDate } from '../planning/isoDate';
import { dateInWords } from '../words';
import type { Translate } from '../../text';
import type { ConnectionFacts, Scenarios, TestScenario } from './facts';
import { bullets, known, page, table, toFillIn } from './markdown';

/**
 * The test report of §5.3.4 as Markdown: scenario, message, BSN, expected, seen, evidence.
 */
export function testReport(
	overview: Overview,
	{ list: scenarios, faulty, isPartial }: Scenarios,
	connection: Pick<ConnectionFacts, 'ourName' | 'ourOin'>,
	today: IsoDate,
	t: Translate,
): string {
	const { roles } = overview.situation;
	const failed = scenarios.filter(({ passed }) => passed === false).length;
	const passed = scenarios.filter(({ passed: has }) => has === true).length;
	return page([
		`# ${t('Test report of the chain test for Lopende zaken')}`,
		t(
			'After §5.3.4 of the Handleiding Aansluiten Lopende zaken. What is not known yet is marked {0}.',
			toFillIn(t),
		),
		t(
			'The Checklist testen Lopende zaken tells what must at least be tested and reported: hold this report against it.',
		),
		table(
			[t('Topic'), t('Value')],
			[
				[t('Organisation'), known(connection.ourName, t)],
				['OIN / HRN', known(connection.ourOin, t)],
				[t('Project leader'), known(roles.projectleider, t)],
				[t('Tester'), known(roles.tester, t)],
				[t('Drawn up on'), dateInWords(today, t)],
				[t('Period of the tests, as agreed with Logius'), toFillIn(t)],
				[t('Environment'), t('pre-production')],
			],
		),
		`## ${t('Scenarios')}`,
		...(scenarios.length === 0 ? [t('No scenario has been recorded yet.')] : []),
		...(faulty === 0
			? []
			: [
					faulty === 1
						? t('1 message with errors is left out: cure it first.')
						: t('{0} messages with errors are left out: cure them first.', faulty),
				]),
		...(isPartial ? [t('There are more messages in the workspace than stand here.')] : []),
		table(
			[t('Scenario'), t('Message'), 'BSN', t('Expected'), t('Seen'), t('Outcome'), t('Evidence')],
			(scenarios.length === 0 ? [{ name: '' }] : scenarios).map((scenario: TestScenario) => [
				known(scenario.name, t),
				known(scenario.message, t),
				known(scenario.bsn, t),
				known(scenario.expected, t),
				known(scenario.seen, t),
				outcomeOf(scenario, t),
				known(scenario.evidence, t),
			]),
		),
		`## ${t('Conclusion')}`,
		t(
			'Passed: {0} of {1}. Failed: {2}. Not carried out yet: {3}.',
			passed,
			scenarios.length,
			failed,
			scenarios.length - passed - failed,
		),
		`## ${t('Before you send it')}`,
		bullets([
			t('Every scenario of the checklist is in it, with screenshots of the portal.'),
			t('Internal systems and processes, which Logius cannot see, have been tested too.'),
			...(isSupplier(overview.situation)
				? [
						t('As a supplier you have the report assessed by Logius too.'),
						t(
							'With an approved report you can be recorded in the Softwarecatalogus, if municipalities are your customers.',
						),
					]
				: []),
			t('Send it to Servicecentrum Logius.'),
		]),
	]);
}

function outcomeOf({ passed }: TestScenario, t: Translate): string {
	return passed === undefined ? toFillIn(t) : passed ? t('passed') : t('failed');
}
