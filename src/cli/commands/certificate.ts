import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { hostNameIn } from '../../certificates/hostName';
import type { Purpose } from '../../certificates/profile/judged';
import { parseOin } from '../../identifiers/oin';
import type { Translate } from '../../text';
import type { CliCommand } from '../command';
import type { CertificateOptions } from '../inspectCertificates';
import { addJudgingOptions } from '../judgingOptions';

const purposes: readonly Purpose[] = ['client', 'server', 'both'];

export const certificateCommand: CliCommand = {
	name: 'certificate',
	description: (t) =>
		t('Tells what is in files with certificates, and whether Digikoppeling will accept them.'),
	declare(command, t) {
		command
			.addArgument(
				new Argument(
					'[file...]',
					t('Files with certificates: PEM, DER, PKCS#7, PKCS#12, JKS, XML, CSR; - is standard input.'),
				),
			)
			.addOption(
				new Option('--password-env <variable>', t('Environment variable with the password of the files.')),
			)
			.addOption(
				new Option(
					'--purpose <purpose>',
					t('What the certificate is to be used for: both, unless its document says what it is used for.'),
				).choices(purposes),
			)
			.addOption(
				new Option('--host <name>', t('Host name that the certificate has to be for.')).argParser(hostNameIn),
			)
			.addOption(
				new Option('--oin <oin>', t('OIN or HRN that the certificate has to have.')).argParser((value) =>
					oinIn(value, t),
				),
			);
		addJudgingOptions(command, t)
			.addOption(
				new Option('--check-revocation', t('Fetch the revocation lists (CRL) of the chains and check them.')),
			)
			.addOption(
				new Option(
					'--fetch-cas',
					t('First download the CA certificates of PKIoverheid and keep them on this machine.'),
				),
			)
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(['text', 'json']).default('text'),
			);
	},
	async run(command, context) {
		const options = command.opts<CertificateOptions>();
		if (command.args.length === 0 && options.fetchCas === undefined) {
			missingFile(command);
		}
		// Everything that reads certificates is only loaded here, so that the other commands start as fast as without.
		const { inspectCertificates } = await import('../inspectCertificates');
		return inspectCertificates(command.args, options, context);
	},
};

/** Complains as commander does of an argument that is required. */
function missingFile(command: Command): never {
	command.error("error: missing required argument 'file'", {
		code: 'commander.missingArgument',
		exitCode: 1,
	});
}

function oinIn(value: string, t: Translate): string {
	if (parseOin(value).kind !== 'oin') {
		throw new InvalidArgumentError(t('Give the 20 positions of an OIN or HRN, leading zeros included.'));
	}
	return value;
}
