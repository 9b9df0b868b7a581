import assert from 'node:assert/strict';
import { steps, tasks } from '../../../src/onboarding/catalogue/catalogue';
import { servicecentrumLogius } from '../../../src/onboarding/catalogue/contact';
import { neededDocuments, type NeededDocument } from '../../../src/onboarding/catalogue/documents';
import { contradictsItself, workingDaysOf } from '../../../src/onboarding/catalogue/leadTime';
import { terms, termsIn } from '../../../src/onboarding/catalogue/terms';
import type { Remark, Task } from '../../../src/onboarding/catalogue/task';
import { dutch, english, situation } from './given';

/** Every numbered paragraph of chapters 3 to 6 of the manual, and §2.2, which tells what the lead time depends on. */
const paragraphs = [
	...[
		'3.1',
		'3.2',
		'3.3',
		'3.3.1',
		'3.3.2',
		'3.3.3',
		'3.3.4',
		'3.3.5',
		'3.3.6',
		'3.3.7',
		'3.3.8',
		'3.4',
		'3.5',
	],
	'2.2',
	...['4.1', '4.2', '4.3', '4.3.1', '4.3.2', '4.3.3', '4.3.4', '4.3.5', '4.3.6', '4.3.7', '4.3.8', '4.3.9'],
	...['4.4', '4.4.1', '4.4.2', '4.4.3', '4.4.4', '4.4.5', '4.4.6', '4.5'],
	...['5.1', '5.2', '5.3', '5.3.1', '5.3.2', '5.3.3', '5.3.4', '5.4', '5.5'],
	...['6.1', '6.2', '6.3', '6.3.1', '6.3.2', '6.3.3', '6.3.4', '6.3.5', '6.3.6', '6.3.7', '6.4', '6.5'],
];

/** Paragraphs that are no more than a heading and a sentence that introduces what is below it. */
const leftOutParagraphs: ReadonlyMap<string, string> = new Map([
	['3.3', 'says that the tasks follow in order'],
]);

/** Every row of Bijlage 1: numbers as printed (1.v and 3.iv do not exist), rows without a number with a `b`. */
const rows = [
	...['1.i', '1.ii', '1.iii', '1.iv', '1.vi', '1.vii', '1.viii', '1.ix'],
	...['2.i', '2.ii', '2.iii', '2.iv', '2.v', '2.vi', '2.vii', '2.viii', '2.ix', '2.x', '2.xi', '2.xii'],
	...['3.i', '3.ii', '3.iii', '3.v', '3.vi', '3.vii', '3.viii', '3.ix', '3.x'],
	...['4.i', '4.ii', '4.ii-b', '4.iii', '4.iv', '4.v', '4.vi', '4.vi-b', '4.vii', '4.viii', '4.ix', '4.x'],
	...['5.i', '5.ii', '5.iii', '5.iv', '5.v'],
];

/** Rows that are no task: they tell what is there all the time, so they are a point of attention of their step. */
const remarksOfSteps = ['1.ix', '2.xi', '3.x', '4.x'];

function remarksOf(task: Task): readonly Remark[] {
	return [...task.activities, ...task.attention];
}

const stepRemarks = steps.flatMap(({ means, attention, result }) => [...means, ...attention, ...result]);

