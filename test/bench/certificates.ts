import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContainer } from '../../src/certificates/containers/readContainer';
import { damagedContainer } from '../unit/certificates/containers/damagedContainer';
import { makePki } from '../unit/certificates/pki/makePki';
import { compare, ratio, row, run, time } from './measure';

/**
 * A thousand PEM files from the command line, against a shell that runs openssl for each.
 *
 * @param folder For the files.
 */
export async function manyCertificates(cli: string, folder: string): Promise<void> {
	const { g1, g4 } = makePki();
	const certificates = join(folder, 'certificates');
	mkdirSync(certificates);
	const names = Array.from({ length: 1000 }, (_, number) => {
		const name = join(certificates, `${number}.pem`);
		writeFileSync(name, (number % 2 === 0 ? g1 : g4).leaf().pem);
		return name;
	});
	const env = { ...process.env, XDG_DATA_HOME: folder };
	row(
		'1,000 certificates in PEM, against a shell with openssl x509',
		ratio(
			await compare(
				5,
				() => run('node', [cli, 'certificate', ...names], { allowed: [0, 1], env }),
				() =>
					run(
						'sh',
						['-c', 'for f in *.pem; do openssl x509 -text -noout -in "$f" > /dev/null || exit 1; done'],
						{
							cwd: certificates,
						},
					),
			),
		),
		'at most 0.5×',
	);
}

/** Containers of each kind, damaged at random. A crash ends the bench. */
export async function damagedCertificates(): Promise<void> {
	const total = 20_000;
	let slowest = 0;
	let unread = 0;
	const duration = await time(async () => {
		for (let seed = 1; seed <= total; seed++) {
			const { bytes, ...options } = damagedContainer(seed);
			let state = '';
			slowest = Math.max(
				slowest,
				await time(() => {
					({ state } = readContainer(bytes, options));
				}),
			);
			unread += state === 'unreadable' ? 1 : 0;
		}
	});
	row(
		`${total} damaged containers (${unread} could not be read at all)`,
		`${(duration / 1000).toFixed(1)} s`,
		'',
	);
	row('   slowest', `${slowest.toFixed(0)} ms`, 'under 2,000 ms');
}
