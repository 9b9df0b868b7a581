import { resolve } from 'node:path';
import { Argument, Option } from 'commander';
import type { CliCommand } from '../command';
import { exitStatus } from '../exitStatus';
import { coloursFor, write } from '../output';
import { complaintAbout } from '../schemaFolders';

interface SchemasOptions {
	readonly format: 'text' | 'json';
}

export const schemasCommand: CliCommand = {
	name: 'schemas',
	description: (t) =>
		t('Compiles a folder of schemas (XSD) and tells what is in it: namespaces, root elements and problems.'),
	declare(command, t) {
		command
			.addArgument(new Argument('<folder>', t('Folder with schemas (XSD), read with the folders below it.')))
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(['text', 'json']).default('text'),
			);
	},
	async run(command, { surroundings, t }) {
		const { format } = command.opts<SchemasOptions>();
		const [given = ''] = command.args;
		const folder = resolve(surroundings.workingFolder, given);
		const complaint = complaintAbout([{ name: given, folder }], t);
		if (complaint !== undefined) {
			await write(surroundings.stderr, [`${complaint}\n`]);
			return exitStatus.unusable;
		}
		const { checkers, interrupted } = surroundings;
		const summary = await Promise.race([checkers.summarise(folder), interruption(interrupted)]);
		if (summary === 'interrupted') {
			return exitStatus.interrupted;
		}
		if (format === 'json') {
			const { folderJson } = await import('../formats/folderJson');
			await write(surroundings.stdout, [folderJson(given, summary, t)]);
		} else {
			const { folderText } = await import('../formats/folderText');
			const colours = coloursFor(surroundings.stdout, surroundings.env);
			await write(surroundings.stdout, folderText(given, summary, t, colours));
		}
		return summary.problems.some(({ finding }) => finding.severity === 'error')
			? exitStatus.errorsFound
			: exitStatus.ok;
	},
};

function interruption(signal: AbortSignal): Promise<'interrupted'> {
	return new Promise((resolveRace) => {
		const onAbort = (): void => {
			resolveRace('interrupted');
		};
		if (signal.aborted) {
			onAbort();
		}
		signal.addEventListener('abort', onAbort, { once: true });
	});
}