describe('The catalogue of tasks', () => {
	it('tells something of every paragraph of chapters 3 to 6', () => {
		const told = new Set([
			...tasks.flatMap((task) => [task.paragraph, ...remarksOf(task).map(({ source }) => source)]),
			...stepRemarks.map(({ source }) => source),
			...steps.flatMap((step) => step.paragraphs),
			...leftOutParagraphs.keys(),
		]);
		assert.deepEqual(
			paragraphs.filter((paragraph) => !told.has(paragraph)),
			[],
		);
	});

	it('has each paragraph with a task as exactly one task', () => {
		const isTask = /^(3\.3|4\.3|5\.3|6\.3)\.\d$/;
		assert.deepEqual(
			tasks.flatMap(({ paragraph }) => paragraph ?? []).sort(),
			paragraphs.filter((paragraph) => isTask.test(paragraph)).sort(),
		);
	});

	it('has every row of Bijlage 1 as a task, or as a point of attention of its step', () => {
		const ofTasks = tasks.flatMap((task) => task.rows);
		const ofSteps = stepRemarks.flatMap(({ source }) => source ?? []);
		assert.deepEqual(
			rows.filter((row) => !ofTasks.includes(row) && !remarksOfSteps.includes(row)),
			[],
		);
		assert.deepEqual(
			remarksOfSteps.filter((row) => !ofSteps.includes(row)),
			[],
		);
	});

	it('names no paragraph or row that the manual does not have', () => {
		const named = new Set([
			...tasks.flatMap((task) => [...task.rows, ...remarksOf(task).map(({ source }) => source)]),
			...stepRemarks.map(({ source }) => source),
			...steps.flatMap((step) => step.paragraphs),
		]);
		const known = new Set<string | null>([...paragraphs, ...rows, '6', null]);
		assert.deepEqual(
			[...named].filter((source) => !known.has(source)),
			[],
		);
	});

	it('has the four activities that stand under row 1.vii without a number of their own', () => {
		const plan = tasks.find(({ id }) => id === 'implementation-plan');
		assert.equal(plan?.activities.filter(({ source }) => source === '1.vii').length, 4);
	});

	/** The boxes 'Let op!' and 'Leveranciersaansluiting' of the manual: where they stand, and a word that tells them apart. */
	const boxes: readonly (readonly [string, string, RegExp])[] = [
		['3.3.1', 'business-case', /supplier, make your own assessment/],
		['3.3.8', 'certificates', /as early as you can.*some weeks.*subscriber/],
		['3.3.8', 'certificates', /cannot be changed afterwards/],
		['3.3.8', 'certificates', /ask explicitly for your OIN/],
		['3.3.8', 'certificates', /HRN.*20 digits.*Handelsregister.*serialNumber/],
		['4.3.4', 'application-form', /IP addresses.*later/],
		['4.3.4', 'application-form', /need your OIN/],
		['4.3.4', 'application-form', /need the HRN/],
		['4.3.5', 'network-path', /early: neither the adapter/],
		['4.3.6', 'message-process', /design of the functional scenarios/],
		['4.3.8', 'cpa', /your responsibility.*provider/],
		['4.3.8', 'cpa', /does not have to be connected with your internal systems/],
		['4.4.2', 'network-path', /production right now too/],
		['5.3.1', 'test-accounts', /supplier without test DigiD accounts/],
		['5.3.3', 'chain-test', /responsible itself/],
		['5.3.4', 'test-report', /supplier, have the test report assessed/],
		['5.3.4', 'test-report', /Softwarecatalogus/],
		['6.3.2', 'production-cpa', /your responsibility/],
	];

	for (const [source, id, pattern] of boxes) {
		it(`tells the box of §${source} that has ${pattern.source}`, () => {
			const task = tasks.find((candidate) => candidate.id === id);
			assert.ok(task);
			assert.ok(
				remarksOf(task).some((remark) => remark.source === source && pattern.test(remark.text(english))),
				remarksOf(task)
					.map(({ text }) => text(english))
					.join('\n'),
			);
		});
	}

	it('gives each task an id of its own, in lower case', () => {
		const ids = tasks.map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		assert.deepEqual(
			ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id)),
			[],
		);
	});

	it('keeps the ids, as they stand in progress files', () => {
		assert.deepEqual(
			steps.map((step) => step.tasks.map(({ id }) => id).join(' ')),
			[
				'business-case requirements connection-choice message-stream-choice letter-of-intent implementation-plan digikoppeling-registration certificates',
				'compliance-network adapter compliance-test application-form application-assessment diginetwerk-application network-path message-process acceptance-test cpa connectivity-check test-slot',
				'test-accounts test-preparation portal-accounts chain-test portal-check test-report report-assessment next-slot',
				'screenshots production-network production-process production-cpa production-check limited-production-run limited-production-run-report management-documentation helpdesk communication-campaign release',
				'new-streams operational-delivery communication-upkeep incidents evaluation',
			],
		);
	});

	it('puts a task after all that it depends on', () => {
		const seen = new Set<string>();
		for (const { id, dependsOn } of tasks) {
			assert.deepEqual(
				dependsOn.filter((before) => !seen.has(before)),
				[],
				id,
			);
			seen.add(id);
		}
	});

	it('has tasks of a step in that step only', () => {
		for (const step of steps) {
			assert.deepEqual([...new Set(step.tasks.map((task) => task.step))], [step.number]);
		}
	});

	it('says everything in Dutch and English, as whole sentences where it is prose', () => {
		for (const t of [dutch, english]) {
			for (const task of tasks) {
				const sentences = [task.summary, task.result, ...remarksOf(task).map(({ text }) => text)];
				for (const sentence of sentences) {
					assert.match(sentence(t), /^[A-Z§].*\.$/);
				}
				assert.match(task.title(t), /^[A-Z].*[^.]$/);
			}
			for (const { text } of stepRemarks) {
				assert.match(text(t), /^[A-Z].*\.$/);
			}
		}
	});

	/** Times of Bijlage 1 and §4.3.4. */
	const stated: readonly (readonly [string, number])[] = [
		['application-assessment', 10],
		['cpa', 5],
		['test-slot', 2],
		['report-assessment', 5],
		['next-slot', 2],
		['production-cpa', 5],
		['release', 1],
	];

	it('takes the times that the manual gives for single tasks, and the longest where it contradicts itself', () => {
		const here = situation();
		const times = tasks.map((task) => ({ id: task.id, time: task.leadTime(here) }));
		assert.deepEqual(
			times.filter(({ time }) => time.kind === 'stated').map(({ id, time }) => [id, workingDaysOf(time)]),
			stated,
		);
		assert.deepEqual(
			times.filter(({ time }) => contradictsItself(time)).map(({ id }) => id),
			['application-assessment'],
		);
	});

	it('never calls a task of the step Operation finished', () => {
		const here = situation();
		assert.deepEqual(
			tasks.filter((task) => task.leadTime(here).kind === 'continuous').map(({ step }) => step),
			[5, 5, 5, 5, 5],
		);
	});
});

