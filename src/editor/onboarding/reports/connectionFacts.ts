import type { WorkspaceFolder } from 'vscode';
import type { ConnectionFacts } from '../../../onboarding/reports/facts';
import { factsOfCpa } from '../../../onboarding/reports/factsOfCpa';
import { pathBelow } from '../../../pathBelow';
import type { Translate } from '../../../text';
import { readConnections, type ConfiguredConnection } from '../../ping/configuredConnection';
import { findCpaFiles, readCpaFile, type CpaFile } from '../../ping/cpaFiles';

/**
 * What is known about the connections of a folder: those of the setting, and the CPAs in the folder that none of them uses. The partner
 * on this machine is none of them.
 */
export async function connectionFacts(
	folder: WorkspaceFolder,
	t: Translate,
): Promise<readonly ConnectionFacts[]> {
	const set = readConnections(t).filter(
		(one): one is ConfiguredConnection => 'source' in one && one.environment !== 'local',
	);
	const used = new Set(set.flatMap(({ source }) => (source.kind === 'cpa' ? [source.file] : [])));
	const others = (await findCpaFiles()).filter(
		({ path }) => !used.has(path) && pathBelow(folder.uri.fsPath, path) !== undefined,
	);
	const own = new Set(set.map(({ source }) => (source.kind === 'cpa' ? source.as : source.from)));
	return [
		...(await Promise.all(set.map((connection) => factsOfConnection(connection, folder)))),
		...others.map((file) => factsOfFile(file, folder, own)),
	];
}

async function factsOfConnection(
	{ name, environment, source }: ConfiguredConnection,
	folder: WorkspaceFolder,
): Promise<ConnectionFacts> {
	if (source.kind === 'values') {
		const { url, from, to, cpaId } = source;
		return { name, environment, theirEndpoint: url, theirOin: to, ourOin: from, cpaId };
	}
	const cpa = await readCpaFile(source.file);
	return {
		name,
		environment,
		cpaFile: pathIn(folder, source.file),
		...(cpa === undefined ? { ourOin: source.as } : factsOfCpa(cpa, source.as)),
		...(source.url === null ? {} : { theirEndpoint: source.url }),
	};
}

/** A CPA that no connection uses: which party we are is known when a connection is of the same party. */
function factsOfFile(
	{ path, cpa }: CpaFile,
	folder: WorkspaceFolder,
	own: ReadonlySet<string>,
): ConnectionFacts {
	const partyIds = cpa.parties.flatMap((party) => party.partyIds.map(({ value }) => value));
	const file = pathIn(folder, path);
	return {
		name: file,
		cpaFile: file,
		...factsOfCpa(cpa, partyIds.find((partyId) => own.has(partyId)) ?? null),
	};
}

/** As reports name files. */
function pathIn(folder: WorkspaceFolder, path: string): string {
	return pathBelow(folder.uri.fsPath, path) ?? path;
}
