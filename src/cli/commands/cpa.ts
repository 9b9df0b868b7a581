import { Argument, Option } from 'commander';
import type { CliCommand } from '../command';
import type { CpaOptions } from '../inspectCpa';
import { addJudgingOptions } from '../judgingOptions';

export const cpaCommand: CliCommand = {
	name: 'cpa',
	description: (t) =>
		t('Tells what is in a CPA: parties, channels, endpoints and certificates, and what is wrong with it.'),
	declare(command, t) {
		command
			.addArgument(new Argument('<file>', t('File with a CPA.')))
			.addOption(
				new Option('--compare <file>', t('Consumerspecificatie to compare a party of the CPA with.')),
			)
			.addOption(
				new Option(
					'--as <oin>',
					t('The party that is compared: its PartyId or OIN, when the Consumerspecificatie does not tell.'),
				),
			);
		addJudgingOptions(command, t).addOption(
			new Option('--format <format>', t('Form of the output.')).choices(['text', 'json']).default('text'),
		);
	},
	async run(command, context) {
		const [file = ''] = command.args;
		// What reads a CPA is only loaded here, so that the other commands start as fast as without.
		const { inspectCpa } = await import('../inspectCpa');
		return inspectCpa(file, command.opts<CpaOptions>(), context);
	},
};