describe('The terms', () => {
	/** Every abbreviation of the manual that is not a language, a form of address or a part of an example. */
	const abbreviations = [
		...['BB', 'BSN', 'CPA', 'CSP', 'DAP', 'DigiD', 'DNS', 'ebMS', 'HRN', 'ICMP', 'KING', 'LPR', 'OIN'],
		...['PKIoverheid', 'SNO', 'StUF', 'TLS', 'WUS', 'XSD', 'MO-bericht'],
	];

	for (const abbreviation of abbreviations) {
		it(`tell what ${abbreviation} means`, () => {
			assert.equal(termsIn(`Let op ${abbreviation}: lees de handleiding.`).length, 1);
		});
	}

	const found: readonly (readonly [string, readonly string[]])[] = [
		['Voer de ketentest uit met de test-BSN’s.', ['BSN', 'ketentest']],
		['Vraag PKIoverheid-certificaten aan met het OIN.', ['OIN', 'PKIoverheid']],
		['Adapter en adapters; CPAId; dns; tlsx', ['adapter']],
		['Carry out the chain test.', ['ketentest']],
		['', []],
	];

	for (const [text, names] of found) {
		it(`finds ${names.join(' and ') || 'nothing'} in "${text}"`, () => {
			assert.deepEqual(
				termsIn(text).map(({ name }) => name),
				names,
			);
		});
	}

	it('are told once each, by name, in whole sentences', () => {
		const names = terms.map(({ name }) => name);
		assert.deepEqual(
			names,
			[...new Set(names)].sort((a, b) => a.localeCompare(b, 'nl', { sensitivity: 'base' })),
		);
		for (const t of [dutch, english]) {
			for (const { meaning } of terms) {
				assert.match(meaning(t), /^[A-Z0-9].*[.?]$/);
			}
		}
	});
});

