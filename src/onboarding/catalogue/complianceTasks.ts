import { hasAdapter, isSupplier } from './condition';
import { estimate } from './leadTime';
import type { Exclusion, Remark, Task } from './task';

const adapterIsThere: Exclusion = {
	when: hasAdapter,
	reason: (t) =>
		t('You use a Digikoppeling adapter that is there already, so its compliancy needs no test (§4.3).'),
};

const testCertificates: Remark = {
	text: (t) => t('Test certificates are for temporary use in a test set-up; never use them in production.'),
	source: '4.3.1',
};

const complianceNetwork: Task = {
	id: 'compliance-network',
	step: 2,
	paragraph: '4.3.1',
	rows: ['2.i'],
	title: (t) => t('Set up the network to the Compliancevoorziening'),
	summary: (t) =>
		t(
			'Your own environment must be able to reach the Digikoppeling Compliancevoorziening (ebMS), the partner that your adapter is tested with.',
		),
	activities: [
		{
			text: (t) => t('Set up the network: Handreiking Digikoppeling §4.2.2 has the details.'),
			source: '4.3.1',
		},
		{ text: (t) => t('Get test certificates for ebMS.'), source: '4.3.1' },
	],
	attention: [
		testCertificates,
		{
			text: (t) =>
				t(
					'Since 2020 this has changed: Logius no longer issues test certificates itself. Get them from a certificate provider (TSP), and ask Logius which ones serve; beside G4 there is a TRIAL hierarchy.',
				),
			source: null,
		},
	],
	documents: ['handreiking-digikoppeling', 'compliancevoorziening'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: ['connection-choice', 'implementation-plan'],
	notFor: [adapterIsThere],
	result: (t) => t('Your environment reaches the Compliancevoorziening.'),
	actions: [],
};

const adapter: Task = {
	id: 'adapter',
	step: 2,
	paragraph: '4.3.2',
	rows: ['2.ii'],
	title: (t) => t('Set up the Digikoppeling adapter'),
	summary: (t) =>
		t('Install and configure the adapter that you chose in the preparation, inside your own infrastructure.'),
	activities: [
		{
			text: (t) =>
				t(
					'Choose an adapter by the criteria of Handreiking Digikoppeling §2.3, if you have not done so: the task in which others do that is not for suppliers.',
				),
			source: '3.3.7',
			when: isSupplier,
		},
		{
			text: (t) =>
				t(
					'Put it where it reaches both the outside network (Digikoppeling) and the inside network with the applications that use it.',
				),
			source: '4.3.2',
		},
		{ text: (t) => t('Configure it: Handreiking Digikoppeling §4.2.3 has the details.'), source: '4.3.2' },
	],
	attention: [],
	documents: ['handreiking-digikoppeling'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(10),
	dependsOn: ['digikoppeling-registration', 'compliance-network'],
	notFor: [adapterIsThere],
	result: (t) => t('The adapter runs and reaches both networks.'),
	actions: ['start-partner'],
};

const complianceTest: Task = {
	id: 'compliance-test',
	step: 2,
	paragraph: '4.3.3',
	rows: ['2.iii'],
	title: (t) => t('Test the compliancy of the adapter'),
	summary: (t) =>
		t(
			'Show that the adapter keeps to the Digikoppeling standard: the general services that exchange messages are tried out.',
		),
	activities: [
		{ text: (t) => t('Do the test: Handreiking Digikoppeling §4.2.4 has the details.'), source: '4.3.3' },
	],
	attention: [testCertificates],
	documents: ['handreiking-digikoppeling', 'compliancevoorziening'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(4),
	dependsOn: ['adapter'],
	notFor: [adapterIsThere],
	result: (t) => t('The adapter passed the compliancy test.'),
	actions: [],
};

/** §4.3.1–4.3.3: an adapter of one’s own, tested against the Compliancevoorziening. */
export const complianceTasks: readonly Task[] = [complianceNetwork, adapter, complianceTest];
