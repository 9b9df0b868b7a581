import { InvalidArgumentError, Option } from 'commander';
import { environments } from '../../ebms/connection';
import type { Translate } from '../../text';
import type { CliCommand } from '../command';
import type { PingCommandOptions } from '../pingOptions';
import { repeatable } from '../repeatable';

const defaultTimeout = 30;

/** An hour: longer than any server holds a connection. */
const maxTimeout = 3600;

export const pingCommand: CliCommand = {
	name: 'ping',
	description: (t) =>
		t('Sends an ebMS Ping over mutual TLS and explains what comes of it. Sends nothing else, and only once.'),
	declare(command, t) {
		command
			.addOption(new Option('--cpa <file>', t('CPA to take the connection from.')))
			.addOption(new Option('--as <oin>', t('The party of the CPA that sends: its PartyId or OIN.')))
			.addOption(
				new Option('--url <url>', t('Endpoint of the other side; with a CPA in place of the one there.')),
			)
			.addOption(new Option('--from <partyId>', t('PartyId of the sender, with its suffix if it has one.')))
			.addOption(new Option('--to <partyId>', t('PartyId of the receiver, with its suffix if it has one.')))
			.addOption(new Option('--cpa-id <id>', t('Id of the CPA.')))
			.addOption(
				new Option('--party-type <type>', t('Type of both PartyIds; not with a CPA.')).default('urn:osb:oin'),
			)
			.addOption(new Option('--cert <file>', t('Client certificate with its chain: PEM, DER or PKCS#7.')))
			.addOption(new Option('--key <file>', t('Private key, when it is not in the same file.')))
			.addOption(new Option('--p12 <file>', t('Client certificate and private key in one file: PKCS#12.')))
			.addOption(
				new Option('--password-env <variable>', t('Environment variable with the password of these files.')),
			)
			.addOption(
				repeatable(
					new Option(
						'--trust <file>',
						t(
							'File with the root of the other side; may be given more than once. Besides these only the CA certificates of PKIoverheid count that were fetched with "certificate --fetch-cas", never those of the system.',
						),
					),
				),
			)
			.addOption(
				new Option(
					'--environment <name>',
					t(
						'Where the connection leads to: decides about warnings, and whether fetched CA certificates count.',
					),
				).choices([...environments]),
			)
			.addOption(
				new Option('--sync <choice>', t('Whether to ask for the Pong in the response (SyncReply).'))
					.choices(['cpa', 'always', 'never'])
					.default('cpa'),
			)
			.addOption(
				new Option(
					'--listen <host:port>',
					t(
						'Wait there for a Pong that comes separately: HTTPS with the client certificate; http:// on loopback only.',
					),
				),
			)
			.addOption(new Option('--proxy <url>', t('Proxy to connect through: http://host:port.')))
			.addOption(
				new Option('--timeout <seconds>', t('How long the answer may take, and after that the Pong.'))
					.default(defaultTimeout)
					.argParser((value) => secondsIn(value, t)),
			)
			.addOption(
				new Option('--save <folder>', t('Folder to write request, response and report to; no secrets.')),
			)
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(['text', 'json']).default('text'),
			);
	},
	async run(command, context) {
		// All that reads certificates and opens connections is only loaded here.
		const { runPing } = await import('../runPing');
		return runPing(command.opts<PingCommandOptions>(), context);
	},
};

function secondsIn(value: string, t: Translate): number {
	const seconds = Number(value);
	if (!/^\d+(?:\.\d+)?$/.test(value) || seconds <= 0 || seconds > maxTimeout) {
		throw new InvalidArgumentError(t('Give a number of seconds, up to {0}.', maxTimeout));
	}
	return seconds;
}
