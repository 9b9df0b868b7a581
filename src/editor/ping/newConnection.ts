import { basename, dirname } from 'node:path';
import { window, workspace } from 'vscode';
import { mainPartyId } from '../../documents/cpa/mainPartyId';
import { pingTargetFromCpa } from '../../ebms/cpaConnection';
import { cpaProblemWords } from '../../ebms/cpaProblemWords';
import { environments, type ConnectionEnvironment } from '../../ebms/connection';
import { environmentInWords } from '../../ebms/environmentWords';
import { pathBelow } from '../../pathBelow';
import type { Translate } from '../../text';
import { baseFolder } from '../config';
import { askCredentials } from './askCredentials';
import { askTrust } from './askTrust';
import { readConnections, saveConnection, type ConfiguredConnection } from './configuredConnection';
import { findCpaFiles, type CpaFile } from './cpaFiles';

/**
 * Asks, in a few steps, what a connection by a CPA needs, and keeps it in the settings.
 *
 * @param given What has been chosen already: the CPA, the PartyId that we are (`as`), the environment.
 * @returns `undefined` when the user gave up.
 */
export async function newConnection(
	given: {
		readonly file?: CpaFile;
		readonly as?: string;
		readonly environment?: ConnectionEnvironment | undefined;
	},
	t: Translate,
): Promise<ConfiguredConnection | undefined> {
	const title = t('New connection');
	const file = given.file ?? (await askCpa(title, t));
	const as = file && (given.as ?? (await askParty(title, file, t)));
	if (file === undefined || as === undefined) {
		return undefined;
	}
	const found = pingTargetFromCpa(file.cpa, as);
	if (found.kind === 'problem') {
		await window.showErrorMessage(`${basename(file.path)}: ${cpaProblemWords(found.problem, t)}`);
		return undefined;
	}
	const environment = given.environment ?? (await askEnvironment(title, found.target.url, t));
	const trustedBy = environment && (await askTrust(title, environment, t));
	const credentials =
		trustedBy && (await askCredentials(dirname(file.path), { asksTrust: trustedBy === 'files' }, t));
	const name = credentials && (await askName(title, basename(file.path), t));
	if (credentials === undefined || environment === undefined || name === undefined) {
		return undefined;
	}
	const { certificate, key, trust } = credentials;
	await saveConnection({
		name,
		environment,
		cpa: inWorkspace(file.path),
		as,
		certificate: inWorkspace(certificate),
		...(key === null ? {} : { key: inWorkspace(key) }),
		trust: trust.map(inWorkspace),
	});
	return readConnections(t).find(
		(connection): connection is ConfiguredConnection => connection.name === name && 'source' in connection,
	);
}

async function askCpa(title: string, t: Translate): Promise<CpaFile | undefined> {
	const files = await findCpaFiles();
	if (files.length === 0) {
		await window.showInformationMessage(
			t('There is no CPA in this workspace. Put it in, or start the local ebMS partner to practise.'),
		);
		return undefined;
	}
	const items = files.map((file) => ({
		label: basename(file.path),
		description: file.cpa.cpaId?.value ?? '',
		detail: workspace.asRelativePath(file.path),
		file,
	}));
	const item = await window.showQuickPick(items, {
		title,
		ignoreFocusOut: true,
		placeHolder: t('By which CPA?'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return item?.file;
}

async function askParty(title: string, { cpa }: CpaFile, t: Translate): Promise<string | undefined> {
	const items = cpa.parties.flatMap((party) => {
		const value = mainPartyId(party)?.value;
		return value === undefined ? [] : [{ label: party.name ?? value, description: value, value }];
	});
	const item = await window.showQuickPick(items, {
		title,
		ignoreFocusOut: true,
		placeHolder: t('Which party are you?'),
		matchOnDescription: true,
	});
	return item?.value;
}

async function askEnvironment(
	title: string,
	url: string,
	t: Translate,
): Promise<ConnectionEnvironment | undefined> {
	const items = environments.map((value) => ({ ...environmentInWords(value, t), value }));
	const item = await window.showQuickPick(items, {
		title,
		ignoreFocusOut: true,
		placeHolder: t('What is {0}?', url),
	});
	return item?.value;
}

async function askName(title: string, usual: string, t: Translate): Promise<string | undefined> {
	const taken = new Set(readConnections(t).map(({ name }) => name));
	const name = await window.showInputBox({
		title,
		ignoreFocusOut: true,
		prompt: t('Name of the connection'),
		value: usual.replace(/\.xml$/i, ''),
		validateInput: (value) =>
			value.trim() === ''
				? t('Give it a name.')
				: taken.has(value.trim())
					? t('There is a connection with this name already.')
					: undefined,
	});
	return name?.trim();
}

/** Relative to the workspace when it is in it, so that the settings can be shared. */
function inWorkspace(path: string): string {
	const base = baseFolder()?.uri.fsPath;
	return (base === undefined ? undefined : pathBelow(base, path)) ?? path;
}
