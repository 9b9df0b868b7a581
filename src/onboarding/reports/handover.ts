import { servicecentrumLogius } from '../catalogue/contact';
import { roleIds, roleTexts } from '../catalogue/roles';
import type { Overview } from '../overview';
import type { Phrase } from '../phrase';
import type { IsoDate } from '../planning/isoDate';
import { contactInWords, dateInWords } from '../words';
import type { Translate } from '../../text';
import type { CertificateFacts, ConnectionFacts } from './facts';
import { bullets, known, page, plain, table, toFillIn } from './markdown';
import { environmentName } from './networkOverview';

/** What the administrators are given (§6.3.5, §6.4) as Markdown. */
export function handover(
	overview: Overview,
	connections: readonly ConnectionFacts[],
	certificates: readonly CertificateFacts[],
	today: IsoDate,
	t: Translate,
): string {
	const { situation } = overview;
	return page([
		`# ${t('Handover to management: Lopende zaken')}`,
		t(
			'After §6.3.5 of the Handleiding Aansluiten Lopende zaken, drawn up on {0}. What is not known yet is marked {1}.',
			dateInWords(today, t),
			toFillIn(t),
		),
		`## ${t('Connections')}`,
		table(
			[
				t('Connection'),
				t('Environment'),
				t('Endpoint of MijnOverheid'),
				t('Own endpoint'),
				'CPAId',
				t('CPA ends'),
				t('File of the CPA'),
			],
			(connections.length === 0 ? [{ name: '' }] : connections).map((connection: ConnectionFacts) => [
				known(connection.name, t),
				environmentName(connection.environment, t),
				known(connection.theirEndpoint, t),
				known(connection.ourEndpoint, t),
				known(connection.cpaId, t),
				connection.cpaEnd === undefined ? toFillIn(t) : dateInWords(connection.cpaEnd, t),
				known(connection.cpaFile, t),
			]),
		),
		`## ${t('Certificates')}`,
		table(
			[t('Certificate'), 'OIN / HRN', t('Valid until'), t('For Digikoppeling'), t('Files')],
			certificates.length === 0
				? [[toFillIn(t), toFillIn(t), toFillIn(t), toFillIn(t), toFillIn(t)]]
				: sorted(certificates).map((certificate) => [
						plain(certificate.subject),
						known(certificate.oin, t),
						dateInWords(certificate.notAfter, t),
						known(certificate.suitable && suitabilityWords[certificate.suitable](t), t),
						certificate.files.map(plain).join(', '),
					]),
		),
		t(
			'Order a new certificate well before the day on which the old one ends, and have the CPA renewed when the certificate in it changes.',
		),
		`## ${t('Contacts')}`,
		table(
			[t('Who'), t('Name'), t('How to reach')],
			[
				...roleIds.map((role) => [roleTexts[role].name(t), known(situation.roles[role], t), toFillIn(t)]),
				[servicecentrumLogius.name, '', contactInWords(t)],
			],
		),
		`## ${t('In operation')}`,
		bullets([
			t('What each side is responsible for is in the SNO and the DAP.'),
			t('Announce changes (in systems, contact details or whatever touches the chain) well in advance.'),
			t('Keep each other’s contact details up to date, above all for calamities.'),
			t(
				'Report incidents with DigiD or MijnOverheid to Servicecentrum Logius, and to your own administrators.',
			),
			t('Keep enough (technical) knowledge of the connection in the organisation.'),
		]),
		`## ${t('Evidence')}`,
		evidence(overview, t),
	]);
}

const suitabilityWords: Readonly<Record<NonNullable<CertificateFacts['suitable']>, Phrase>> = {
	everywhere: (t) => t('suitable'),
	'test-only': (t) => t('suitable for tests only'),
	nowhere: (t) => t('not suitable'),
};

/** What ends first comes first. */
function sorted(certificates: readonly CertificateFacts[]): readonly CertificateFacts[] {
	return [...certificates].sort((a, b) => (a.notAfter < b.notAfter ? -1 : 1));
}

function evidence(overview: Overview, t: Translate): string {
	const rows = overview.tasks.flatMap(({ task, record }) =>
		record.evidence.map((item) => [
			task.title(t),
			plain(item.summary),
			plain(item.when),
			item.file === undefined ? '' : plain(item.file),
			item.sha256 === undefined ? '' : plain(item.sha256),
		]),
	);
	return rows.length === 0
		? t('No evidence has been recorded.')
		: table([t('Task'), t('What it shows'), t('When'), t('File'), 'SHA-256'], rows);
}