describe('The documents and addresses', () => {
	const all: readonly NeededDocument[] = Object.values(neededDocuments);

	/** §2.3, §3.1, §4.1, §5.1, §6.1, §6.4: by the name of the manual. */
	const named = [
		'Handleiding Aansluiten Lopende zaken',
		'Aanvraagformulier MijnOverheid Lopende Zaken',
		'Intentieverklaring MijnOverheid',
		'Koppelvlakspecificaties Lopende zaken',
		'Checklist testen Lopende zaken',
		'Service Niveau Overeenkomst MijnOverheid (SNO)',
		'Dossier Afspraken en Procedures (DAP)',
		'Voorwaarden MijnOverheid (preproductie en productie)',
		'Algemene Voorwaarden Logius',
		'Technische bestanden Lopende zaken (XSD’s)',
		'Handreiking Connectiviteit MijnOverheid',
		'Aanmeldformulier Digikoppeling',
		'Gebruik en achtergrond certificaten (Digikoppeling)',
		'Aanmeldformulier Diginetwerk',
		'Handleiding CPA Creatievoorziening',
		'CPA Creatievoorziening',
		'Handreiking Digikoppeling',
		'Handleiding Digikoppeling',
		'Test-DigiD-accounts',
	];

	it('has every document of the manual, also under its old name', () => {
		const names = new Set(all.flatMap(({ name, formerly }) => [name, formerly?.name]));
		assert.deepEqual(
			named.filter((name) => !names.has(name)),
			[],
		);
	});

	/** Every address in the manual, without protocol and `www.`, in lower case. */
	const addresses = [
		'logius.nl/mijnoverheid',
		'logius.nl/digikoppeling',
		'logius.nl/diginetwerk',
		'logius.nl/pkioverheid',
		'preprod.mijnoverheid.nl',
		'cpa.serviceregister.overheid.nl',
		'logius.nl/contact/formulieren/aanvraagformulier-lopende-zaken',
		'softwarecatalogus.nl',
		'logius.nl',
	];

	it('has every address of the manual', () => {
		const bare = (url: string): string =>
			url
				.toLowerCase()
				.replace(/^https?:\/\/(www\.)?|\/$/g, '')
				.replace(/\/$/, '');
		const here = new Set(
			[
				...all.flatMap(({ address, formerly }) => [address?.url, formerly?.url]),
				servicecentrumLogius.website,
			].map((url) => bare(url ?? '')),
		);
		assert.deepEqual(
			addresses.filter((address) => !here.has(address)),
			[],
		);
	});

	it('gives what has moved under its present name, with the old name beside it', () => {
		const { address, formerly, name } = neededDocuments['cpa-register'];
		assert.deepEqual(
			[name, address, formerly],
			[
				'CPA Register',
				{ url: 'https://cparegister.minvenj.nl/logius', asOf: 'today' },
				{ name: 'CPA Creatievoorziening', url: 'https://www.cpa.serviceregister.overheid.nl/' },
			],
		);
	});

	it('tells for each document where to get it', () => {
		assert.deepEqual(
			all.filter(({ address, obtain }) => address === undefined && obtain === undefined),
			[],
		);
	});

	it('is all used by a task or step', () => {
		const used = new Set<string>([
			...tasks.flatMap((task) => task.documents),
			...steps.flatMap((step) => step.documents),
		]);
		assert.deepEqual(
			Object.keys(neededDocuments).filter((id) => !used.has(id)),
			[],
		);
	});

	it('gives all ways to reach Servicecentrum Logius', () => {
		const { phone, email, post } = servicecentrumLogius;
		assert.deepEqual(
			[phone, email, post],
			['0900 555 4555', 'servicecentrum@logius.nl', 'Postbus 96810, 2509 JE Den Haag'],
		);
	});
});
