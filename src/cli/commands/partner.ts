import { InvalidArgumentError, Option } from 'commander';
import { partnerModes } from '../../ebms/partner/modes';
import { readEndpoint } from '../../ebms/transport/endpoint';
import type { Translate } from '../../text';
import type { CliCommand } from '../command';
import { partnerReplies } from '../partnerReplies';
import type { PartnerCommandOptions } from '../runPartner';

const defaultPort = 8443;
const defaultFolder = 'ebms-partner';

export const partnerCommand: CliCommand = {
	name: 'partner',
	description: (t) =>
		t(
			'Runs a local ebMS partner to practise with, until it is stopped: it answers Pings and checks messages.',
		),
	declare(command, t) {
		command
			.addOption(
				new Option('--port <number>', t('Port to listen on, on this computer only; 0 for any free one.'))
					.default(defaultPort)
					.argParser((value) => portIn(value, t)),
			)
			.addOption(
				new Option(
					'--pki <folder>',
					t('Folder for the keys, the certificates and the CPA; made when it is not there.'),
				).default(defaultFolder),
			)
			.addOption(
				new Option(
					'--reply <reply>',
					t(
						'How it answers: in the response (sync), in a request of its own (async), not at all (none), with an ErrorList (error) or a SOAP Fault (fault).',
					),
				)
					.choices(Object.keys(partnerReplies))
					.default('sync'),
			)
			.addOption(new Option('--mode <mode>', t('A fault to practise with.')).choices(partnerModes))
			.addOption(
				new Option(
					'--endpoint <url>',
					t(
						'Endpoint of your own side in the CPA, for answers in a request of their own; one port higher by default.',
					),
				).argParser((value) => endpointIn(value, t)),
			)
			.addOption(
				new Option('--print-connection', t('First write what is needed to connect, as one line of JSON.')),
			)
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(['text', 'json']).default('text'),
			);
	},
	async run(command, context) {
		// The server is only loaded here, so that the other commands start as fast as without.
		const { runPartner } = await import('../runPartner');
		return runPartner(command.opts<PartnerCommandOptions>(), context);
	},
};

function portIn(value: string, t: Translate): number {
	const port = Number(value);
	if (!/^\d{1,5}$/.test(value) || port > 65_535) {
		throw new InvalidArgumentError(t('Give a port from 0 to 65535.'));
	}
	return port;
}

function endpointIn(value: string, t: Translate): string {
	if ('fault' in readEndpoint(value)) {
		throw new InvalidArgumentError(
			t('Give a URL that begins with https://; http:// only for this computer itself.'),
		);
	}
	return value.trim();
}
